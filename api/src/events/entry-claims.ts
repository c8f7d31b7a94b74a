import { runKey, wagonKey } from 'graph-schema/domain/claim-keys';
import type { FactClaim, JourneyFacts } from 'graph-schema/domain/journey/facts';
import { knownShips, shipNamesIn } from 'graph-schema/domain/ship-names';
import type { ToldEntry } from '../feed/told-batch.ts';
import { ownFacts, withInherited } from '../journey/as-of/facts-then.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';

/** What a ship or train told of itself is told of its cargo when it came so short a time ago: no entry says which claims came. */
const RUN_TOLD_MS = 24 * 3_600_000;

/** The deriver's own entries tell nothing new of claims. */
export function tellsOfClaims({ kind, derived }: Pick<ToldEntry, 'kind' | 'derived'>): boolean {
  return kind !== 'DERIVED' || derived === null;
}

/**
 * Claims that an entry brings to a shipment, of those that its reader sees now: what came; what was told of a run that it is
 * aboard, when that came or by what puts it aboard; all of a shipment that opened to him. What is told of a run may be brought by
 * several entries.
 */
export function claimsThatCame(
  { kind, claims, at }: ToldEntry,
  { facts }: Pick<ToldShipment, 'facts'>,
  mask: (id: string) => string,
): readonly FactClaim[] {
  switch (kind) {
    case 'ADDED': {
      const ids = new Set(claims.flatMap(({ id }) => [id, mask(id)]));
      const boarded = newlyInherited(facts, ids, Date.parse(at));
      return facts.claims.filter((claim) => (claim.inherited ? boarded.has(claim) : ids.has(claim.id)));
    }
    case 'DERIVED':
      return facts.claims.filter(({ inherited, voices }) => inherited && voices.some((voice) => isNewsOfRun(Date.parse(voice.receivedAt), at)));
    case 'VISIBLE':
      return facts.claims;
    default:
      return [];
  }
} // prettier-ignore

/**
 * What is inherited by what these claims say beside what had been received before the first of them, and was not by that alone.
 * What was received after `at` (epoch milliseconds) has an entry of its own to come.
 */
function newlyInherited(facts: JourneyFacts, ids: ReadonlySet<string>, at: number): ReadonlySet<FactClaim> {
  const inherited = facts.claims.filter((claim) => claim.inherited && heardAt(claim) <= at);
  const own = facts.claims.filter((claim) => !claim.inherited);
  const came = own.filter(({ id }) => ids.has(id));
  if (inherited.length === 0 || came.length === 0) return new Set();
  const since = Math.min(...came.map(heardAt));
  const later = own.filter((claim) => !ids.has(claim.id) && heardAt(claim) >= since);
  const ships = knownShips(shipNamesIn(facts.claims.map(({ event }) => event.transport)));
  const toldOf = (key: string) =>
    inherited.filter(({ event }) => wagonKey(event) === key || (event.transport && runKey(event.transport) === key));
  const knownWithout = (claims: readonly FactClaim[]) => {
    const rest = ownFacts(facts, new Set(claims.map(({ id }) => id)));
    return new Set(withInherited(rest, ships, toldOf).claims.map(({ id }) => id));
  };
  const [before, now] = [knownWithout([...later, ...came]), knownWithout(later)];
  return new Set(inherited.filter(({ id }) => now.has(id) && !before.has(id)));
} // prettier-ignore

/** When somebody first said so, epoch milliseconds. */
export function heardAt({ voices }: FactClaim): number {
  return Date.parse(voices[0]?.receivedAt ?? '1970-01-01T00:00:00Z');
}

/** Whether an entry of this time tells what came or went of a run at an instant, epoch milliseconds. */
export function isNewsOfRun(at: number, entryAt: string): boolean {
  const told = Date.parse(entryAt);
  return at > told - RUN_TOLD_MS && at <= told;
}
