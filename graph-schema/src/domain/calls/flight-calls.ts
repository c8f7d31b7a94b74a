import type { TrackFix } from '../../geo/track.ts';
import type { Near, Spot } from './call-zones.ts';
import { stepOf, type DerivedCall } from './derived-call.ts';
import { knotsAt } from './stops.ts';

/** Slower than this it rolls, faster it flies; in between it may do either. */
const ROLLING_KNOTS = 60;
const FLYING_KNOTS = 120;
/** From the middle of the largest airports to the ends of their runways. */
const AIRPORT_NM = 3;
const KNOWN_SECONDS = 30 * 60;

/** Take-offs and landings: between the last position on the ground of an airport and the first in the air, or the other way. */
export function flightCalls(fixes: readonly TrackFix[], airports: Near<Spot>): DerivedCall[] {
  const calls: DerivedCall[] = [];
  let last: { index: number; flies: boolean } | null = null;
  for (const index of fixes.keys()) {
    const knots = knotsAt(fixes, index);
    const flies =
      knots === null || (knots >= ROLLING_KNOTS && knots < FLYING_KNOTS) ? null : knots >= FLYING_KNOTS;
    if (flies === null) continue;
    if (last && last.flies !== flies) {
      const [before, after] = [fixes[last.index], fixes[index]];
      const ground = flies ? before : after;
      const airport = ground && airports([ground[1], ground[2]], AIRPORT_NM)[0]?.one;
      if (before && after && airport && after[0] - before[0] <= KNOWN_SECONDS)
        calls.push({
          code: flies ? 'DEPARTED' : 'ARRIVED',
          at: stepOf(ground[0]),
          spot: airport,
          passage: null,
          between: [before[0], after[0]],
        });
    }
    last = { index, flies };
  }
  return calls;
}
