import type { LonLat } from '../../geo/lon-lat.ts';
import { measureLine, wayTaken, type EtaFix, type EtaWay, type MeasuredLine, type WayStop } from './predict-way.ts'; // prettier-ignore

/** A place of a run as far as it is told, the one where it began included. */
export interface PlannedStop extends Omit<WayStop, 'atNm'> {
  readonly position: LonLat;
}

/** A way through places, with the miles at which each of them lies. */
export interface MeasuredWay {
  readonly line: MeasuredLine;
  readonly atNm: readonly number[];
}

/** The way from one place to the next. */
export type LineBetween = (from: PlannedStop, to: PlannedStop) => MeasuredLine;

export function measureWay(stops: readonly PlannedStop[], lineBetween: LineBetween): MeasuredWay {
  const atNm = [0];
  const points = stops.slice(1).flatMap((stop, index) => {
    const from = stops[index];
    const line = from ? lineBetween(from, stop) : measureLine([]);
    atNm.push((atNm.at(-1) ?? 0) + (line.along.at(-1) ?? 0));
    return line.points;
  });
  return { line: measureLine(points), atNm };
}

/**
 * The way through all these places, or without a call that the newest positions leave out. `measure` is asked for the same
 * places again and again.
 */
export function plannedWay(
  mode: EtaWay['mode'],
  stops: readonly PlannedStop[],
  measure: (stops: readonly PlannedStop[]) => MeasuredWay,
  fixes: readonly EtaFix[],
  offNmMax: number,
): EtaWay {
  const through = (places: readonly PlannedStop[]): EtaWay => {
    const { line, atNm } = measure(places);
    const ahead = places.slice(1).map((stop, index) => ({ ...stop, atNm: atNm[index + 1] ?? 0 }));
    return { mode, origin: places[0]?.place ?? '', line, stops: ahead };
  };
  const open = stops.slice(1).filter(({ kind, departedAt }) => kind === 'CALL' && departedAt === null);
  const without = open.map((left) => through(stops.filter((stop) => stop !== left)));
  return wayTaken([through(stops), ...without], fixes, offNmMax);
}

/**
 * Positions of the last days that were received by an instant, the newest first, one in so many hours. `fixes`: by time.
 */
export function fixesToGoBy(
  fixes: readonly EtaFix[],
  { days, everyHours }: { readonly days: number; readonly everyHours: number },
  now: number,
): EtaFix[] {
  const kept: EtaFix[] = [];
  for (let index = fixes.length - 1; index >= 0; index -= 1) {
    const fix = fixes[index];
    if (!fix || fix.at > now || fix.receivedAt > now) continue;
    if (fix.at < now - days * 86_400_000) break;
    const newer = kept.at(-1);
    if (!newer || newer.at - fix.at >= everyHours * 3_600_000) kept.push(fix);
  }
  return kept;
}
