import type { LonLat } from './lon-lat.ts';

/** Mean radius of the Earth (IUGG) in nautical miles of 1,852 m. */
const EARTH_RADIUS_NM = 6371.0088 / 1.852;
const RADIANS = Math.PI / 180;

/** Great-circle distance in nautical miles (haversine: the Earth as a sphere, within 0.5 %). */
export function distanceNm(from: LonLat, to: LonLat): number {
  const sinLatitude = Math.sin(((to[1] - from[1]) * RADIANS) / 2);
  const sinLongitude = Math.sin(((to[0] - from[0]) * RADIANS) / 2);
  const chord =
    sinLatitude * sinLatitude +
    Math.cos(from[1] * RADIANS) * Math.cos(to[1] * RADIANS) * sinLongitude * sinLongitude;
  return 2 * EARTH_RADIUS_NM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Length of a line in nautical miles; 0 for fewer than two points. */
export function lengthNm(line: readonly LonLat[]): number {
  let sum = 0;
  let before: LonLat | null = null;
  for (const point of line) {
    if (before) sum += distanceNm(before, point);
    before = point;
  }
  return sum;
}

/** Course at `from` towards `to` along the great circle, degrees true 0–360. */
export function bearingDegrees(from: LonLat, to: LonLat): number {
  const turn = (to[0] - from[0]) * RADIANS;
  const [fromLatitude, toLatitude] = [from[1] * RADIANS, to[1] * RADIANS];
  const east = Math.sin(turn) * Math.cos(toLatitude);
  const north =
    Math.cos(fromLatitude) * Math.sin(toLatitude) -
    Math.sin(fromLatitude) * Math.cos(toLatitude) * Math.cos(turn);
  return (Math.atan2(east, north) / RADIANS + 360) % 360;
}
