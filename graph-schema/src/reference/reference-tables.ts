import { readAirports, readCountryZones } from './airports.ts';
import type { AirportRow } from './airports.ts';
import { readCarriers } from './carriers.ts';
import type { Carrier } from './carriers.ts';
import { readCustomsDistricts, readCustomsOffices } from './customs-offices.ts';
import type { CustomsDistrict, CustomsOffice } from './customs-offices.ts';
import { readCustomsSites } from './customs-sites.ts';
import type { CustomsSite } from './customs-sites.ts';
import { readImportedLocodes } from './imported-un-locode.ts';
import type { ImportedLocodes } from './imported-un-locode.ts';
import { readPlaceNamesZh } from './place-names-zh.ts';
import { readPlaceOverrides } from './place-overrides.ts';
import type { PlaceOverride } from './place-overrides.ts';
import { readPorts } from './ports.ts';
import type { PortRow } from './ports.ts';
import { readRailRoutes } from './rail-routes.ts';
import type { RailRoute } from './rail-routes.ts';
import { readRailStations } from './rail-stations.ts';
import type { RailStation } from './rail-stations.ts';
import { bundledDirectory } from './table-file.ts';
import { readTerminals } from './terminals.ts';
import type { Terminal } from './terminals.ts';
import { readUnLocodeAliases } from './un-locode-aliases.ts';
import { readUnLocodeNames } from './un-locode-table.ts';
import type { UnLocodeNames } from './un-locode-table.ts';

/** All reference data, as read; what the gazetteer and the graph's reference nodes are made from. */
export interface ReferenceTables {
  readonly unLocodeNames: UnLocodeNames;
  readonly unLocodeAliases: ReadonlyMap<string, string>;
  readonly importedLocodes: ImportedLocodes;
  readonly ports: readonly PortRow[];
  readonly airports: readonly AirportRow[];
  readonly countryZones: ReadonlyMap<string, string>;
  readonly overrides: readonly PlaceOverride[];
  readonly namesZh: ReadonlyMap<string, string>;
  readonly customsDistricts: readonly CustomsDistrict[];
  readonly customsOffices: readonly CustomsOffice[];
  readonly customsSites: readonly CustomsSite[];
  readonly railStations: readonly RailStation[];
  readonly railRoutes: readonly RailRoute[];
  readonly carriers: readonly Carrier[];
  readonly terminals: readonly Terminal[];
}

/** Reads the bundled tables, and what an operator imported into `dataDirectory` (null: nothing). */
export function readReferenceTables(dataDirectory: string | null): ReferenceTables {
  const directory = bundledDirectory;
  return {
    unLocodeNames: readUnLocodeNames(directory),
    unLocodeAliases: readUnLocodeAliases(directory),
    importedLocodes: dataDirectory === null ? { find: () => null } : readImportedLocodes(dataDirectory),
    ports: readPorts(directory),
    airports: readAirports(directory),
    countryZones: readCountryZones(directory),
    overrides: readPlaceOverrides(directory),
    namesZh: readPlaceNamesZh(directory),
    customsDistricts: readCustomsDistricts(directory),
    customsOffices: readCustomsOffices(directory),
    customsSites: readCustomsSites(directory),
    railStations: readRailStations(directory),
    railRoutes: readRailRoutes(directory),
    carriers: readCarriers(directory),
    terminals: readTerminals(directory),
  };
}
