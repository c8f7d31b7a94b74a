import type { Context } from '../../context.ts';
import type { Cursor, ListOrdering } from '../cursor.ts';
import { findPageAt } from '../find-page-at.ts';
import type { Page } from '../read-page.ts';
import type { ShipmentFilter } from '../shipment-filter.ts';
import { cellsOf, type Cell } from './columns.ts';
import { inLanguage, PARTIAL_WORDS, type Language } from './words.ts';

export interface ExportQuestion {
  readonly filter: ShipmentFilter;
  readonly ordering: ListOrdering;
  readonly language: Language;
  /** Epoch milliseconds; null: now. */
  readonly at: number | null;
}

const PAGE = 1_000;
/** As many as a spreadsheet is opened with in good time. */
const ROWS_MAX = 100_000;

/**
 * Rows of a list, read page by page while they are written; the first page is there once this is. The last row says where something
 * is left out. May throw an `AsOfError`.
 */
export async function exportRows(context: Context, question: ExportQuestion): Promise<AsyncIterable<Cell[]>> {
  return rowsFrom(context, question, await pageOf(context, question, null));
}

function pageOf(
  context: Context,
  { filter, ordering, at }: ExportQuestion,
  after: Cursor | null,
): Promise<Page> {
  return findPageAt(context, at, { filter, ordering, first: PAGE, after, isCounted: false });
}

async function* rowsFrom(context: Context, question: ExportQuestion, begin: Page): AsyncGenerator<Cell[]> {
  const reader = { places: context.places, language: question.language };
  for (let page = begin, read = PAGE; ; read += PAGE) {
    for (const { shipment } of page.items) yield cellsOf(shipment, reader);
    if (!page.hasMore || read >= ROWS_MAX) {
      if (page.isPartial) yield [inLanguage(PARTIAL_WORDS, question.language)];
      return;
    }
    context.shipments.clearAll();
    context.listed.clearAll();
    page = await pageOf(context, question, page.end);
  }
}
