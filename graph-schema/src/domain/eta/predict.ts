import { bandAt, type ErrorBand } from './error-band.ts';
import type { EtaTables } from './learn.ts';
import { remainingDwell, staysKnown, usualDwell } from './predict-dwell.ts';
import { madeGood, passageHours, passagesKnown, usualPace } from './predict-pace.ts';
import type { PredictionPolicy } from './predict-policy.ts';
import { progressOf, type EtaFix, type EtaWay, type Progress, type WayStop } from './predict-way.ts';

/** The name under which the errors of what is computed are learned. */
export const COMPUTED_SOURCE = 'computed-eta';

export interface PredictInput {
  readonly way: EtaWay;
  /** Ship by its IMO number, or the train's line; null: not known. */
  readonly carrier: string | null;
  /** In any order; what was received later than `now` is not looked at. */
  readonly fixes: readonly EtaFix[];
  /** Epoch milliseconds, service time. */
  readonly now: number;
}

/** When a run arrives, and of what the time until then is made up. Instants in epoch milliseconds. */
export interface EtaPrediction {
  readonly at: number;
  readonly p10: number;
  readonly p90: number;
  readonly band: ErrorBand;
  /** The position that it rests on. */
  readonly fixAt: number;
  readonly milesLeft: number;
  readonly parts: { readonly movingHours: number; readonly dwellHours: number };
  /** Past stays and passages that these hours rest on; 0: house values. */
  readonly rests: { readonly stays: number; readonly passages: number };
  /** Stops ahead, and the one where it is, with the hours that each still takes. */
  readonly stops: readonly {
    readonly place: string;
    readonly kind: WayStop['kind'];
    readonly hours: number;
  }[];
}

const HOUR_MS = 3_600_000;
/** Nothing computed says that it has arrived: that is told, or seen. */
const NEXT_MS = 15 * 60_000;

/**
 * The arrival at the last stop of a way, from the newest position on it: the miles to each stop at a pace blended of the last hours,
 * the passage so far, the ship and the lane, then the stay that is usual there. Null without a position to go by.
 */
export function predictArrival(
  input: PredictInput,
  tables: EtaTables,
  policy: PredictionPolicy,
): EtaPrediction | null {
  const { way, now } = input;
  const { max } = policy.knots[way.mode];
  const known = input.fixes.filter((fix) => fix.receivedAt <= now && fix.at <= now);
  const since = lastLeft(way, now);
  const progress = progressOf(known, way.line, { offNmMax: policy.offNmMax, knotsMax: max, since });
  const last = progress.at(-1);
  if (!last || now - last.at > policy.positionHoursMax * HOUR_MS) return null;

  let [clock, along, movingHours, dwellHours] = [last.at, last.alongNm, 0, 0];
  let [stays, passages] = [0, 0];
  const stops: { place: string; kind: WayStop['kind']; hours: number }[] = [];
  const milesLeft = Math.max(0, (way.stops.at(-1)?.atNm ?? along) - along);
  way.stops.forEach((stop, index) => {
    const isLast = index === way.stops.length - 1;
    if (!isLast && isBehind(stop, last, now, policy.stopNm)) return;
    const before = way.stops[index - 1];
    const nm = Math.max(0, stop.atNm - along);
    if (nm > policy.stopNm) {
      const from = before?.place ?? way.origin;
      const usual = usualPace(tables.paces, { mode: way.mode, carrier: input.carrier }, from, stop.place, policy); // prettier-ignore
      const hours = passageHours(nm, { usual, ...paceSoFar(progress, along === last.alongNm ? last : null, before, stop, way, policy) }, policy); // prettier-ignore
      movingHours += hours;
      passages += passagesKnown(tables.paces, way.mode, from, stop.place);
      clock += hours * HOUR_MS;
    }
    const came = nm <= policy.stopNm && along === last.alongNm ? cameAt(stop, progress, policy.stopNm) : null;
    const stay =
      came === null
        ? usualDwell(tables.dwells, way.mode, stop, policy)
        : remainingDwell(tables.dwells, way.mode, stop, (last.at - came) / HOUR_MS, policy);
    const leaves = Math.max(clock + stay * HOUR_MS, isLast ? -Infinity : (stop.notBefore ?? -Infinity));
    const hours = (leaves - clock) / HOUR_MS;
    stops.push({ place: stop.place, kind: stop.kind, hours });
    dwellHours += hours;
    stays += staysKnown(tables.dwells, way.mode, stop);
    clock = leaves;
    along = Math.max(along, stop.atNm);
  });
  const at = Math.max(clock, now + NEXT_MS);
  const band = bandAt(tables.errors, COMPUTED_SOURCE, (at - now) / HOUR_MS, policy);
  return {
    at,
    p10: Math.max(at + band.p10Hours * HOUR_MS, Math.min(now, at)),
    p90: at + band.p90Hours * HOUR_MS,
    band,
    fixAt: last.at,
    milesLeft,
    parts: { movingHours, dwellHours },
    rests: { stays, passages },
    stops,
  };
}

/** The last stop that it was told to have left. */
function lastLeft({ stops }: EtaWay, now: number): Progress | null {
  const stop = stops.findLast(({ departedAt }) => departedAt !== null && departedAt <= now);
  return stop?.departedAt ? { at: stop.departedAt, alongNm: stop.atNm } : null;
}

/** Told to be left, or passed by the newest position. */
function isBehind(stop: WayStop, last: Progress, now: number, stopNm: number): boolean {
  if (stop.departedAt !== null && stop.departedAt <= now) return true;
  return last.alongNm > stop.atNm + stopNm;
}

/** Since when it is at a stop: as told, else since the first of the newest positions there. */
function cameAt(stop: WayStop, progress: readonly Progress[], stopNm: number): number | null {
  if (stop.arrivedAt !== null) return stop.arrivedAt;
  const away = progress.findLastIndex(({ alongNm }) => Math.abs(alongNm - stop.atNm) > stopNm);
  return progress[away + 1]?.at ?? null;
}

/** What was made good since the stop before, where it is under way from there now. */
function paceSoFar(
  progress: readonly Progress[],
  last: Progress | null,
  before: WayStop | undefined,
  stop: WayStop,
  way: EtaWay,
  policy: PredictionPolicy,
) {
  if (!last) return { passage: null, recent: null };
  const { movingMin } = policy.knots[way.mode];
  const within = {
    fromNm: (before?.atNm ?? 0) + policy.stopNm,
    toNm: stop.atNm - policy.stopNm,
    since: -Infinity,
  };
  return {
    passage: madeGood(progress, within, movingMin),
    recent: madeGood(progress, { ...within, since: last.at - policy.recent.hours * HOUR_MS }, movingMin),
  };
}
