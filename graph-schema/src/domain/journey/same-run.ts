import { runsComeOff } from '../aboard.ts';
import { runKey } from '../claim-keys.ts';
import { groupBy } from '../group-by.ts';
import { identifierKey, type IdentifierKey } from '../identifier.ts';
import type { FactClaim } from './facts.ts';
import { mayChangeVoyage, voyagesCarriedOn } from './voyage-change.ts';

/** Which run a claim speaks of, within one journey. */
export type RunOf = (claim: FactClaim) => IdentifierKey | null;

const DAY_MS = 86_400_000;
/** The longest flight, stops included, ends this many days after its departure date. */
const FLIGHT_DAYS_MAX = 3;

/**
 * Terminals name a ship, carriers give its IMO number: a ship of the same name on the same voyage is the same run, and a
 * voyage goes on where only the number changes. Airlines give the departure date with a departure only: an arrival
 * belongs to the last departure of its flight. What is told of a wagon alone belongs to the train that it was last told in, and
 * is a run of its own where no train is told. A box that comes off, nobody says of what, comes off the run that it was loaded on.
 */
export function runsWithin(claims: readonly FactClaim[]): RunOf {
  const asTold = runsAsTold(claims);
  const comesOff = dischargesOf(claims, asTold);
  const runOf: RunOf = (claim) => asTold(claim) ?? comesOff.get(claim.id) ?? null;
  // Told of the boxes and the papers; what a ship does on other voyages says nothing of this cargo.
  const own = claims.filter((claim) => !claim.inherited);
  if (!mayChangeVoyage(own, runOf)) return runOf;
  const cycles = [...new Set(own.map(({ cycleId }) => cycleId))];
  const carriedOn = new Map(
    cycles.map((id) => [
      id,
      voyagesCarriedOn(id === null ? own : own.filter((c) => [id, null].includes(c.cycleId)), runOf),
    ]),
  );
  const ofWhole = carriedOn.get(null) ?? voyagesCarriedOn(own, runOf);
  return (claim) => {
    const run = runOf(claim);
    return run && ((carriedOn.get(claim.cycleId) ?? ofWhole).get(run) ?? run);
  };
}

function runsAsTold(claims: readonly FactClaim[]): RunOf {
  const ships = shipsByName(claims);
  const flights = flightDates(claims);
  const trains = trainsOfWagons(claims);
  return (claim) => {
    const { transport, time } = claim.event;
    if (!transport) return null;
    const run = runKey(transport);
    if (run) return ships.get(`${transport.vesselName}|${transport.voyage}`) ?? run;
    if (transport.wagon) return trains(transport.wagon, Date.parse(time.instant));
    if (!transport.flight) return null;
    const arrived = time.local.slice(0, 10);
    const date = flights
      .get(transport.flight)
      ?.findLast((d) => d <= arrived && daysBetween(d, arrived) <= FLIGHT_DAYS_MAX);
    return identifierKey('FLIGHT', `${transport.flight}@${date ?? arrived}`);
  };
}

/** The runs of discharges that name none, by claim. */
function dischargesOf(claims: readonly FactClaim[], runOf: RunOf): ReadonlyMap<string, IdentifierKey> {
  const found = new Map<string, IdentifierKey>();
  const ofBoxes = claims.filter(({ cycleId, event }) => cycleId !== null && CARRIED.has(event.code));
  if (!ofBoxes.some((claim) => claim.event.code === 'DISCHARGED' && runOf(claim) === null)) return found;
  for (const own of groupBy(ofBoxes, ({ cycleId }) => cycleId).values()) {
    const told = own.map((claim) => {
      const { code, classifier, time } = claim.event;
      return { claim, at: Date.parse(time.instant), code, classifier, run: runOf(claim) };
    });
    for (const [{ claim }, run] of runsComeOff(told))
      if (claim.event.transport?.mode !== 'TRUCK') found.set(claim.id, run);
  }
  return found;
}

const CARRIED: ReadonlySet<string> = new Set(['LOADED', 'DISCHARGED']);

function shipsByName(claims: readonly FactClaim[]): Map<string, IdentifierKey> {
  const byName = new Map<string, IdentifierKey>();
  for (const { event } of claims) {
    const { transport } = event;
    const run = transport && runKey(transport);
    if (!transport?.vesselName || !transport.vesselImo || !transport.voyage || !run) continue;
    const name = `${transport.vesselName}|${transport.voyage}`;
    const known = byName.get(name);
    if (!known || run < known) byName.set(name, run);
  }
  return byName;
}

/** The train that a wagon was in at a time: the last that was told of it, else the first. */
function trainsOfWagons(claims: readonly FactClaim[]): (wagon: string, at: number) => IdentifierKey {
  const told = new Map<string, { readonly at: number; readonly run: IdentifierKey }[]>();
  for (const { event } of claims) {
    const run = event.transport?.wagon ? runKey(event.transport) : null;
    if (!event.transport?.wagon || !run) continue;
    const { wagon } = event.transport;
    told.set(wagon, [...(told.get(wagon) ?? []), { at: Date.parse(event.time.instant), run }]);
  }
  for (const list of told.values()) list.sort((a, b) => a.at - b.at || (a.run < b.run ? -1 : 1));
  return (wagon, at) => {
    const list = told.get(wagon) ?? [];
    return (list.findLast((one) => one.at <= at) ?? list[0])?.run ?? identifierKey('WAGON', wagon);
  };
}

/** Departure dates told of each flight, ascending. */
function flightDates(claims: readonly FactClaim[]): Map<string, string[]> {
  const dates = new Map<string, Set<string>>();
  for (const { event } of claims) {
    const { transport } = event;
    if (!transport?.flight || !transport.departureDate) continue;
    const set = dates.get(transport.flight) ?? new Set();
    dates.set(transport.flight, set.add(transport.departureDate));
  }
  return new Map([...dates].map(([flight, set]) => [flight, [...set].sort()]));
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
