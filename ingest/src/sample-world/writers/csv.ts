import { text, type Written } from './written.ts';

/** RFC 4180: a field with a comma, quote or line end stands in quotes, quotes inside are doubled. */
function field(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export function csv(header: readonly string[], rows: readonly (readonly string[])[]): Written {
  const lines = [header, ...rows].map((row) => row.map(field).join(','));
  return text(`${lines.join('\r\n')}\r\n`, 'text/csv');
}
