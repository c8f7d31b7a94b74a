import { interpolate } from '../geo/great-circle.ts';
import { distanceNm } from '../geo/distance.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { TrackFix } from '../geo/track.ts';

/** What something does next: goes to a point at a speed, or lies where it is for some hours. */
export type Doing =
  | { readonly to: LonLat; readonly knots: number }
  | { readonly hours: number; readonly status: number | null; readonly knots?: number };

const STEP_SECONDS = 300;

/** Its positions every five minutes, from `start` (ISO) at `from`. */
export function sailedTrack(start: string, from: LonLat, doings: readonly Doing[]): TrackFix[] {
  const fixes: TrackFix[] = [];
  let at = Date.parse(start) / 1000;
  let place = from;
  for (const doing of doings) {
    const begin = place;
    const seconds = 'to' in doing ? (3600 * distanceNm(begin, doing.to)) / doing.knots : doing.hours * 3600;
    for (let passed = 0; passed < seconds; passed += STEP_SECONDS) {
      const point = 'to' in doing ? interpolate(begin, doing.to, passed / seconds) : begin;
      const status = 'to' in doing ? 0 : doing.status;
      fixes.push([at + passed, point[0], point[1], doing.knots ?? 0, status]);
    }
    at += Math.ceil(seconds / STEP_SECONDS) * STEP_SECONDS;
    if ('to' in doing) place = doing.to;
  }
  fixes.push([at, place[0], place[1], 0, null]);
  return fixes;
}
