import type { LonLat } from '../../geo/lon-lat.ts';
import type { TrackFix } from '../../geo/track.ts';
import { nmBetween } from './track-fix.ts';

/** A stretch of a track in which something lay still. */
export interface Stop {
  /** Indexes of its first and its last position in the track. */
  readonly first: number;
  readonly last: number;
  readonly center: LonLat;
  readonly minutes: number;
  /** What it says of itself most of the time: anchored, moored, under way; null where it says nothing. */
  readonly status: 'ANCHORED' | 'MOORED' | 'UNDER_WAY' | null;
}

/** Two bounds each for speed and place, so that what lies at a bound does not stop and go. */
export interface StopRule {
  readonly enterKnots: number;
  readonly leaveKnots: number;
  readonly enterNm: number;
  readonly leaveNm: number;
  /** Away for less than this and back is not gone. */
  readonly backMinutes: number;
  readonly leastMinutes: number;
}

/** Speeds of places apart in time say nothing after this. */
const IMPLIED_SECONDS = 3600;

export function stopsOf(fixes: readonly TrackFix[], rule: StopRule): Stop[] {
  const stops: Stop[] = [];
  let index = 0;
  while (index < fixes.length) {
    const stop = stopFrom(fixes, index, rule);
    if (stop && stop.minutes >= rule.leastMinutes) {
      stops.push(stop);
      index = stop.last + 1;
    } else index += 1;
  }
  return stops;
}

function stopFrom(fixes: readonly TrackFix[], first: number, rule: StopRule): Stop | null {
  const start = fixes[first];
  if (!start || !isSlow(fixes, first, rule.enterKnots)) return null;
  const inside = [start];
  let last = first;
  for (let index = first + 1; index < fixes.length; index += 1) {
    const fix = fixes[index];
    const held = fixes[last];
    if (!fix || !held) break;
    const isGone = nmBetween(start, fix) > rule.leaveNm || !isSlow(fixes, index, rule.leaveKnots);
    const isBack = nmBetween(start, fix) <= rule.enterNm && isSlow(fixes, index, rule.enterKnots);
    const minutesAway = (fix[0] - held[0]) / 60;
    // One position after another lies still: a long silence between them is no absence.
    const isNext = index === last + 1;
    if (isNext ? !isGone : isBack && minutesAway <= rule.backMinutes) {
      last = index;
      inside.push(fix);
    } else if (!isNext && minutesAway > rule.backMinutes) break;
  }
  const end = fixes[last] ?? start;
  return {
    first,
    last,
    center: [meanOf(inside.map((fix) => fix[1])), meanOf(inside.map((fix) => fix[2]))],
    minutes: (end[0] - start[0]) / 60,
    status: statusOf(inside),
  };
}

function isSlow(fixes: readonly TrackFix[], index: number, knots: number): boolean {
  const speed = knotsAt(fixes, index);
  return speed !== null && speed < knots;
}

/** As reported, else by what it made since the position before or to the next. */
export function knotsAt(fixes: readonly TrackFix[], index: number): number | null {
  const fix = fixes[index];
  if (!fix) return null;
  if (fix[3] !== null) return fix[3];
  const made = (other: TrackFix | undefined) => {
    const seconds = other ? Math.abs(fix[0] - other[0]) : 0;
    return other && seconds > 0 && seconds <= IMPLIED_SECONDS
      ? (nmBetween(other, fix) * 3600) / seconds
      : null;
  };
  return made(fixes[index - 1]) ?? made(fixes[index + 1]);
}

/** AIS numbers: 1 at anchor, 5 moored, 15 not defined. */
function statusOf(fixes: readonly TrackFix[]): Stop['status'] {
  const count = (wanted: (status: number) => boolean) =>
    fixes.filter(([, , , , status]) => status !== null && wanted(status)).length;
  const anchored = count((status) => status === 1);
  const moored = count((status) => status === 5);
  const other = count((status) => status !== 1 && status !== 5 && status !== 15);
  if (anchored + moored + other === 0) return null;
  if (moored >= anchored && moored >= other) return 'MOORED';
  return anchored >= other ? 'ANCHORED' : 'UNDER_WAY';
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
