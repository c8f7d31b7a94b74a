import type { Gazetteer, Place } from '../domain/place.ts';
import type { AirportRow } from './airports.ts';
import type { PlaceOverride } from './place-overrides.ts';
import type { ReferenceTables } from './reference-tables.ts';

interface LocodeIndex extends Pick<Gazetteer, 'findLocode' | 'findAirport'> {
  /** Upper case without blanks and dashes, with its alias followed. */
  readonly canonicalLocode: (written: string) => string;
}

const compact = (written: string) =>
  written
    .normalize('NFKC')
    .replace(/[\s\-./]/g, '')
    .toUpperCase();
const hasPoint = <T extends { latitude: number | null; longitude: number | null }>(
  row: T | null | undefined,
): row is T & { latitude: number; longitude: number } =>
  row !== undefined && row !== null && row.latitude !== null && row.longitude !== null;

/** Two points over about 150 km apart cannot be one port: then the operator's official table is believed. */
function isFarApart(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): boolean {
  const degreesOfLatitude = a.latitude - b.latitude;
  const wrapped = Math.abs(((a.longitude - b.longitude + 540) % 360) - 180);
  const degreesOfLongitude = wrapped * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(degreesOfLatitude, degreesOfLongitude) > 1.35;
}

function kindOfFunctions(functions: string): Place['kind'] {
  if (functions.includes('1')) return 'PORT';
  return functions.replace(/-/g, '') === '4' ? 'AIRPORT' : 'PLACE';
}

/**
 * UN/LOCODEs and airports over all tables. Precedence for the point: our corrections, the port table (unless an
 * imported official point is far off), the imported table, the airport of the same code. For the name: corrections,
 * the imported table, the bundled UN/LOCODE table, the port, the airport.
 */
export function createLocodeIndex(tables: ReferenceTables): LocodeIndex {
  const ports = new Map(tables.ports.map((row) => [row.code, row]));
  const overrides = new Map<string, PlaceOverride>(tables.overrides.map((row) => [row.key, row]));
  const airports = new Map<string, AirportRow>();
  const airportByLocode = new Map<string, AirportRow>();
  for (const airport of tables.airports) {
    airports.set(airport.iata, airport);
    if (airport.unLocode === null) continue;
    if (airport.isOwnLocode || !airportByLocode.has(airport.unLocode)) {
      airportByLocode.set(airport.unLocode, airport);
    }
  }

  for (const { key, unLocode } of tables.overrides) {
    const airport = key.startsWith('IATA:') ? airports.get(key.slice('IATA:'.length)) : undefined;
    if (airport && unLocode !== null)
      airportByLocode.set(unLocode, { ...airport, unLocode, isOwnLocode: true });
  }

  const canonicalLocode = (written: string) => {
    const code = compact(written);
    return tables.unLocodeAliases.get(code) ?? code;
  };

  function makePlace(code: string): Place | null {
    const override = overrides.get(code);
    const official = tables.importedLocodes.find(code);
    const port = ports.get(code);
    const airport = airportByLocode.get(code);
    const name =
      override?.name ??
      official?.name ??
      tables.unLocodeNames.find(code) ??
      port?.name ??
      (airport?.isOwnLocode ? (airport.city ?? airport.name) : undefined);
    if (name === undefined) return null;

    // The port tables list some airports' codes as the port of their town: the name tells.
    const isAirport = airport?.isOwnLocode === true && /\b(Apt|Airport)\b/.test(name);
    const isPortMisplaced = hasPoint(port) && hasPoint(official) && isFarApart(port, official);
    const ownAirport = isAirport ? airport : undefined;
    const rows = [override, ownAirport, isPortMisplaced ? undefined : port, official, airport];
    const point = rows.find((row) => hasPoint(row));
    const country = code.slice(0, 2);
    const kind =
      override?.kind ??
      (isAirport
        ? 'AIRPORT'
        : port
          ? 'PORT'
          : official
            ? kindOfFunctions(official.functions)
            : airport?.isOwnLocode
              ? 'AIRPORT'
              : 'PLACE');
    return {
      id: code,
      unLocode: code,
      name,
      nameZh:
        tables.namesZh.get(code) ?? (isAirport ? tables.namesZh.get(`IATA:${airport.iata}`) : null) ?? null,
      country,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      zone: override?.zone ?? point?.zone ?? tables.countryZones.get(country) ?? null,
      kind,
    };
  }

  const places = new Map<string, Place | null>();
  return {
    canonicalLocode,
    findLocode: (written) => {
      const code = canonicalLocode(written);
      // Only codes of the right shape are remembered: what senders invent must not fill the memory.
      if (!/^[A-Z]{2}[A-Z0-9]{3}$/.test(code)) return null;
      const known = places.get(code);
      if (known !== undefined) return known;
      const place = makePlace(code);
      if (place) places.set(code, place);
      return place;
    },
    findAirport: (written) => {
      const iata = compact(written);
      const airport = airports.get(iata);
      const override = overrides.get(`IATA:${iata}`);
      if (!airport && !override) return null;
      const unLocode = override?.unLocode ?? airport?.unLocode ?? null;
      const town =
        unLocode === null ? null : tables.namesZh.get(tables.unLocodeAliases.get(unLocode) ?? unLocode);
      return {
        id: unLocode ?? `IATA:${iata}`,
        unLocode,
        name: override?.name ?? airport?.name ?? iata,
        nameZh: tables.namesZh.get(`IATA:${iata}`) ?? town ?? null,
        country: airport?.country ?? unLocode?.slice(0, 2) ?? '',
        latitude: override?.latitude ?? airport?.latitude ?? null,
        longitude: override?.longitude ?? airport?.longitude ?? null,
        zone: override?.zone ?? airport?.zone ?? null,
        kind: 'AIRPORT',
      };
    },
  };
}
