import type { Context } from '../../context.ts';
import type { Cursor, ListOrdering } from '../cursor.ts';
import { findPage } from '../find-page.ts';
import type { ShipmentFilter } from '../shipment-filter.ts';
import { cellsOf, type Cell } from './columns.ts';
import type { Language } from './words.ts';

export interface ExportQuestion {
  readonly filter: ShipmentFilter;
  readonly ordering: ListOrdering;
  readonly language: Language;
}

const PAGE = 1_000;
/** As many as a spreadsheet is opened with in good time. */
const ROWS_MAX = 100_000;

/** Rows of a list, read page by page while they are written. */
export async function* exportRows(
  context: Context,
  { filter, ordering, language }: ExportQuestion,
): AsyncGenerator<Cell[]> {
  let after: Cursor | null = null;
  for (let read = 0; read < ROWS_MAX; read += PAGE) {
    const page = await findPage(context, { filter, ordering, first: PAGE, after, isCounted: false }); // prettier-ignore
    for (const { shipment } of page.items) yield cellsOf(shipment, { places: context.places, language });
    if (!page.hasMore) return;
    after = page.end;
    context.shipments.clearAll();
    context.listed.clearAll();
  }
}
