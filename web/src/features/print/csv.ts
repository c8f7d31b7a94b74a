/** Without it, the usual spreadsheet takes the file for one of its country's old charsets. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What begins so, a spreadsheet may run as a formula: anybody may have written a reference or a name. */
const FORMULA = /^\s*[=+\-@]/;

/** A table by RFC 4180, UTF-8. Null is an empty cell. */
export function csvOf(rows: readonly (readonly (string | null)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | null): string {
  const text = FORMULA.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
