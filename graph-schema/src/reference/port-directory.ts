import type { LonLat } from '../geo/lon-lat.ts';
import { readPlaceNamesZh } from './place-names-zh.ts';
import { readPorts } from './ports.ts';
import { bundledDirectory, numberOrNull, readTable, textOrNull } from './table-file.ts';
import { readTerminals, type Terminal } from './terminals.ts';
import { readUnLocodeAliases } from './un-locode-aliases.ts';

/** Where ships wait for a port: a circle around pilots or an anchorage, nautical miles. */
export interface WaitingGround {
  readonly kind: 'PILOT' | 'ANCHORAGE';
  readonly name: string;
  readonly nameZh: string | null;
  readonly point: LonLat;
  readonly radiusNm: number;
}

/** A port with what the tables know around it. */
export interface PortEntry {
  /** UN/LOCODE after aliases. */
  readonly code: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly terminals: readonly Terminal[];
  readonly grounds: readonly WaitingGround[];
}

let loaded: ReadonlyMap<string, PortEntry> | null = null;

/** Every port of the bundled tables by its code; read at the first call and kept. */
export function getPortDirectory(): ReadonlyMap<string, PortEntry> {
  loaded ??= readPortDirectory(bundledDirectory);
  return loaded;
}

export function readPortDirectory(directory: string): ReadonlyMap<string, PortEntry> {
  const aliases = readUnLocodeAliases(directory);
  const namesZh = readPlaceNamesZh(directory);
  const terminals = readTerminals(directory);
  const grounds = readGrounds(directory);
  const own = readPorts(directory).filter(({ code }) => !aliases.has(code));
  return new Map(
    own.map(({ code, name }) => [
      code,
      {
        code,
        name,
        nameZh: namesZh.get(code) ?? null,
        terminals: terminals.filter(({ port }) => (aliases.get(port) ?? port) === code),
        grounds: grounds.filter(({ ports }) => ports.includes(code)).map(({ ground }) => ground),
      },
    ]),
  );
}

function readGrounds(directory: string) {
  const columns = ['kind', 'ports', 'name', 'nameZh', 'latitude', 'longitude', 'radiusNm'];
  return readTable(directory, 'roads', columns).map(
    ([kind, ports = '', name = '', nameZh, lat, lon, radius]) => {
      const point: LonLat = [numberOrNull(lon) ?? 0, numberOrNull(lat) ?? 0];
      const ground: WaitingGround = {
        kind: kind === 'PILOT' ? 'PILOT' : 'ANCHORAGE',
        name,
        nameZh: textOrNull(nameZh),
        point,
        radiusNm: Number(radius),
      };
      return { ports: ports.split('|'), ground };
    },
  );
}

/** Ports that a person may mean: by UN/LOCODE or a word of the name from its start, by part of the Chinese name. */
export function findPorts(directory: ReadonlyMap<string, PortEntry>, text: string): PortEntry[] {
  const asked = text.normalize('NFKC').trim().toUpperCase();
  if (asked === '') return [];
  const rank = ({ code, name, nameZh }: PortEntry): number => {
    if (code === asked || nameZh === asked) return 0;
    if (code.startsWith(asked) || name.toUpperCase().startsWith(asked) || nameZh?.startsWith(asked)) return 1;
    if (name.toUpperCase().includes(` ${asked}`) || nameZh?.includes(asked)) return 2;
    return code.slice(2).startsWith(asked) ? 3 : 4;
  };
  return [...directory.values()]
    .map((port) => ({ port, at: rank(port) }))
    .filter(({ at }) => at < 4)
    .sort((a, b) => a.at - b.at || (a.port.code < b.port.code ? -1 : 1))
    .map(({ port }) => port);
}
