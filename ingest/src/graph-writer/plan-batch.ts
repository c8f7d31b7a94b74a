import type { AttestationRow, EventRow } from 'graph-schema/cypher/write/create-events';
import { claimKeys } from 'graph-schema/domain/claim-keys';
import { CARGO_DOCUMENT_SCHEMES, splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import { plain } from 'graph-schema/domain/plain-text';
import type { Attested } from 'graph-schema/domain/tracking-event';
import { claimText } from 'graph-schema/identity/claim-text';
import { eventId } from 'graph-schema/identity/event-id';

/** One claim ready to be written. */
export interface PlannedClaim {
  readonly id: string;
  readonly subject: IdentifierKey;
  readonly container: IdentifierKey | null;
  readonly documents: readonly IdentifierKey[];
  readonly contents: readonly IdentifierKey[];
  readonly run: IdentifierKey | null;
  readonly row: EventRow;
}

/** Sender's thread of a message, `<source>|<thread>`: references are unique within a source only. */
export function threadKey(source: string, thread: string | null): string | null {
  return thread === null ? null : plain(`${source}|${thread}`);
}

/** Turns a claim into its row; null when it names nothing that anyone could find it by. */
export function planClaim(
  attested: Attested,
  thread: string | null,
  version: number,
  replaces: boolean,
): PlannedClaim | null {
  const { event } = attested;
  const keys = claimKeys(event);
  if (!keys.subject) return null;
  const id = eventId(event);
  const attestation: AttestationRow = [
    attested.messageRef === null ? null : plain(attested.messageRef),
    attested.span.start,
    attested.span.end,
    attested.recordedAt === null ? null : plain(attested.recordedAt),
    thread,
    version,
    replaces,
  ];
  return {
    id,
    ...keys,
    subject: keys.subject,
    row: [
      id,
      event.code,
      event.classifier,
      Date.parse(event.time.instant),
      event.loadState,
      keys.documents,
      keys.run,
      claimText(event),
      ...attestation,
    ],
  };
}

/** Pairs of numbers that a claim names together, each once, in key order. */
export function pairsOf(claim: PlannedClaim): [IdentifierKey, IdentifierKey][] {
  const pairs: [IdentifierKey, IdentifierKey][] = [];
  const pair = (a: IdentifierKey, b: IdentifierKey) => pairs.push(a < b ? [a, b] : [b, a]);
  const boxes = claim.container ? [claim.container, ...claim.contents] : claim.contents;
  claim.documents.forEach((document, index) => {
    for (const other of claim.documents.slice(index + 1)) pair(document, other);
    for (const box of boxes) pair(document, box);
  });
  if (claim.run) for (const carried of boxes.length > 0 ? boxes : claim.documents) pair(claim.run, carried);
  return pairs;
}

/** All numbers that a claim names; some may be named twice. */
export function keysOf(claim: PlannedClaim): IdentifierKey[] {
  return [claim.subject, ...claim.documents, ...claim.contents, ...(claim.run ? [claim.run] : [])];
}

export type KeyKind = 'DOCUMENT' | 'CONTAINER' | 'RUN' | 'OTHER';

export function keyKind(key: IdentifierKey): KeyKind {
  const { scheme } = splitKey(key);
  if (scheme === 'CONTAINER') return 'CONTAINER';
  if (scheme === 'VOYAGE' || scheme === 'TRAIN_RUN' || scheme === 'FLIGHT') return 'RUN';
  return (CARGO_DOCUMENT_SCHEMES as readonly string[]).includes(scheme) ? 'DOCUMENT' : 'OTHER';
}
