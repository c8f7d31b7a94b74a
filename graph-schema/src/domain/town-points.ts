import type { Gazetteer } from './place.ts';

/** Where a town lies, as a point on the sphere of radius 1; so distances are cheap. */
export type TownPoint = readonly [x: number, y: number, z: number];

/** Where the town of a UN/LOCODE lies; null where no table knows. */
export type TownPoints = (unLocode: string) => TownPoint | null;

export const NO_TOWN_POINTS: TownPoints = () => null;

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

const pointsOf = new WeakMap<object, TownPoints>();

/** Of the tables that this gazetteer is over; each town is looked up once. */
export function townPointsOf(places: Pick<Gazetteer, 'findLocode'>): TownPoints {
  const before = pointsOf.get(places);
  if (before) return before;
  const known = new Map<string, TownPoint | null>();
  const points: TownPoints = (unLocode) => {
    const seen = known.get(unLocode);
    if (seen !== undefined) return seen;
    const place = places.findLocode(unLocode);
    const point = place && pointAt(place.latitude, place.longitude);
    known.set(unLocode, point);
    return point;
  };
  pointsOf.set(places, points);
  return points;
}

function pointAt(latitude: number | null, longitude: number | null): TownPoint | null {
  if (latitude === null || longitude === null) return null;
  const [lat, lon] = [latitude * RADIANS, longitude * RADIANS];
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

/** As the crow flies. */
export function kmBetween(a: TownPoint, b: TownPoint): number {
  const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  return 2 * EARTH_KM * Math.asin(Math.min(1, chord / 2));
}
