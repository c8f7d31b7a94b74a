import type { LonLat } from '../../geo/lon-lat.ts';
import { isDerived, type FactClaim } from '../journey/facts.ts';
import { lastSaid } from '../journey/milestone.ts';
import type { RunOf } from '../journey/same-run.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { RunLeg } from './awaited-arrival.ts';
import type { PlannedStop } from './planned-way.ts';
import type { EtaFix } from './predict-way.ts';

/** A place on the map, by the name that its usual stay is learned by: UN/LOCODE or station code. */
export interface Spot {
  readonly place: string;
  readonly position: LonLat;
}

/** Null where no table knows where it lies. */
export type SpotOf = (place: PlaceRef) => Spot | null;

const COMES: ReadonlySet<string> = new Set(['ARRIVED', 'BERTHED', 'DISCHARGED']);
const LEAVES: ReadonlySet<string> = new Set(['DEPARTED', 'LOADED']);

interface ToldCall extends Spot {
  arrivedAt: number | null;
  departedAt: number | null;
  arrives: Expected | null;
  leaves: Expected | null;
}

interface Expected {
  readonly at: number;
  readonly rank: number;
}

/**
 * Where a run calls from where the cargo went aboard to where it brings it, in order, as far as anybody told: plans and
 * estimates of its other calls, and what came of them. Null where one end lies nowhere on the map.
 */
export function runStops(
  { leg, run }: RunLeg,
  claims: readonly FactClaim[],
  runOf: RunOf,
  spotOf: SpotOf,
): PlannedStop[] | null {
  const [from, to] = [leg.from && spotOf(leg.from), leg.to && spotOf(leg.to)];
  if (!from || !to || from.place === to.place) return null;
  const calls = new Map<string, ToldCall>();
  for (const claim of claims) if (runOf(claim) === run) note(calls, claim, spotOf);
  const departed = timeOf(leg.departure.actual);
  const due = timeOf(leg.arrival.actual ?? leg.arrival.estimated ?? leg.arrival.planned);
  const [first, last] = [calls.get(from.place), calls.get(to.place)];
  const between = [...calls.values()]
    .filter((call) => call !== first && call !== last)
    .map((call) => ({ call, at: call.arrivedAt ?? call.arrives?.at ?? call.departedAt ?? call.leaves?.at ?? 0 }))
    // Without a time of the arrival nobody says which calls lie before it.
    .filter(({ at }) => departed !== null && at > departed && due !== null && at < due)
    .sort((a, b) => a.at - b.at || (a.call.place < b.call.place ? -1 : 1));
  return [
    stopOf('CALL', from, null, departed, null),
    ...between.map(({ call }) => stopOf('CALL', call, call.arrivedAt, call.departedAt, call.leaves?.at ?? null)),
    stopOf('ARRIVAL', to, null, null, null),
  ];
} // prettier-ignore

/** Where a train was told to be: its passes, by the place of the station. */
export function passesOf(run: string, claims: readonly FactClaim[], runOf: RunOf, spotOf: SpotOf): EtaFix[] {
  return claims.flatMap((claim): EtaFix[] => {
    const { classifier, place, time, equipment } = claim.event;
    if (classifier !== 'ACTUAL' || equipment || !place || time.precision === 'DAY' || runOf(claim) !== run)
      return [];
    const spot = spotOf(place);
    const heard = claim.voices.map(({ receivedAt }) => Date.parse(receivedAt));
    return spot
      ? [{ at: Date.parse(time.instant), receivedAt: Math.min(...heard), position: spot.position }]
      : [];
  });
}

function stopOf(
  kind: PlannedStop['kind'],
  { place, position }: Spot,
  arrivedAt: number | null,
  departedAt: number | null,
  notBefore: number | null,
): PlannedStop {
  return { kind, place, position, arrivedAt, departedAt, notBefore };
}

function note(calls: Map<string, ToldCall>, claim: FactClaim, spotOf: SpotOf): void {
  const { code, classifier, place, time } = claim.event;
  const [comes, leaves] = [COMES.has(code), LEAVES.has(code)];
  const spot = (comes || leaves) && place ? spotOf(place) : null;
  if (!spot || classifier === 'REQUESTED') return;
  const call = calls.get(spot.place) ?? { ...spot, arrivedAt: null, departedAt: null, arrives: null, leaves: null }; // prettier-ignore
  calls.set(spot.place, call);
  const at = Date.parse(time.instant);
  if (classifier === 'ACTUAL') {
    if (comes) call.arrivedAt = Math.min(call.arrivedAt ?? at, at);
    // A box is put aboard long before she leaves.
    else if (code === 'DEPARTED') call.departedAt = Math.max(call.departedAt ?? at, at);
    return;
  }
  // What this service computed itself says nothing new.
  if (isDerived(claim)) return;
  const told = { at, rank: (classifier === 'ESTIMATED' ? 1e15 : 0) + lastSaid(claim) };
  if (comes) call.arrives = later(call.arrives, told);
  else call.leaves = later(call.leaves, told);
}

/** An estimate over any plan, and the later word over the earlier. */
function later(a: Expected | null, b: Expected): Expected {
  if (!a) return b;
  return b.rank > a.rank || (b.rank === a.rank && b.at > a.at) ? b : a;
}

function timeOf(time: { readonly instant: string } | null): number | null {
  return time && Date.parse(time.instant);
}
