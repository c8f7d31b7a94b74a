import { distanceNm, lengthNm } from 'graph-schema/geo/distance';
import { pointAlong } from 'graph-schema/geo/great-circle';
import type { LonLat } from 'graph-schema/geo/lon-lat';

/** Cuts a line where it comes nearest to a point: what lies behind, and what is still ahead; both end at the point. */
export function splitPath(line: readonly LonLat[], at: LonLat): { behind: LonLat[]; ahead: LonLat[] } {
  let best = { index: 0, distance: Infinity, point: line[0] ?? at };
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [a, b] = [line[i], line[i + 1]];
    if (!a || !b) continue;
    const point = nearestOn(a, b, at);
    const distance = distanceNm(point, at);
    if (distance < best.distance) best = { index: i, distance, point };
  }
  return { behind: [...line.slice(0, best.index + 1), at], ahead: [at, ...line.slice(best.index + 1)] };
}

/** The nearest of a few points along a stretch: exact enough for a map at any zoom that shows the whole leg. */
function nearestOn(a: LonLat, b: LonLat, wanted: LonLat): LonLat {
  const length = lengthNm([a, b]);
  let best: LonLat = a;
  for (let step = 0; step <= 16; step += 1) {
    const point = pointAlong([a, b], (length * step) / 16) ?? a;
    if (distanceNm(point, wanted) < distanceNm(best, wanted)) best = point;
  }
  return best;
}
