import type { TableRow } from '../../syntax/table-row.ts';
import type { TableLayout } from './layout.ts';

/** `20/11/2026`, `11-20-2026 9:05`, `11/20/2026 9:05:30 PM`: which of the first two is the day, the text does not say. */
const NUMBERS = /^(\d{1,2})([/-])(\d{1,2})\2\d{4}(?:[ T]+\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)?$/i;
/** More rows than a table needs to have a day beyond the twelfth. */
const LOOKED_AT = 5000;
const CLOCKS = [' HH:mm', ' HH:mm:ss', '', ' h:mm A', ' h:mm:ss A', ' h:mmA', ' h:mm:ssA'];

/**
 * How a table that nobody described writes its dates, where it proves that itself: one table writes all alike, and no month
 * is beyond the twelfth. Empty where all dates could be either, or where both stand: then none is guessed.
 */
export function provenDateFormats(rows: readonly TableRow[]): readonly string[] {
  const proven = new Set<string>();
  for (const { cells } of rows.slice(0, LOOKED_AT))
    for (const cell of cells) {
      const [, first, mark = '', second] = NUMBERS.exec(cell) ?? [];
      if (Number(first) > 12) proven.add(`D${mark}M${mark}YYYY`);
      else if (Number(second) > 12) proven.add(`M${mark}D${mark}YYYY`);
    }
  const orders = new Set([...proven].map((format) => format.charAt(0)));
  if (orders.size !== 1) return [];
  return [...proven].flatMap((date) => CLOCKS.map((clock) => date + clock));
}

/** The layout with the formats that the table's rows prove, unless it was told them. */
export function datedLayout(layout: TableLayout, rows: readonly TableRow[]): TableLayout {
  return layout.dateFormats.length > 0 ? layout : { ...layout, dateFormats: provenDateFormats(rows) };
}
