// berths.tsv in the data folder: the berths of an operator's ports; there is no bundled one. UTF-8, a tab between cells, `#` before
// remarks, one line of column names in any order (others are left out). The ends are those of the line of the quay, WGS 84:
//
//   port   terminal  berth  longitude  latitude  otherLongitude  otherLatitude  source
//   CNNBO  BLCT3     4      121.9652   29.9003   121.9690        29.9021        harbour chart 2026
import { berthOf } from '../codes/berth.ts';
import { berthNm, LONGEST_BERTH_NM, type BerthLine } from '../domain/calls/berth-lines.ts';
import { distanceNm } from '../geo/distance.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { bundledDirectory } from './table-file.ts';
import { readTerminals } from './terminals.ts';
import { readUnLocodeAliases } from './un-locode-aliases.ts';

const COLUMNS = ['port', 'terminal', 'berth', 'longitude', 'latitude', 'otherLongitude', 'otherLatitude', 'source'] as const; // prettier-ignore
type Column = (typeof COLUMNS)[number];
/** A berth further from its port is one of another, or its longitude and latitude are swapped. */
const OF_PORT_NM = 60;
const NAMED_ERRORS = 5;

/** What the tables know, by which rows are read. */
export interface BerthPlaces {
  /** The port that a UN/LOCODE stands for, following aliases. */
  readonly standing: (unLocode: string) => string;
  /** The code of a terminal by any of its codes; null: no table knows it. */
  readonly terminalOf: (port: string, code: string) => string | null;
  readonly pointOf: (port: string) => LonLat | null;
}

/** The bundled tables, and a point of each port. */
export function berthPlaces(pointOf: BerthPlaces['pointOf']): BerthPlaces {
  const aliases = readUnLocodeAliases(bundledDirectory);
  const standing = (code: string) => aliases.get(code) ?? code;
  const terminals = new Map(
    readTerminals(bundledDirectory).flatMap(({ port, code, otherCodes }) =>
      [code, ...otherCodes].map((one): [string, string] => [`${standing(port)} ${one}`, code]),
    ),
  );
  return { standing, terminalOf: (port, code) => terminals.get(`${port} ${code}`) ?? null, pointOf };
}

/** Throws an error that names the lines, and what is wrong with each. */
export function parseBerths(text: string, places: BerthPlaces): BerthLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const headAt = lines.findIndex(isRow);
  if (headAt < 0) return [];
  const head = (lines[headAt] ?? '').split('\t').map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !head.includes(column));
  if (missing.length > 0) throw new Error(`no column ${missing.join(', ')}`);
  const berths = new Map<string, BerthLine>();
  const errors: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (index <= headAt || !isRow(line)) continue;
    const cells = line.split('\t');
    const read = readRow((column) => cells[head.indexOf(column)]?.trim() ?? '', places);
    const key = typeof read === 'string' ? '' : `${read.port} ${read.terminal} ${read.berth}`;
    if (typeof read === 'string') errors.push(`line ${index + 1}: ${read}`);
    else if (berths.has(key)) errors.push(`line ${index + 1}: berth ${key} stands in a line before`);
    else berths.set(key, read);
  }
  if (errors.length === 0) return [...berths.values()];
  const more = errors.length - NAMED_ERRORS;
  throw new Error(errors.slice(0, NAMED_ERRORS).join('; ') + (more > 0 ? `; and ${more} more` : ''));
}

function isRow(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('#');
}

/** The berth of a row, or what is wrong with it. */
function readRow(cell: (column: Column) => string, places: BerthPlaces): BerthLine | string {
  const written = cell('port').toUpperCase();
  if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(written)) return `port ${shown(written)} is no UN/LOCODE`;
  const port = places.standing(written);
  const code = cell('terminal').toUpperCase();
  if (code === '') return 'no terminal';
  const berth = berthOf(cell('berth'));
  if (berth === null) return `berth ${shown(cell('berth'))} is no number or short name`;
  if (cell('source') === '') return 'no source: where its line is from';
  const ends: LonLat[] = [];
  for (const [east, north] of [['longitude', 'latitude'], ['otherLongitude', 'otherLatitude']] as const) { // prettier-ignore
    for (const [column, most] of [[east, 180], [north, 90]] as const) // prettier-ignore
      if (!isDegrees(cell(column), most)) return `${column} ${shown(cell(column))} is not within ±${most} degrees`;
    ends.push([Number(cell(east)), Number(cell(north))]);
  }
  const [a, b] = ends;
  if (!a || !b) return 'no two ends';
  const nm = berthNm([a, b]);
  if (nm === 0) return 'both ends are the same point';
  if (nm > LONGEST_BERTH_NM) return `its ends lie ${nm.toFixed(1)} nautical miles apart, which no quay of one berth is long`;
  const harbour = places.pointOf(port);
  const off = harbour ? distanceNm(harbour, a) : 0;
  if (off > OF_PORT_NM) return `it lies ${Math.round(off)} nautical miles from ${port}: longitude and latitude may be swapped`;
  return { port, terminal: places.terminalOf(port, code) ?? code, berth, ends: [a, b] };
} // prettier-ignore

function isDegrees(text: string, most: number): boolean {
  return /^-?\d{1,3}(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most;
}

function shown(text: string): string {
  return text === '' ? '(empty)' : `"${text.slice(0, 40)}"`;
}
