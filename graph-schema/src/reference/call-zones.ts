import { prepareZones, type PreparedZones } from '../domain/calls/calls-of.ts';
import type { CallZones, Gate, Roads, Spot } from '../domain/calls/call-zones.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { readAirports } from './airports.ts';
import { readPorts } from './ports.ts';
import { readRailStations } from './rail-stations.ts';
import { bundledDirectory, readTable } from './table-file.ts';
import { readTerminals } from './terminals.ts';
import { readUnLocodeAliases } from './un-locode-aliases.ts';

let loaded: PreparedZones | null = null;

/** Where ships, trains and aircraft call and pass, from the bundled tables; read at the first call and kept. */
export function getCallZones(): PreparedZones {
  loaded ??= prepareZones(readCallZones(bundledDirectory));
  return loaded;
}

export function readCallZones(directory: string): CallZones {
  const aliases = readUnLocodeAliases(directory);
  const standing = (code: string) => aliases.get(code) ?? code;
  return {
    // Two codes of one port, and a terminal at an old one, are one place.
    ports: readPorts(directory)
      .filter(({ code }) => standing(code) === code)
      .flatMap(({ code, latitude, longitude }) => spots(code, null, latitude, longitude)),
    terminals: readTerminals(directory).flatMap(({ port, code, latitude, longitude }) =>
      spots(standing(port), code, latitude, longitude),
    ),
    airports: readAirports(directory).flatMap(({ iata, unLocode, latitude, longitude }) =>
      spots(unLocode, iata, latitude, longitude),
    ),
    stations: readRailStations(directory).flatMap(({ code, unLocode, latitude, longitude }) =>
      spots(unLocode, code, latitude, longitude),
    ),
    roads: readRoads(directory),
    gates: readGates(directory),
  };
}

function spots(
  unLocode: string | null,
  code: string | null,
  latitude: number | null,
  longitude: number | null,
): Spot[] {
  return latitude === null || longitude === null ? [] : [{ unLocode, code, point: [longitude, latitude] }];
}

function readRoads(directory: string): Roads[] {
  const columns = ['kind', 'ports', 'latitude', 'longitude', 'radiusNm'];
  return readTable(directory, 'roads', columns).map(
    ([kind, ports = '', latitude, longitude, radius], row) => {
      if (kind !== 'PILOT' && kind !== 'ANCHORAGE') throw new Error(`roads, row ${row + 1}: kind ${kind}`);
      return { kind, ports: ports.split('|'), point: pointOf(longitude, latitude), radiusNm: Number(radius) };
    },
  );
}

function readGates(directory: string): Gate[] {
  const columns = ['name', 'latitude', 'longitude', 'otherLatitude', 'otherLongitude'];
  return readTable(directory, 'passages', columns).map(
    ([name = '', latitude, longitude, otherLatitude, otherLongitude]) => ({
      name,
      ends: [pointOf(longitude, latitude), pointOf(otherLongitude, otherLatitude)],
    }),
  );
}

function pointOf(longitude: string | undefined, latitude: string | undefined): LonLat {
  return [Number(longitude), Number(latitude)];
}
