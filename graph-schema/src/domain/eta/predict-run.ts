import type { LonLat } from '../../geo/lon-lat.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { RunOf } from '../journey/same-run.ts';
import { sailingOf } from '../ship-names.ts';
import type { RunLeg } from './awaited-arrival.ts';
import type { EtaTables } from './learn.ts';
import { fixesToGoBy, plannedWay, type MeasuredWay, type PlannedStop } from './planned-way.ts';
import type { PredictionPolicy } from './predict-policy.ts';
import { predictArrival, type EtaPrediction } from './predict.ts';
import type { EtaFix } from './predict-way.ts';
import { passesOf, runStops, type Spot, type SpotOf } from './run-stops.ts';
import { tellingsOf } from './telling.ts';
import { withCanals, withGaugeChanges, type ChainStation } from './way-points.ts';

/** The map, as far as ships and trains need it. What it answers is kept: the same is asked again and again. */
export interface EtaMap {
  readonly spotOf: SpotOf;
  /** `around`: a strait or canal to keep out of; left out: none. */
  measure(mode: RunLeg['mode'], stops: readonly PlannedStop[], around?: string): MeasuredWay;
  passagesBetween(from: LonLat, to: LonLat): readonly string[];
  /** Stations from one to another; empty where no line joins them. */
  stationsBetween(from: string, to: string): readonly ChainStation[];
}

/** One run with all that is known of it. */
export interface KnownRun {
  readonly leg: RunLeg;
  readonly claims: readonly FactClaim[];
  readonly runOf: RunOf;
  /** Where it was, by its own positions. */
  readonly track: readonly EtaFix[];
  /** Where the ship herself says that she goes next; null: nowhere known. */
  readonly bound: Spot | null;
}

/** Its IMO number or train, as far as anybody told it with this run. */
export function carrierOf({ leg: { run, leg }, claims, runOf }: Pick<KnownRun, 'leg' | 'claims' | 'runOf'>): string | null {
  const said = () => claims.find((claim) => claim.event.transport?.vesselImo && runOf(claim) === run);
  if (leg.mode === 'RAIL') return leg.transport?.train ?? null;
  return sailingOf(run)?.imo ?? leg.transport?.vesselImo ?? said()?.event.transport?.vesselImo ?? null;
} // prettier-ignore

/** Its stops from where the cargo went aboard to where it brings it, canals and borders included; null: not on the map. */
export function stopsAhead({ leg, claims, runOf, bound }: KnownRun, map: EtaMap, policy: PredictionPolicy): PlannedStop[] | null {
  const told = runStops(leg, claims, runOf, map.spotOf);
  const [first, last] = [told?.[0], told?.at(-1)];
  if (!told || !first || !last) return null;
  if (leg.mode === 'RAIL') {
    const chain = map.stationsBetween(first.place, last.place);
    return chain.length > 0 ? withGaugeChanges(told, chain) : null;
  }
  return withCanals(withNext(told, bound, map, policy), policy.canals, (from, to) => map.passagesBetween(from, to));
} // prettier-ignore

/** When the run arrives; null where nothing is known to go by. */
export function predictRun(
  run: KnownRun,
  map: EtaMap,
  tables: EtaTables,
  policy: PredictionPolicy,
  now: number,
): EtaPrediction | null {
  const { mode } = run.leg;
  const stops = stopsAhead(run, map, policy);
  if (!stops) return null;
  const passes = mode === 'RAIL' ? passesOf(run.leg.run, run.claims, run.runOf, map.spotOf) : [];
  // Where she was before she left may lie on the way, too: ships come and go by the same lanes.
  const left = stops[0]?.departedAt ?? -Infinity;
  const seen = [...run.track, ...passes].filter((fix) => fix.at >= left).sort((a, b) => a.at - b.at);
  const fixes = fixesToGoBy(seen, policy.fixes, now);
  const way = plannedWay(mode, stops, (through) => map.measure(mode, through), fixes, policy.offNmMax);
  return predictArrival({ way, carrier: carrierOf(run), fixes, now }, tables, policy);
}

/** Who else estimates this arrival. */
export function othersWhoEstimate({ leg, claims, runOf }: KnownRun): string[] {
  const told = tellingsOf(claims, { run: leg.run, place: leg.leg.to }, runOf);
  const others = told.filter((one) => one.isOnTarget && one.basis === 'ESTIMATED');
  return [...new Set(others.map(({ voice }) => voice.source.id))].sort();
}

/** The port that the ship names is called at first, unless that would be a long way round: then it is another one after. */
function withNext(
  stops: readonly PlannedStop[],
  bound: Spot | null,
  map: EtaMap,
  { detourPercent }: PredictionPolicy,
): readonly PlannedStop[] {
  if (!bound || stops.some(({ place }) => place === bound.place)) return stops;
  const next: PlannedStop = { kind: 'CALL', ...bound, arrivedAt: null, departedAt: null, notBefore: null };
  const at = stops.findIndex(({ arrivedAt, departedAt }) => arrivedAt === null && departedAt === null);
  const [before, after] = [stops[at - 1], stops[at]];
  if (!before || !after) return stops;
  const nm = (through: readonly PlannedStop[]) => map.measure('VESSEL', through).atNm.at(-1) ?? 0;
  const isDetour = nm([before, next, after]) > nm([before, after]) * (1 + detourPercent / 100);
  return isDetour ? stops : [...stops.slice(0, at), next, ...stops.slice(at)];
}
