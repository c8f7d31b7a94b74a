import type { IssueCode } from 'graph-schema/domain/message';
import type { CodeList } from 'graph-schema/reference/code-list';
import type { TableRow } from '../../syntax/table-row.ts';
import type { ClaimContext } from '../claim-context.ts';

/** One row of a table with what reading it needs; every finding names the row and the column. */
export interface RowScope extends ClaimContext {
  readonly row: TableRow;
  /** What stands in the column that means a field; null when there is none or it is empty. */
  readonly cell: (field: string) => string | null;
  /** How a finding calls the column of a field: by the field, or by the header as the sender writes it. */
  readonly label: (field: string) => string;
}

/** A finding about a cell of the row: `line 7/time`. */
type CellFinding = (at: RowScope, code: IssueCode, field: string, value: string | null) => void;

export const warn: CellFinding = (at, code, field, value) =>
  at.findings.add(code, 'WARNING', `${at.row.at}/${at.label(field)}`, value, at.row.span);

export const refuse: CellFinding = (at, code, field, value) =>
  at.findings.add(code, 'ERROR', `${at.row.at}/${at.label(field)}`, value, at.row.span);

/** A code of a cell that its list has no meaning for. */
export function unmapped(at: RowScope, list: CodeList, field: string, written: string): void {
  at.findings.unmapped(list, wordOf(written), `${at.row.at}/${at.label(field)}`, at.row.span);
}

/** How words of tables are looked up: NFKC, upper case. */
export function wordOf(written: string): string {
  return written.normalize('NFKC').trim().toUpperCase();
}
