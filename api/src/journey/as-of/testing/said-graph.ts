import { claimKeys } from 'graph-schema/domain/claim-keys';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { Voice } from 'graph-schema/domain/journey/facts';
import type { RetractionMark, SaidClaim } from 'graph-schema/domain/known/standing-at';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { claimText } from 'graph-schema/identity/claim-text';
import { eventId } from 'graph-schema/identity/event-id';
import { shipmentId } from 'graph-schema/identity/shipment-id';
import type { GraphReader } from '../../../graph.ts';

/** One message of a history: received at an instant (epoch milliseconds), saying something, taking something back. */
export interface SaidMessage {
  readonly at: number;
  readonly thread: string;
  readonly version: number;
  readonly events: readonly TrackingEvent[];
  readonly does: 'SAY' | 'REPLACE' | 'CANCEL';
}

/** A history as rows of the statements that look back, and as it is for an oracle that sees all of it. */
export interface SaidGraph {
  readonly graph: GraphReader;
  readonly said: readonly SaidClaim[];
  readonly marks: readonly RetractionMark[];
  /** Names of the statements that were run. */
  readonly asked: string[];
}

export function saidGraph(history: readonly SaidMessage[]): SaidGraph {
  const claims = new Map<string, SaidClaim>();
  const keysOf = new Map<string, ReturnType<typeof claimKeys>>();
  const near = new Map<IdentifierKey, Set<IdentifierKey>>();
  const tie = (a: IdentifierKey, b: IdentifierKey) => {
    if (a === b) return;
    near.set(a, (near.get(a) ?? new Set()).add(b));
    near.set(b, (near.get(b) ?? new Set()).add(a));
  };
  for (const [index, message] of history.entries()) {
    for (const event of message.events) {
      const id = eventId(event);
      const keys = claimKeys(event);
      keysOf.set(id, keys);
      const said = [...(claims.get(id)?.said ?? []), { voice: voiceOf(message, index), thread: message.thread, version: message.version, replaces: message.does === 'REPLACE' }]; // prettier-ignore
      claims.set(id, { id, event, said });
      for (const paper of keys.documents) near.set(paper, near.get(paper) ?? new Set());
      const boxes = [...(keys.container ? [keys.container] : []), ...keys.contents];
      for (const paper of keys.documents)
        for (const other of [...keys.documents, ...boxes]) tie(paper, other);
    }
  }
  const marks = history
    .filter(({ does }) => does !== 'SAY')
    .map(({ at, thread, version, does }) => ({
      thread,
      cancelled: does === 'CANCEL' ? version : -1,
      replaced: does === 'REPLACE' ? version : -1,
      receivedAt: new Date(at).toISOString(),
    }));
  const isAbout = (claim: SaidClaim, key: string) => {
    const keys = keysOf.get(claim.id);
    return keys?.subject === key || (key.startsWith('CONTAINER:') && keys?.contents.includes(key as IdentifierKey)); // prettier-ignore
  };
  const answers: Record<string, (params: never) => unknown[]> = {
    firstReceipt: () => [{ at: new Date(Math.min(...history.map(({ at }) => at))).toISOString() }],
    knownShipments: ({ ids }: { ids: string[] }) =>
      [...near.keys()].flatMap((anchor) => {
        const id = shipmentId(anchor);
        return ids.includes(id) ? [{ asked: id, askedAnchor: anchor, id, anchor, documents: [], aliases: [] }] : []; // prettier-ignore
      }),
    listSeenWith: ({ keys, max }: { keys: IdentifierKey[]; max: number }) =>
      keys.flatMap((key) => (near.has(key) ? [{ key, others: [...(near.get(key) ?? [])].slice(0, max) }] : [])), // prettier-ignore
    listKnownClaims: ({ rows, max }: { rows: [string, number | null, number | null][]; max: number }) =>
      rows
        .flatMap(([key, from, to]) =>
          [...claims.values()]
            .filter((claim) => {
              const at = Date.parse(claim.event.time.instant);
              return isAbout(claim, key) && at >= (from ?? at) && at <= (to ?? at);
            })
            .map(({ id, event, said }) => ({
              id,
              about: key,
              claim: claimText(event),
              said: said.map((one) => [
                voiceRow(one.voice),
                one.thread,
                one.version,
                one.replaces,
                null,
                null,
              ]),
            })),
        )
        .slice(0, max),
    listKnownRetractions: ({ threads }: { threads: string[] }) =>
      marks.filter(({ thread }) => threads.includes(thread)).map((mark) => ({ ...mark, until: null })),
    shipmentsOfAnchors: ({ rows }: { rows: [string, string][] }) =>
      rows.map(([anchor, own]) => ({ anchor, own, hanging: null, covering: null })),
    cyclesOfBoxes: () => [],
    shipNames: () => [],
    findMeans: () => [],
    sourceFreshness: () => [],
    readLearnedAnew: () => [],
  };
  const asked: string[] = [];
  const graph = {
    run: async (statement: { name: string }, params: unknown) => {
      asked.push(statement.name);
      const answer = answers[statement.name];
      if (!answer) throw new Error(`nobody answers ${statement.name}`);
      return answer(params as never);
    },
    verify: async () => undefined,
    close: async () => undefined,
  } as GraphReader;
  return { graph, said: [...claims.values()], marks, asked };
}

function voiceOf({ at, thread }: SaidMessage, index: number): Voice {
  const source = { id: 'a', name: 'a', nameZh: null, kind: 'TERMINAL' as const, trust: {} };
  return { source, rawId: `a:${index}`, sha256: '', format: 'test', receivedAt: new Date(at).toISOString(), messageRef: thread, span: { start: 0, end: 1 } }; // prettier-ignore
}

function voiceRow({ rawId, sha256, format, receivedAt, source, messageRef, span }: Voice) {
  return [rawId, sha256, format, receivedAt, source.id, source.name, source.nameZh, source.kind, messageRef, span.start, span.end, '{}']; // prettier-ignore
}
