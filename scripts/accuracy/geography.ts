/** A town of the world in which boxes travel. */
export interface Town {
  readonly unLocode: string;
  readonly lon: number;
  readonly lat: number;
  /** Towns of one land reach each other by road. */
  readonly land: 'EURASIA' | 'AMERICA' | 'JAPAN' | 'BRITAIN';
}

const town = (unLocode: string, lon: number, lat: number, land: Town['land']): Town => ({
  unLocode,
  lon,
  lat,
  land,
});

export const PORTS = [
  town('CNNBO', 121.9, 29.9, 'EURASIA'),
  town('CNSGH', 121.5, 31.2, 'EURASIA'),
  town('CNYTN', 114.3, 22.6, 'EURASIA'),
  town('CNQIN', 120.3, 36.1, 'EURASIA'),
  town('JPYOK', 139.6, 35.4, 'JAPAN'),
  town('INNSA', 72.9, 18.9, 'EURASIA'),
  town('NLRTM', 4.5, 51.9, 'EURASIA'),
  town('DEHAM', 10.0, 53.5, 'EURASIA'),
  town('GRPIR', 23.6, 37.9, 'EURASIA'),
  town('GBFXT', 1.3, 51.9, 'BRITAIN'),
  town('USLAX', -118.2, 33.7, 'AMERICA'),
  town('USNYC', -74.0, 40.7, 'AMERICA'),
] as const satisfies readonly Town[];

/** Ports where boxes change ships. */
export const HUBS = [
  town('SGSIN', 103.8, 1.3, 'EURASIA'),
  town('LKCMB', 79.8, 6.9, 'EURASIA'),
  town('MYTPP', 103.5, 1.4, 'EURASIA'),
] as const satisfies readonly Town[];

/** Inland stations from which boxes go to their ship by rail (铁水联运), each with its port. */
export const STATIONS = [
  [town('CNXIA', 108.9, 34.3, 'EURASIA'), 'CNQIN'],
  [town('CNCKG', 106.6, 29.6, 'EURASIA'), 'CNNBO'],
  [town('CNZGZ', 113.6, 34.7, 'EURASIA'), 'CNNBO'],
] as const satisfies readonly (readonly [Town, string])[];

const EARTH_KM = 6371;
/** Nothing on a road or rail is faster, detours included; no ship either. */
const LAND_KMH = 90;
const SEA_KMH = 45;

export function distanceKm(a: Town, b: Town): number {
  if (a.unLocode === b.unLocode) return 0;
  const rad = Math.PI / 180;
  const half =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
}

/** The least hours by road; null where no road leads, or none that anybody would send a box by. */
export function hoursByRoad(a: Town, b: Town): number | null {
  const km = distanceKm(a, b);
  return a.land === b.land && km < 4000 ? km / LAND_KMH : null;
}

/** The least hours by whatever means. */
export function leastHours(a: Town, b: Town): number {
  return distanceKm(a, b) / (hoursByRoad(a, b) === null ? SEA_KMH : LAND_KMH);
}
