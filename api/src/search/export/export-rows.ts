import type { Context } from '../../context.ts';
import { AsOfError } from '../../errors.ts';
import type { Cursor, ListOrdering } from '../cursor.ts';
import { findPageAt } from '../find-page-at.ts';
import type { Page } from '../read-page.ts';
import type { ShipmentFilter } from '../shipment-filter.ts';
import { cargoCells, type CargoView } from './cargo-columns.ts';
import { cellsOf, type Cell } from './columns.ts';
import { inLanguage, MORE_WORDS, PARTIAL_WORDS, type Language } from './words.ts';

export interface ExportQuestion {
  readonly filter: ShipmentFilter;
  readonly ordering: ListOrdering;
  readonly language: Language;
  /** Epoch milliseconds; null: now. */
  readonly at: number | null;
  /** With parties and goods, which are read of each shipment. */
  readonly hasCargo: boolean;
}

const PAGE = 1_000;
/** As many as a spreadsheet is opened with in good time. */
const ROWS_MAX = 100_000;
/** Shipments read whole cost a hundred times what a row does. */
const CARGO_ROWS_MAX = 5_000;
/** Read and let go together. */
const AT_ONCE = 250;

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
  const { language, hasCargo, at } = question;
  const reader = { places: context.places, language };
  const most = hasCargo ? CARGO_ROWS_MAX : ROWS_MAX;
  for (let page = begin, read = PAGE; ; read += PAGE) {
    for (let start = 0; start < page.items.length; start += AT_ONCE) {
      const some = page.items.slice(start, start + AT_ONCE);
      const cargo = hasCargo ? await cargoOf(context, some.map(({ shipment }) => shipment.id), at) : null;
      for (const [index, { shipment }] of some.entries())
        yield [...cellsOf(shipment, reader), ...(cargo ? cargoCells(cargo[index] ?? null) : [])];
    }
    if (!page.hasMore || read >= most) {
      if (page.isPartial) yield [inLanguage(PARTIAL_WORDS, language)];
      if (page.hasMore && hasCargo) yield [inLanguage(MORE_WORDS, language)];
      return;
    }
    context.shipments.clearAll();
    context.listed.clearAll();
    page = await pageOf(context, question, page.end);
  }
} // prettier-ignore

/** As far as whoever asks sees them; null: not any more, or not as of that instant. */
async function cargoOf(
  { shipments, shipmentsThen }: Context,
  ids: readonly string[],
  at: number | null,
): Promise<(CargoView | null)[]> {
  const found = await (at === null
    ? shipments.loadMany(ids)
    : shipmentsThen.loadMany(ids.map((id) => ({ id, at }))));
  if (at === null) for (const id of ids) shipments.clear(id);
  return found.map((view) => {
    if (view instanceof AsOfError) return null;
    if (view instanceof Error) throw view;
    return view;
  });
}
