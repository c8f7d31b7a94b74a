import { aboardOf, type CarriageClaim } from 'graph-schema/domain/aboard';
import { runKey } from 'graph-schema/domain/claim-keys';
import type { FactClaim, JourneyFacts } from 'graph-schema/domain/journey/facts';
import { inheritedClaims, staysOf, type Stay } from 'graph-schema/domain/known/inheritance';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { KnownShips } from 'graph-schema/domain/ship-names';

/** What is known of a cargo by itself, and what it was aboard by that. */
export interface OwnFacts {
  readonly facts: JourneyFacts;
  readonly own: readonly FactClaim[];
  readonly stays: readonly Stay[];
}

/**
 * The facts without the claims that may not be shown, and without boxes of which nothing is left: what the cargo was
 * aboard must not follow from those either.
 */
export function ownFacts(facts: JourneyFacts, without: ReadonlySet<string>): OwnFacts {
  const all = facts.claims.filter(({ inherited }) => !inherited);
  const own = all.filter(({ id }) => !without.has(id));
  const heldBy = (claims: readonly FactClaim[], cycle: string) =>
    claims.filter(({ cycleId }) => cycleId === cycle);
  const cycles = facts.cycles.filter(({ id }) => heldBy(own, id).length > 0 || heldBy(all, id).length === 0);
  const uses = cycles.map(({ id, container }) => ({
    container,
    aboard: aboardOf(heldBy(own, id).map(carriageOf)),
  }));
  return { facts: { ...facts, cycles }, own, stays: staysOf(uses, own) };
}

function carriageOf({ event: { code, classifier, time, transport } }: FactClaim): CarriageClaim {
  return { at: Date.parse(time.instant), code, classifier, run: transport && runKey(transport) };
}

/** With what was told of the runs that it was aboard. */
export function withInherited(
  { facts, own, stays }: OwnFacts,
  ships: KnownShips,
  toldOf: (key: IdentifierKey) => readonly FactClaim[],
): JourneyFacts {
  return { ...facts, claims: [...own, ...inheritedClaims(stays, own, ships, toldOf)] };
}
