import type { IdentifierKey } from '../identifier.ts';
import type { TransportRef } from '../tracking-event.ts';
import type { FactClaim } from './facts.ts';

/** What this cargo is told to do on one voyage of a ship, in epoch milliseconds. */
interface Voyage {
  readonly run: IdentifierKey;
  readonly ship: string;
  leaves: number | null;
  comes: number | null;
}

const LEAVES: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED', 'MANIFESTED']);
const COMES: ReadonlySet<string> = new Set(['ARRIVED', 'BERTHED', 'DISCHARGED']);
const LONGEST_MS = 120 * 86_400_000;

type RunOf = (claim: FactClaim) => IdentifierKey | null;

/** Whether one ship is told on several voyages at all. */
export function mayChangeVoyage(claims: readonly FactClaim[], runOf: RunOf): boolean {
  const runOfShip = new Map<string, IdentifierKey>();
  const shipOf = shipsOf(claims);
  return claims.some((claim) => {
    const run = runOf(claim);
    const ship = claim.event.transport && shipOf(claim.event.transport);
    if (!ship || !run?.startsWith('VOYAGE:')) return false;
    const known = runOfShip.get(ship) ?? run;
    runOfShip.set(ship, known);
    return known !== run;
  });
}

/**
 * A ship changes its voyage number at a port on its way, 037W out and 038E home, with the boxes aboard: what comes off it
 * on a number on which nothing of this cargo went aboard was carried by the last voyage of that ship on which it did.
 * Answers the voyages that go on under another number: the later to the one that carried.
 */
export function voyagesCarriedOn(
  claims: readonly FactClaim[],
  runOf: RunOf,
): ReadonlyMap<IdentifierKey, IdentifierKey> {
  const voyages = new Map<IdentifierKey, Voyage>();
  const shipOf = shipsOf(claims);
  for (const claim of claims) {
    const { event } = claim;
    const run = runOf(claim);
    const ship = event.transport && shipOf(event.transport);
    if (!run?.startsWith('VOYAGE:') || !ship || event.classifier === 'REQUESTED') continue;
    const voyage = voyages.get(run) ?? { run, ship, leaves: null, comes: null };
    const at = Date.parse(event.time.instant);
    if (LEAVES.has(event.code)) voyage.leaves = Math.min(voyage.leaves ?? at, at);
    if (COMES.has(event.code)) voyage.comes = Math.min(voyage.comes ?? at, at);
    voyages.set(run, voyage);
  }
  const carried = new Map<IdentifierKey, IdentifierKey>();
  const all = [...voyages.values()].sort((a, b) => (a.run < b.run ? -1 : 1));
  for (const later of all) {
    const { comes, leaves, ship, run } = later;
    if (comes === null || leaves !== null) continue;
    const before = all.filter((one) => one.ship === ship && one.run !== run && isBefore(one.leaves, comes));
    const carrier = before.sort((a, b) => (b.leaves ?? 0) - (a.leaves ?? 0))[0];
    if (carrier) carried.set(run, carrier.run);
  }
  return carried;
}

function isBefore(leaves: number | null, comes: number): boolean {
  return leaves !== null && leaves <= comes && comes - leaves <= LONGEST_MS;
}

/** A ship by its IMO number, also where only its name is told; a name that two ships bear is the name. */
function shipsOf(claims: readonly FactClaim[]): (transport: TransportRef) => string | null {
  const byName = new Map<string, string | null>();
  for (const { event } of claims) {
    const { vesselName, vesselImo } = event.transport ?? {};
    if (!vesselName || !vesselImo) continue;
    const known = byName.get(vesselName);
    byName.set(vesselName, known === undefined || known === vesselImo ? vesselImo : null);
  }
  return ({ vesselName, vesselImo }) => vesselImo ?? (vesselName && (byName.get(vesselName) ?? vesselName));
}
