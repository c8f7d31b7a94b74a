import { distanceNm } from 'graph-schema/geo/distance';
import type { TrackPoint } from 'graph-schema/geo/track';

/** More points than this are not told apart on any screen. */
const POINTS_MAX = 400;

/**
 * The last stretch of a track on which something was seen without a gap longer than `gapSeconds`, from `since` (epoch
 * seconds) on, ending with its last point. Long ones lose points that lie close together.
 */
export function seenWay(points: readonly TrackPoint[], since: number, gapSeconds: number): TrackPoint[] {
  const last = points.at(-1);
  if (!last) return [];
  const earlier = points.filter(([at]) => at >= since && at < last[0]).sort((a, b) => a[0] - b[0]);
  const way = [last];
  for (const point of earlier.toReversed()) {
    const next = way.at(-1);
    if (!next || next[0] - point[0] > gapSeconds) break;
    way.push(point);
  }
  return thinned(way.reverse());
}

/** Steps that the whole way has `POINTS_MAX` of are the shortest that are kept. */
function thinned(way: readonly TrackPoint[]): TrackPoint[] {
  if (way.length <= POINTS_MAX) return [...way];
  const step = way.reduce((sum, point, index) => sum + apart(way[index - 1] ?? point, point), 0) / POINTS_MAX;
  let walked = step;
  return way.filter((point, index) => {
    walked += apart(way[index - 1] ?? point, point);
    if (walked < step && index < way.length - 1) return false;
    walked = 0;
    return true;
  });
}

function apart([, ...a]: TrackPoint, [, ...b]: TrackPoint): number {
  return distanceNm(a, b);
}
