import { readCsv } from './csv.ts';
import type { Findings } from './findings.ts';
import type { TableRow } from './table-row.ts';
import { openWorkbook, type Sheet } from './xlsx/workbook.ts';
import { ZipError } from './xlsx/zip.ts';

/** The rows of a delimited file, or of one sheet of a workbook. */
export interface TableSheet {
  /** Name of the sheet; null for a delimited file. */
  readonly name: string | null;
  readonly rows: readonly TableRow[];
  /** Lines, or the sheet as a whole, that could not be cut into cells: each has a finding. */
  readonly broken: number;
}

/** Begins as a workbook does: a ZIP archive with the names of such parts near its beginning. */
export function isWorkbook(head: string): boolean {
  return head.startsWith('PK\x03\x04') && /\[Content_Types\]\.xml|_rels\/|docProps\/|xl\//.test(head);
}

/** Reads a delimited file, or all sheets of a workbook that people see. Never throws. */
export function readTableFile(bytes: Uint8Array, charset: string, findings: Findings): TableSheet[] {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 0x03) {
    const { first, rows, issues, brokenRows } = readCsv(bytes, charset);
    for (const issue of issues) findings.include(issue);
    return [{ name: null, rows: first ? [first, ...rows] : rows, broken: brokenRows }];
  }
  const span = { start: 0, end: bytes.length };
  const refuse = (error: unknown, at: string): void => {
    if (!(error instanceof ZipError)) throw error;
    findings.add(error.code, 'ERROR', at, error.message, span);
  };
  let sheets: readonly Sheet[];
  try {
    sheets = openWorkbook(bytes).sheets;
  } catch (error) {
    refuse(error, 'file');
    return [{ name: '', rows: [], broken: 1 }];
  }
  return sheets.flatMap(({ name, isHidden, rows }): TableSheet[] => {
    try {
      if (isHidden) {
        findings.add('UNSUPPORTED', 'INFO', name, 'hidden sheet', span);
        return [];
      }
      const read = rows().map((row) => ({ ...row, at: `${name}!line ${row.line}`, span }));
      return [{ name, rows: read, broken: 0 }];
    } catch (error) {
      refuse(error, name);
      return [{ name, rows: [], broken: 1 }];
    }
  });
}
