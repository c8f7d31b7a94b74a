import type { TableMapping } from 'graph-schema/domain/table-mapping';
import { fittingMapping } from './fit-mapping.ts';

/** Where the names of the columns stand: one row, or two of which the upper one names groups. */
export interface TableHead {
  readonly at: number;
  readonly height: 1 | 2;
  readonly header: readonly string[];
}

type Cells = readonly string[];

/** Titles, dates of issue and notes may stand above the header. */
const HEADER_WITHIN = 12;
const LONGEST_NAME = 80;
const NAME = /\p{L}/u;
const VALUE = /^[A-Z]{4}\d{7}$|^\d[\d\s.:/年月日T-]*$/;

/** The rows that a saved mapping of the source fits; else those that look like names of columns; else the first. */
export function findHead(
  rows: readonly Cells[],
  sheet: string | null,
  mappings: readonly TableMapping[],
): TableHead {
  return mappedHead(rows, sheet, mappings) ?? likelyHead(rows);
}

/** A row that has all headers of a mapping, whatever else it looks like; two rows where none has them alone. */
export function mappedHead(
  rows: readonly Cells[],
  sheet: string | null,
  mappings: readonly TableMapping[],
): TableHead | null {
  if (mappings.length === 0) return null;
  for (const height of [1, 2] as const) {
    for (const at of rows.slice(0, HEADER_WITHIN).keys()) {
      const header = headerOf(rows, at, height);
      if (fittingMapping(mappings, header, sheet)) return { at, height, header };
    }
  }
  return null;
}

function likelyHead(rows: readonly Cells[]): TableHead {
  const first = rows.slice(0, HEADER_WITHIN);
  const wanted = Math.min(3, Math.max(1, ...first.map(namedCount)));
  const found = Math.max(
    0,
    first.findIndex((cells) => isHeader(cells, wanted)),
  );
  for (const at of [found - 1, found])
    if (isGroup(rows[at], rows[at + 1])) return { at, height: 2, header: headerOf(rows, at, 2) };
  return { at: found, height: 1, header: rows[found] ?? [] };
}

/** So many different names or more, none of them a number, a date or a container. */
export function isHeader(cells: Cells, wanted = 3): boolean {
  const named = cells.filter((cell) => cell !== '');
  return (
    namedCount(cells) >= wanted &&
    named.every((cell) => cell.length <= LONGEST_NAME && NAME.test(cell) && !VALUE.test(cell))
  );
}

/** Different ones: a title that is merged over all columns stands in each of them. */
function namedCount(cells: Cells): number {
  return new Set(cells.filter((cell) => cell !== '')).size;
}

/**
 * The upper row names groups of columns and the lower one the columns of each: every column has a name, the lower row only
 * names, and a group is one that goes on to the right, by itself or as an empty cell.
 */
function isGroup(upper: Cells | undefined, lower: Cells | undefined): boolean {
  if (!upper || !lower || !isHeader(upper, 2) || !isHeader(lower, 2) || lower.some((cell) => /\d/.test(cell)))
    return false;
  const columns = [...Array(Math.max(upper.length, lower.length)).keys()];
  const goesOn = (column: number): boolean =>
    column > 0 && Boolean(lower[column]) && (!upper[column] || upper[column] === upper[column - 1]);
  // Under a name that is no group nothing stands, or the same name where the two cells are merged.
  const isAlone = (column: number): boolean => !lower[column] || lower[column] === upper[column];
  return (
    columns.every((column) => Boolean(upper[column] ?? '') || Boolean(lower[column] ?? '')) &&
    columns.some(goesOn) &&
    columns.every((column) => isAlone(column) || goesOn(column) || goesOn(column + 1))
  );
}

function headerOf(rows: readonly Cells[], at: number, height: 1 | 2): Cells {
  const upper = rows[at] ?? [];
  const lower = rows[at + 1];
  if (height === 1 || !lower) return upper;
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const own = lower[column] ?? '';
    if (upper[column]) group = upper[column];
    else if (own === '') group = '';
    return own === '' || own === group ? group : [group, own].filter((part) => part !== '').join(' ');
  });
}
