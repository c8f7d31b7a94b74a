import type { ClaimRow, JourneyFactsRow } from '../cypher/read/journey-facts.ts';
import type { Aboard } from '../domain/aboard.ts';
import type { IdentifierKey } from '../domain/identifier.ts';
import { byReceipt, type FactClaim, type JourneyFacts, type Voice } from '../domain/journey/facts.ts';
import { inheritedClaims, staysOf as knownStays, type Stay } from '../domain/known/inheritance.ts';
import type { KnownShips } from '../domain/ship-names.ts';
import type { SourceProfile } from '../domain/source.ts';
import { readClaim } from '../identity/claim-text.ts';

/** What is told of the shipment itself. */
export function ownClaims({ claims }: JourneyFactsRow): FactClaim[] {
  return claims.map((claim) => factClaim(claim, false));
}

/**
 * What the shipment was aboard: each box by its cycle, or the consignment itself where it has no boxes; and what it is
 * planned for.
 */
export function staysOf({ cycles }: JourneyFactsRow, own: readonly FactClaim[]): Stay[] {
  const uses = cycles.map(({ container, aboard }) => ({
    container,
    // Stays of before did not say what shows them.
    aboard: (JSON.parse(aboard) as Aboard[]).map((stay) => ({
      ...stay,
      evidence: stay.evidence ?? 'LOADED',
    })),
  }));
  return knownStays(uses, own);
}

/**
 * Rows of the graph to facts; `runs` holds what was said of the runs and their ships themselves, taken over for the time
 * aboard.
 */
export function factsFromRows(
  row: JourneyFactsRow,
  runs: ReadonlyMap<string, readonly ClaimRow[]>,
  ships: KnownShips,
  own: readonly FactClaim[] = ownClaims(row),
): JourneyFacts {
  const toldOf = (run: string) => (runs.get(run) ?? []).map((claim) => factClaim(claim, true));
  return {
    shipmentId: row.shipment,
    anchor: row.anchor as IdentifierKey,
    master: row.master as IdentifierKey | null,
    houses: row.houses.map((house) => house.anchor as IdentifierKey),
    documents: row.documents as IdentifierKey[],
    cycles: row.cycles.map(({ id, container, endedAt }) => ({ id, container, endedAt })),
    claims: [...own, ...inheritedClaims(staysOf(row, own), own, ships, toldOf)],
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

export function voiceOf(row: ClaimRow[3][number]): Voice {
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
