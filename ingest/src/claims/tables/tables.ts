import type { TableMapping } from 'graph-schema/domain/table-mapping';
import type { Findings } from '../../syntax/findings.ts';
import { readTableFile } from '../../syntax/table-file.ts';
import type { TableRow } from '../../syntax/table-row.ts';
import { findHead } from './table-head.ts';

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

/** Sheets without any row are left out, unless that is all there is. `mappings`: by which the header is looked for first. */
export function readTables(
  bytes: Uint8Array,
  charset: string,
  findings: Findings,
  mappings: readonly TableMapping[],
): Table[] {
  const tables = readTableFile(bytes, charset, findings).map(({ name, rows, broken }): Table => {
    const { at, height, header } = findHead(
      rows.map(({ cells }) => cells),
      name,
      mappings,
    );
    return { sheet: name, header, headerRow: rows[at] ?? null, rows: rows.slice(at + height), broken };
  });
  return tables.filter(({ headerRow, broken }) => headerRow !== null || broken > 0);
}
