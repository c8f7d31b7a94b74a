import { numberOrNull, readTable, textOrNull } from './table-file.ts';

export interface AirportRow {
  readonly iata: string;
  readonly icao: string | null;
  readonly name: string;
  readonly city: string | null;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly zone: string | null;
  readonly unLocode: string | null;
  /** Whether `unLocode` is the airport's own code, or only that of the town of its name. */
  readonly isOwnLocode: boolean;
}

const columns = 'iata icao name city country latitude longitude zone unLocode unLocodeBasis'.split(' ');

export function readAirports(directory: string): AirportRow[] {
  return readTable(directory, 'airports', columns).map(
    ([iata = '', icao, name = '', city, country = '', latitude, longitude, zone, unLocode, basis]) => ({
      iata,
      icao: textOrNull(icao),
      name,
      city: textOrNull(city),
      country,
      latitude: numberOrNull(latitude),
      longitude: numberOrNull(longitude),
      zone: textOrNull(zone),
      unLocode: textOrNull(unLocode),
      isOwnLocode: basis !== 'town',
    }),
  );
}

/** Countries with a single zone → that zone. */
export function readCountryZones(directory: string): Map<string, string> {
  const zones = new Map<string, string>();
  for (const [country = '', zone = ''] of readTable(directory, 'country-zones', ['country', 'zone'])) {
    zones.set(country, zone);
  }
  return zones;
}
