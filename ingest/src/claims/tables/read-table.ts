import { Repeats } from '../repeats.ts';
import { UnitTally } from '../../syntax/units.ts';
import { datedLayout } from './date-order.ts';
import type { TableLayout } from './layout.ts';
import { readRow } from './read-rows.ts';
import { rowReader } from './row-reading.ts';
import type { TableContext, TableReading } from './table-family.ts';
import type { Table } from './tables.ts';

/** Reads all rows of a table by a layout: each is a unit, and a bad one does not touch the others. */
export function readByLayout(table: Table, layout: TableLayout, context: TableContext): TableReading {
  const tally = new UnitTally();
  const open = rowReader(datedLayout(layout, table.rows), context);
  const repeats = new Repeats(context.findings);
  const attested = table.rows.flatMap((row) => {
    const read = readRow(open(row));
    repeats.note(
      read.map(({ event }) => event),
      row,
    );
    if (read.length > 0) tally.withEvents();
    else tally.withIssuesOnly();
    return read;
  });
  const messages = attested.length > 0 ? [{ thread: null, version: 0, attested, retraction: null }] : [];
  return { messages, positions: [], counts: tally.counts };
}
