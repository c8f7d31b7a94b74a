export type LngLat = readonly [longitude: number, latitude: number];

/** West and east may lie beyond ±180 so that west < east always: a box over the Pacific is one box. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** The smallest box that holds all points, going over the antimeridian where that is shorter; null without points. */
export function boundsOf(points: readonly LngLat[]): Bounds | null {
  if (points.length === 0) return null;
  const latitudes = points.map(([, latitude]) => latitude);
  const longitudes = [...new Set(points.map(([longitude]) => wrap(longitude)))].toSorted((a, b) => a - b);
  // The widest empty stretch of the circle is left out of the box; it ends at `west` and begins at `east`.
  const first = longitudes[0] ?? 0;
  let west = first;
  let east = longitudes.at(-1) ?? first;
  let widest = first + 360 - east;
  longitudes.forEach((longitude, index) => {
    const next = longitudes[index + 1];
    if (next === undefined || next - longitude <= widest) return;
    widest = next - longitude;
    west = next;
    east = longitude + 360;
  });
  return [west, Math.min(...latitudes), east, Math.max(...latitudes)];
}

/** A little room for a journey of one place, which would else be zoomed in to the metre. */
export function withRoom([west, south, east, north]: Bounds, degrees: number): Bounds {
  const addedWidth = Math.max(0, degrees - (east - west)) / 2;
  const addedHeight = Math.max(0, degrees - (north - south)) / 2;
  return [
    west - addedWidth,
    Math.max(-85, south - addedHeight),
    east + addedWidth,
    Math.min(85, north + addedHeight),
  ];
}

/** Whether a box lies in another one, on whichever turn around the globe. */
export function contains([west, south, east, north]: Bounds, inner: Bounds): boolean {
  const turn = Math.ceil((west - inner[0]) / 360) * 360;
  return inner[2] + turn <= east && inner[1] >= south && inner[3] <= north;
}

/** Whether any of a box lies in another one, on whichever turn around the globe. */
export function meets([west, south, east, north]: Bounds, other: Bounds): boolean {
  const turn = Math.ceil((west - other[2]) / 360) * 360;
  return other[0] + turn <= east && other[3] >= south && other[1] <= north;
}

/** From -180 up to, and without, 180. */
export function wrap(longitude: number): number {
  if (longitude >= -180 && longitude < 180) return longitude;
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
