import type { Context } from '../context.ts';
import { lookBack } from '../journey/as-of/look-back.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { loadWatched } from '../watch/load-watched.ts';
import { candidatesThen } from './candidates-then.ts';
import { compareCursors } from './cursor.ts';
import { hasFacets, isWithin } from './fits.ts';
import type { Page, PageQuestion } from './read-page.ts';
import { seenRow } from './seen-row.ts';
import { facetsOfFilter, rangesOfFilter } from './shipment-filter.ts';

type Row = Page['items'][number];

/**
 * One page of what was known at an instant of what the asker may see today: each shipment that may fit is looked back at, and
 * held against the filter as it was. What is too large to be looked back at by itself is left out, and the page says so. A watch list
 * is that of today. Throws an `AsOfError`.
 */
export async function findPageThen(
  context: Context,
  at: number,
  { filter, ordering, first, after, isCounted }: PageQuestion,
): Promise<Page> {
  const watched = filter.watchList ? await loadWatched(context, filter.watchList) : null;
  const groups = facetsOfFilter(filter, context.places);
  const ranges = rangesOfFilter(filter);
  const ids = await candidatesThen(context, at, { groups, among: watched && watched.ids });
  const { views, isPartial } = await lookBack(context.shipmentsThen, ids, at);
  const rows: Row[] = [];
  for (const view of eachOnce(views)) {
    const row = seenRow(view, ordering);
    if (!hasFacets(view, groups, context.places) || !isWithin(row.shipment, ranges)) continue;
    // A number leads only those to a shipment who see that it is one of it.
    if (watched && context.asker.sight !== 'ALL' && !(await watched.isMeant(view))) continue;
    rows.push(row);
  }
  rows.sort((a, b) => compareCursors(a.cursor, b.cursor));
  const behind = after === null ? rows : rows.filter(({ cursor }) => compareCursors(cursor, after) > 0);
  const items = behind.slice(0, first);
  return {
    items,
    hasMore: behind.length > first,
    end: items.at(-1)?.cursor ?? null,
    total: isCounted ? rows.length : null,
    isTotalAtLeast: false,
    isPartial,
  };
}

/** Each shipment of the instant once, by the first of the ids that lead to it. */
export function eachOnce(views: readonly ShipmentView[]): readonly ShipmentView[] {
  const found = new Map<string, ShipmentView>();
  for (const view of views) if (!found.has(view.hangsOn)) found.set(view.hangsOn, view);
  return [...found.values()];
}
