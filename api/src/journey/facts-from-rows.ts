import type { ClaimRow, JourneyFactsRow } from 'graph-schema/cypher/read/journey-facts';
import type { Aboard } from 'graph-schema/domain/aboard';
import { aboardOf } from 'graph-schema/domain/aboard';
import { runKey } from 'graph-schema/domain/claim-keys';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { FactClaim, JourneyFacts, Voice } from 'graph-schema/domain/journey/facts';
import type { SourceProfile } from 'graph-schema/domain/source';
import { readClaim } from 'graph-schema/identity/claim-text';

/** A stay of the cargo, or of one of its boxes, aboard a run. */
export interface Stay extends Aboard {
  readonly container: string | null;
}

/** What the shipment was aboard: each box by its cycle, or the consignment itself where it has no boxes. */
export function staysOf(row: JourneyFactsRow): Stay[] {
  const stays = row.cycles.flatMap((cycle) =>
    (JSON.parse(cycle.aboard) as Aboard[]).map((stay) => ({ ...stay, container: cycle.container })),
  );
  if (stays.length > 0) return stays;
  const carriage = row.claims.map(([, text]) => {
    const event = readClaim(text);
    const run = event.transport && runKey(event.transport);
    return { at: Date.parse(event.time.instant), code: event.code, classifier: event.classifier, run };
  });
  return aboardOf(carriage).map((stay) => ({ ...stay, container: null }));
}

/** Rows of the graph to facts; `runs` holds what was said of the runs themselves, taken over for the time aboard. */
export function factsFromRows(
  row: JourneyFactsRow,
  runs: ReadonlyMap<string, readonly ClaimRow[]>,
): JourneyFacts {
  const own = row.claims.map((claim) => factClaim(claim, false));
  const seen = new Set(own.map((claim) => claim.id));
  const inherited: FactClaim[] = [];
  for (const stay of staysOf(row)) {
    for (const claim of runs.get(stay.run) ?? []) {
      const fact = factClaim(claim, true);
      const at = Date.parse(fact.event.time.instant);
      const within = at >= stay.from && (stay.to === null || at <= stay.to);
      if (within && !seen.has(fact.id)) {
        seen.add(fact.id);
        inherited.push(fact);
      }
    }
  }
  return {
    shipmentId: row.shipment,
    anchor: row.anchor as IdentifierKey,
    master: row.master as IdentifierKey | null,
    houses: row.houses.map((house) => house.anchor as IdentifierKey),
    documents: row.documents as IdentifierKey[],
    cycles: row.cycles.map(({ id, container }) => ({ id, container })),
    claims: [...own, ...inherited],
  };
}

export function factClaim([id, text, cycleId, voices]: ClaimRow, inherited: boolean): FactClaim {
  return {
    id,
    event: readClaim(text),
    cycleId,
    inherited,
    voices: voices.map(voiceOf).sort(byReceipt),
  };
}

function voiceOf(row: ClaimRow[3][number]): Voice {
  const [rawId, sha256, format, receivedAt, id, name, nameZh, kind, messageRef, start, end, trust] = row;
  return {
    rawId,
    sha256,
    format: format ?? 'unknown',
    receivedAt,
    source: {
      id,
      name,
      nameZh,
      kind: kind as SourceProfile['kind'],
      trust: trust === null ? {} : (JSON.parse(trust) as SourceProfile['trust']),
    },
    messageRef,
    span: { start, end },
  };
}

function byReceipt(a: Voice, b: Voice): number {
  return a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.rawId < b.rawId ? -1 : 1;
}
