import { distanceNm } from '../../geo/distance.ts';
import { wrapLongitude, type LonLat } from '../../geo/lon-lat.ts';

/** A line with how far along it each of its points lies, in nautical miles. */
export interface MeasuredLine {
  readonly points: readonly LonLat[];
  readonly along: readonly number[];
}

/** What a run stops for. */
export type StopKind =
  | /** A port of call, or a station where the train is worked on. */ 'CALL'
  | /** The queue and convoy of a canal. */ 'CANAL'
  | /** Boxes go over to wagons of another gauge 换装. */ 'GAUGE_CHANGE'
  | /** Roads and anchorage of the port waited for, until alongside; the yard of the station. */ 'ARRIVAL';

/** A place on the way where time goes by without a mile made good. */
export interface WayStop {
  readonly kind: StopKind;
  /** UN/LOCODE, station, or name of the canal: what its usual stay is learned by. */
  readonly place: string;
  readonly atNm: number;
  /** Epoch milliseconds of what is told of it; null: nothing told. */
  readonly arrivedAt: number | null;
  readonly departedAt: number | null;
  /** Planned departure, before which nobody leaves; null: not known. */
  readonly notBefore: number | null;
}

/** The way of one run, from where it began to the stop that is waited for, the last of `stops`. */
export interface EtaWay {
  readonly mode: 'VESSEL' | 'RAIL';
  readonly origin: string;
  readonly line: MeasuredLine;
  /** In the order of the way. */
  readonly stops: readonly WayStop[];
}

/** A position that somebody told. Epoch milliseconds. */
export interface EtaFix {
  readonly at: number;
  readonly receivedAt: number;
  readonly position: LonLat;
}

/** How far along the way it was, and when. */
export interface Progress {
  readonly at: number;
  readonly alongNm: number;
}

export function measureLine(points: readonly LonLat[]): MeasuredLine {
  let sum = 0;
  const along = points.map((point, index) => {
    const before = points[index - 1];
    if (before) sum += distanceNm(before, point);
    return sum;
  });
  return { points, along };
}

/** How far beside the way a fix may lie, how fast anything moves along it, and where it was told to be last (null: nowhere). */
export interface WayLimits {
  readonly offNmMax: number;
  readonly knotsMax: number;
  readonly since: Progress | null;
}

/** Nobody goes back further than this: fixes scatter, ships turn at anchor. */
const BACK_NM = 12;
/** Clocks of senders, and the corners that a line cuts. */
const AHEAD_NM = 25;

/**
 * Fixes as progress along the line, by time. A way that comes by the same water twice is followed in order: from one fix to
 * the next only so far as can have been made good. What lies beside the way is left out.
 */
export function progressOf(fixes: readonly EtaFix[], line: MeasuredLine, limits: WayLimits): Progress[] {
  const sorted = [...fixes].sort((a, b) => a.at - b.at || comparePoints(a.position, b.position));
  const all: Progress[] = limits.since ? [limits.since] : [];
  for (const { at, position } of sorted) {
    const before = all.at(-1);
    if (before && at <= before.at) continue;
    const hours = before ? (at - before.at) / 3_600_000 : 0;
    const from = before ? before.alongNm - BACK_NM : 0;
    const to = before ? before.alongNm + hours * limits.knotsMax + AHEAD_NM : Infinity;
    const near = nearestOn(line, position, from, to);
    if (near && near.offNm <= limits.offNmMax) all.push({ at, alongNm: near.alongNm });
  }
  return all;
}

/** So many of the newest positions say which way a run takes: one alone may be wrong. */
const NEWEST = 3;

/**
 * Of several ways, as with and without a call, the first on which the newest positions lie; where they lie on none, the first.
 * So a ship on the straight way to the port after next is taken to leave the next one out before anybody says so.
 */
export function wayTaken(
  ways: readonly [EtaWay, ...EtaWay[]],
  fixes: readonly EtaFix[],
  offNmMax: number,
): EtaWay {
  const newest = [...fixes]
    .sort((a, b) => b.at - a.at || comparePoints(a.position, b.position))
    .slice(0, NEWEST);
  const isOn = ({ line }: EtaWay) =>
    newest.some(({ position }) => (nearestOn(line, position, 0, Infinity)?.offNm ?? Infinity) <= offNmMax);
  return newest.length < NEWEST ? ways[0] : (ways.find(isOn) ?? ways[0]);
}

function nearestOn(
  { points, along }: MeasuredLine,
  position: LonLat,
  from: number,
  to: number,
): { readonly alongNm: number; readonly offNm: number } | null {
  let best: { alongNm: number; offNm: number } | null = null;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b, start, end] = [points[index - 1], points[index], along[index - 1], along[index]];
    if (!a || !b || start === undefined || end === undefined || end < from) continue;
    if (start > to) break;
    // A degree of latitude is 60 nm whatever the longitude: too far north or south is too far.
    if (Math.min(Math.abs(a[1] - position[1]), Math.abs(b[1] - position[1])) * 60 > (best?.offNm ?? Infinity) + end - start) continue; // prettier-ignore
    const { share, offNm } = beside(a, b, position);
    const alongNm = Math.min(Math.max(start + share * (end - start), from, 0), to);
    if (!best || offNm < best.offNm) best = { alongNm, offNm };
  }
  return best;
}

/** Where on a short line a point comes nearest, the Earth taken as flat around it. */
function beside(a: LonLat, b: LonLat, point: LonLat): { readonly share: number; readonly offNm: number } {
  const narrow = Math.cos((point[1] * Math.PI) / 180) * 60;
  const flat = (to: LonLat) => [wrapLongitude(to[0] - point[0]) * narrow, (to[1] - point[1]) * 60] as const;
  const [[ax, ay], [bx, by]] = [flat(a), flat(b)];
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
  return { share, offNm: Math.hypot(ax + share * dx, ay + share * dy) };
}

function comparePoints(a: LonLat, b: LonLat): number {
  return a[0] - b[0] || a[1] - b[1];
}
