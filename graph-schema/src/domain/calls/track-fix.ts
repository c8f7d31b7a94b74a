import { distanceNm } from '../../geo/distance.ts';
import { inOrder, type TrackFix } from '../../geo/track.ts';

/** Positions of one means of transport, as kept: epoch seconds, longitude, latitude, knots, navigation status. */
export type Track = readonly TrackFix[];

/** What carries cargo along zones, and how fast it can be: faster than that is a wrong position. */
export const MOVERS = { VESSEL: 45, RAIL: 220, AIR: 750 } as const;
export type Mover = keyof typeof MOVERS;

/** What receivers are wrong by without being wrong, in nautical miles. */
const SLACK_NM = 0.3;
/** A wrong stretch of more positions than these counts as true: two stations that use one number, say. */
const LOOK_BACK = 24;

export function nmBetween(a: TrackFix, b: TrackFix): number {
  return distanceNm([a[1], a[2]], [b[1], b[2]]);
}

/**
 * The positions in order of time without those where it cannot have been: the longest chain in which each can be reached
 * from the one before. A function of the set of positions, however they came.
 */
export function withoutSpikes(track: Track, mover: Mover): TrackFix[] {
  const fixes = [...track].sort(inOrder);
  const lengths: number[] = [];
  const before: number[] = [];
  let longest = -1;
  for (const [index, fix] of fixes.entries()) {
    let [length, from] = [0, -1];
    for (let other = index - 1; other >= Math.max(0, index - LOOK_BACK); other -= 1) {
      const reached = lengths[other] ?? 0;
      const earlier = fixes[other];
      if (reached <= length || !earlier || !isReachable(earlier, fix, MOVERS[mover])) continue;
      [length, from] = [reached, other];
      if (other === longest) break;
    }
    lengths.push(length + 1);
    before.push(from);
    if (longest < 0 || length + 1 >= (lengths[longest] ?? 0)) longest = index;
  }
  const chain: TrackFix[] = [];
  for (let index = longest; index >= 0; index = before[index] ?? -1) {
    const fix = fixes[index];
    if (fix) chain.push(fix);
  }
  return chain.reverse();
}

function isReachable(a: TrackFix, b: TrackFix, knots: number): boolean {
  return nmBetween(a, b) - SLACK_NM <= (knots * (b[0] - a[0])) / 3600;
}
