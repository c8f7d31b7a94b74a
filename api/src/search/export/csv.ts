import type { Cell } from './columns.ts';

/** Without it, the usual spreadsheet takes the file for one of its country's old charsets. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line of RFC 4180. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** What begins so, a spreadsheet may run as a formula: anybody may have written a reference or a name. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace('T', ' ');
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
