import type { LegTelling } from 'graph-schema/domain/eta/learn-errors';
import type { EtaFix } from 'graph-schema/domain/eta/predict-way';
import { normal } from './eta-noise.ts';
import { HOUR_MS, type TrueRun } from './eta-run.ts';
import { Random } from './random.ts';

/** What anybody is told of a run, by receipt. */
export interface ToldRun {
  readonly run: TrueRun;
  readonly fixes: readonly EtaFix[];
  /** Arrivals and departures at stops on the way, and when they were heard of. */
  readonly calls: readonly {
    readonly place: string;
    readonly arrivedAt: number;
    readonly departedAt: number;
    readonly arrivalHeardAt: number;
    readonly departureHeardAt: number;
  }[];
  readonly carrierTellings: readonly LegTelling[];
  /** When the arrival was heard of. */
  readonly closedAt: number;
}

/** Who estimates besides us. */
export const CARRIER_SOURCE = 'carrier';

export const CARRIER_MODEL =
  'The carrier (the train’s operator) tells an arrival on departure and then every 24 h give or take 6 h. It knows the schedule, the delay so far (of which it admits 70 %, in one voyage of four 40 %) and half of the queue at the berth (the yard) on the last two days; it counts omitted and added calls from the notice on. Its estimates scatter by 6 h + 2 % of the hours ahead, and less than two days ahead, with the berth assigned, by 4 h; one in twelve is the old one again. They are rounded to the hour.';

/** Positions each hour; at sea one is missed in 60 and with it the next 6 to 60 h; one in 15 is received up to a day late. */
export function toldOf(run: TrueRun): ToldRun {
  const random = new Random(run.seed * 3 + (run.service.mode === 'RAIL' ? 2 : 1) + 501);
  return {
    run,
    fixes: fixesOf(run, random),
    calls: run.stops.map(({ place, arrivedAt, departedAt }) => ({
      place,
      arrivedAt,
      departedAt,
      arrivalHeardAt: arrivedAt + random.between(0.5, 8) * HOUR_MS,
      departureHeardAt: departedAt + random.between(0.5, 8) * HOUR_MS,
    })),
    carrierTellings: carrierTellings(run, random),
    closedAt: run.arrivedAt + random.between(0.5, 6) * HOUR_MS,
  };
}

function fixesOf({ trail, service }: TrueRun, random: Random): EtaFix[] {
  const fixes: EtaFix[] = [];
  let silentUntil = 0;
  for (const { at, position, isMoving } of trail) {
    if (at < silentUntil) continue;
    if (isMoving && random.chance(1 / 60)) {
      silentUntil = at + random.between(6, service.mode === 'RAIL' ? 30 : 60) * HOUR_MS;
      continue;
    }
    const late = random.chance(1 / 15) ? random.between(1, 24) : random.between(0.02, 0.3);
    fixes.push({
      at,
      receivedAt: at + late * HOUR_MS,
      position: [position[0] + 0.01 * normal(random), position[1] + 0.01 * normal(random)],
    });
  }
  return fixes;
}

function carrierTellings(run: TrueRun, random: Random): LegTelling[] {
  const admitted = random.chance(0.25) ? 0.4 : 0.7;
  const last = run.stops.at(-1);
  const tellings: LegTelling[] = [];
  if (!last) return tellings;
  let eta = last.plannedArrival;
  const roads = last.departedAt - last.arrivedAt;
  for (let at = run.departedAt; at < run.arrivedAt; at += random.between(18, 30) * HOUR_MS) {
    const ahead = (run.arrivedAt - at) / HOUR_MS;
    const delay = delayAt(run, at);
    const near = ahead < 48;
    const believed = near
      ? run.arrivedAt - roads * 0.5
      : last.plannedArrival + admitted * delay + changedHours(run, at) * HOUR_MS;
    const spread = near ? 4 : 6 + 0.02 * ahead;
    const next = believed + spread * normal(random) * HOUR_MS;
    if (!random.chance(1 / 12)) eta = Math.max(Math.round(next / HOUR_MS) * HOUR_MS, at + HOUR_MS);
    tellings.push({ source: CARRIER_SOURCE, receivedAt: at, eta });
  }
  return tellings;
}

/** By how much it is behind its schedule, by the stop that it left or reached last and the miles since. */
function delayAt(run: TrueRun, at: number): number {
  const next = run.stops.find(({ arrivedAt }) => arrivedAt > at);
  const known = run.stops.findLast(({ arrivedAt }) => arrivedAt <= at);
  const there = known ? (known.departedAt <= at ? known.departedAt - known.plannedDeparture : Math.max(known.arrivedAt - known.plannedArrival, at - known.plannedDeparture)) : 0; // prettier-ignore
  if (!next || (known && known.departedAt > at)) return there;
  // What the passage has lost so far, in step with its miles.
  const began = known?.departedAt ?? run.departedAt;
  const share = (at - began) / (next.arrivedAt - began);
  const ends = next.arrivedAt - next.plannedArrival;
  return there + (ends - there) * share * 0.8;
}

/** Hours that calls left out or put in change, as far as the carrier has told so. */
function changedHours({ changes }: TrueRun, at: number): number {
  return changes
    .filter(({ toldAt }) => toldAt <= at)
    .reduce((sum, { isAdded }) => sum + (isAdded ? 20 : -20), 0);
}
