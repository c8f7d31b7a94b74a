import type { Gazetteer, Place } from '../domain/place.ts';
import { createCustomsIndex } from './customs-index.ts';
import { createLocodeIndex } from './locode-index.ts';
import { createNameIndex } from './name-index.ts';
import type { ReferenceTables } from './reference-tables.ts';
import { stationKey } from './station-key.ts';
import { createTownIndex } from './town-index.ts';

/** The look-ups over the tables. Places are made when first asked for, so that start-up stays short. */
export function createGazetteer(tables: ReferenceTables): Gazetteer {
  const { findLocode, findAirport, canonicalLocode } = createLocodeIndex(tables);

  const stations = new Map<string, Place>();
  const isCodeTaken = new Set(tables.railStations.map((station) => station.code));
  for (const station of tables.railStations) {
    const place: Place = {
      id: `RAIL:${station.code}`,
      unLocode: station.unLocode,
      name: station.name,
      nameZh: station.nameZh,
      country: station.country,
      latitude: station.latitude,
      longitude: station.longitude,
      zone: station.zone,
      kind: 'RAIL_STATION',
    };
    stations.set(station.code, place);
    const names = [station.name, station.nameZh, station.nameLocal, station.telegraphCode];
    for (const name of [...names, ...station.otherNames]) {
      const key = name === null ? '' : stationKey(name);
      // A code always wins over a name, and of two stations with one name the first row is meant.
      if (key !== '' && !isCodeTaken.has(key) && !stations.has(key)) stations.set(key, place);
    }
  }

  const terminals = new Map<string, Place>();
  for (const terminal of tables.terminals) {
    const port = findLocode(terminal.port);
    const place: Place = {
      id: `${terminal.port}:${terminal.code}`,
      unLocode: port?.unLocode ?? terminal.port,
      name: terminal.name,
      nameZh: terminal.nameZh,
      country: terminal.port.slice(0, 2),
      latitude: terminal.latitude ?? port?.latitude ?? null,
      longitude: terminal.longitude ?? port?.longitude ?? null,
      zone: port?.zone ?? null,
      kind: 'TERMINAL',
    };
    for (const code of [terminal.code, ...terminal.otherCodes, ...terminal.otherNames]) {
      terminals.set(`${terminal.port}:${code}`, place);
    }
  }

  const byCode: Pick<
    Gazetteer,
    'findLocode' | 'findAirport' | 'findRailStation' | 'findCustomsOffice' | 'findTerminal'
  > = {
    findLocode,
    findAirport,
    findRailStation: (codeOrName) =>
      stations.get(codeOrName.trim().toUpperCase()) ?? stations.get(stationKey(codeOrName)) ?? null,
    findCustomsOffice: createCustomsIndex(tables, findLocode),
    findTerminal: (unLocode, code) =>
      terminals.get(`${canonicalLocode(unLocode)}:${code.normalize('NFKC').trim().toUpperCase()}`) ?? null,
  };
  return {
    ...byCode,
    findTown: createTownIndex(tables.unLocodeNames, findLocode),
    findNamed: createNameIndex(tables, byCode),
  };
}
