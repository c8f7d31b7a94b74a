import type { Findings } from '../../syntax/findings.ts';
import { readTableFile } from '../../syntax/table-file.ts';
import type { TableRow } from '../../syntax/table-row.ts';

/** A sheet with its header found. */
export interface Table {
  /** Name of the sheet; null for a delimited file. */
  readonly sheet: string | null;
  readonly header: readonly string[];
  /** Where the header stands; null when the sheet has no row. */
  readonly headerRow: TableRow | null;
  readonly rows: readonly TableRow[];
  /** Lines that could not be cut into cells: each has a finding. */
  readonly broken: number;
}

/** A header is a row of names; titles, dates of issue and notes may stand above it. */
const HEADER_WITHIN = 12;
const LONGEST_NAME = 80;
const NAME = /\p{L}/u;
const VALUE = /^[A-Z]{4}\d{7}$|^\d[\d\s.:/年月日T-]*$/;

/** Sheets without any row are left out, unless that is all there is. */
export function readTables(bytes: Uint8Array, charset: string, findings: Findings): Table[] {
  const tables = readTableFile(bytes, charset, findings).map(({ name, rows, broken }): Table => {
    const at = headerIndex(rows.map(({ cells }) => cells));
    const headerRow = rows[at] ?? null;
    const below = rows.slice(at + 1);
    return { sheet: name, header: headerRow?.cells ?? [], headerRow, rows: below, broken };
  });
  return tables.filter(({ headerRow, broken }) => headerRow !== null || broken > 0);
}

/** The first row that looks like names of columns, else the first. */
export function headerIndex(rows: readonly (readonly string[])[]): number {
  const found = rows.slice(0, HEADER_WITHIN).findIndex(isHeader);
  return Math.max(0, found);
}

/** Three names or more, none of them a number, a date or a container. */
export function isHeader(cells: readonly string[]): boolean {
  const named = cells.filter((cell) => cell !== '');
  return (
    named.length >= 3 &&
    named.every((cell) => cell.length <= LONGEST_NAME && NAME.test(cell) && !VALUE.test(cell))
  );
}
