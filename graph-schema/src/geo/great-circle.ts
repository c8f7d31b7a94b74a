import { distanceNm } from './distance.ts';
import { wrapLongitude, type LonLat } from './lon-lat.ts';

const RADIANS = Math.PI / 180;
/** One minute of arc, in radians: a nautical mile on the sphere. */
const RADIANS_PER_NM = 1.852 / 6371.0088;

/** The point at `fraction` (0–1) of the way from one point to another along the great circle. */
export function interpolate(from: LonLat, to: LonLat, fraction: number): LonLat {
  const angle = distanceNm(from, to) * RADIANS_PER_NM;
  const sinAngle = Math.sin(angle);
  // The same point, or points opposite each other, between which every direction is as short as any other.
  if (sinAngle < 1e-12) return fraction < 0.5 ? from : to;
  const a = Math.sin((1 - fraction) * angle) / sinAngle;
  const b = Math.sin(fraction * angle) / sinAngle;
  const [fromLongitude, fromLatitude] = [from[0] * RADIANS, from[1] * RADIANS];
  const [toLongitude, toLatitude] = [to[0] * RADIANS, to[1] * RADIANS];
  const x =
    a * Math.cos(fromLatitude) * Math.cos(fromLongitude) + b * Math.cos(toLatitude) * Math.cos(toLongitude);
  const y =
    a * Math.cos(fromLatitude) * Math.sin(fromLongitude) + b * Math.cos(toLatitude) * Math.sin(toLongitude);
  const z = a * Math.sin(fromLatitude) + b * Math.sin(toLatitude);
  return [wrapLongitude(Math.atan2(y, x) / RADIANS), Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

/**
 * Points along the great circle, both ends included, at most `stepNm` nautical miles apart. Longitudes stay within
 * ±180: split the line at the antimeridian before drawing it.
 */
export function greatCircle(from: LonLat, to: LonLat, stepNm: number): LonLat[] {
  const pieces = Math.max(1, Math.ceil(distanceNm(from, to) / stepNm));
  const points: LonLat[] = [from];
  for (let piece = 1; piece < pieces; piece += 1) points.push(interpolate(from, to, piece / pieces));
  points.push(to);
  return points;
}

/** The point that lies `travelledNm` along a line; its ends for less than nothing or more than all. Null for no line. */
export function pointAlong(line: readonly LonLat[], travelledNm: number): LonLat | null {
  let left = travelledNm;
  let before: LonLat | null = null;
  for (const point of line) {
    if (before) {
      const piece = distanceNm(before, point);
      if (left <= piece) return left <= 0 ? before : interpolate(before, point, left / piece);
      left -= piece;
    }
    before = point;
  }
  return before;
}
