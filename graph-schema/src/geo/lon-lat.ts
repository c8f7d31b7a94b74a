/** Degrees, WGS 84, longitude first as in GeoJSON. */
export type LonLat = readonly [longitude: number, latitude: number];

/** The longitude in (−180, 180]; −180 becomes 180, so that both spellings of the antimeridian are one place. */
export function wrapLongitude(longitude: number): number {
  const wrapped = longitude - 360 * Math.ceil((longitude - 180) / 360);
  return wrapped === 0 ? 0 : wrapped;
}
