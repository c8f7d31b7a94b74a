import type { LonLat } from '../../geo/lon-lat.ts';
import type { TrackFix } from '../../geo/track.ts';
import type { Gate } from './call-zones.ts';
import { stepOf, type DerivedCall } from './derived-call.ts';

/** Who comes no further than this beyond the line may still turn, or lies on it. */
const BEYOND_NM = 2;
/** Between positions further apart nobody knows the way. */
const KNOWN_SECONDS = 3 * 3600;
/** Within this a ship that crossed the line comes clear of it. */
const CLEAR_SECONDS = 24 * 3600;
/** Nothing to look at further from the gate than this, in degrees. */
const NEAR_DEGREES = 5;

interface Crossing {
  readonly at: number;
  readonly between: readonly [number, number];
}

/** Straits and canals that a ship passed: from clear of the line on one side to clear of it on the other, across it. */
export function passagesOf(fixes: readonly TrackFix[], gates: readonly Gate[]): DerivedCall[] {
  return gates.flatMap((gate) => {
    const isNear = fixes.some((fix) => isNearGate(fix, gate));
    return isNear ? passesOf(fixes, gate) : [];
  });
}

function passesOf(fixes: readonly TrackFix[], gate: Gate): DerivedCall[] {
  const calls: DerivedCall[] = [];
  let side = 0;
  let crossing: Crossing | null = null;
  for (const [index, fix] of fixes.entries()) {
    const before = fixes[index - 1];
    crossing = (before && crossingBetween(before, fix, gate)) ?? crossing;
    const beyond = nmBeyond(fix, gate);
    if (Math.abs(beyond) < BEYOND_NM) continue;
    const isOther = side !== 0 && Math.sign(beyond) !== side;
    if (isOther && crossing && fix[0] - crossing.at <= CLEAR_SECONDS) {
      const { at, between } = crossing;
      calls.push({ code: 'PASSED', at: stepOf(at), spot: null, berth: null, passage: gate.name, between });
    }
    side = Math.sign(beyond);
    crossing = null;
  }
  return calls;
}

/** Where the way from one position to the next crosses the line, at even speed; null where it does not. */
function crossingBetween(from: TrackFix, to: TrackFix, { ends }: Gate): Crossing | null {
  const seconds = to[0] - from[0];
  if (seconds > KNOWN_SECONDS) return null;
  const [a, b] = ends;
  const share = crossed([from[1], from[2]], [to[1], to[2]], a, b);
  return share === null ? null : { at: from[0] + Math.round(share * seconds), between: [from[0], to[0]] };
}

/** Share of the way from `p` to `q` at which it meets the line from `a` to `b`; on a plane, as gates are short. */
function crossed(p: LonLat, q: LonLat, a: LonLat, b: LonLat): number | null {
  const [px, py, ax, ay] = [q[0] - p[0], q[1] - p[1], b[0] - a[0], b[1] - a[1]];
  const across = px * ay - py * ax;
  if (across === 0) return null;
  const share = ((a[0] - p[0]) * ay - (a[1] - p[1]) * ax) / across;
  const along = ((a[0] - p[0]) * py - (a[1] - p[1]) * px) / across;
  return share >= 0 && share < 1 && along >= 0 && along <= 1 ? share : null;
}

/** Nautical miles off the line that the gate lies on, with the sign of the side. */
function nmBeyond([, longitude, latitude]: TrackFix, { ends }: Gate): number {
  const [a, b] = ends;
  const narrow = Math.cos((a[1] * Math.PI) / 180);
  const [ax, ay] = [(b[0] - a[0]) * narrow, b[1] - a[1]];
  const [px, py] = [(longitude - a[0]) * narrow, latitude - a[1]];
  return (60 * (ax * py - ay * px)) / Math.hypot(ax, ay);
}

function isNearGate(
  [, longitude, latitude]: TrackFix,
  { ends: [[gateLongitude, gateLatitude]] }: Gate,
): boolean {
  return (
    Math.abs(longitude - gateLongitude) <= NEAR_DEGREES && Math.abs(latitude - gateLatitude) <= NEAR_DEGREES
  );
}
