import type { MultiLineString } from 'geojson';

const highestLatitude = 80;

/** Meridians and parallels every `step` degrees; straight on a Mercator map, so two points each. */
export function graticule(step: number): MultiLineString {
  const coordinates: [number, number][][] = [];
  for (let longitude = -180; longitude < 180; longitude += step)
    coordinates.push([
      [longitude, -highestLatitude],
      [longitude, highestLatitude],
    ]);
  const rows = Math.floor(highestLatitude / step);
  for (let row = -rows; row <= rows; row += 1)
    coordinates.push([
      [-180, row * step],
      [180, row * step],
    ]);
  return { type: 'MultiLineString', coordinates };
}
