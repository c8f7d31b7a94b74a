import { ownKey } from '../access/own-rules.ts';
import type { Context } from '../context.ts';
import { loadWatched } from '../watch/load-watched.ts';
import { findSeenPage } from './find-seen-page.ts';
import { listedShipment } from './listed-shipment.ts';
import { cursorOf, readPage, type Page, type PageQuestion } from './read-page.ts';
import { facetsOfFilter, rangesOfFilter } from './shipment-filter.ts';

/** One page of what the asker may see. */
export async function findPage(
  context: Pick<Context, 'graph' | 'places' | 'asker' | 'access' | 'listed' | 'shipments'>,
  question: PageQuestion,
): Promise<Page> {
  const { watchList } = question.filter;
  const watched = watchList ? await loadWatched(context, watchList) : null;
  if (context.asker.sight !== 'ALL') return findSeenPage(context, context.asker, watched, question);
  const own = ownKey(context.asker);
  const facets = facetsOfFilter(question.filter, context.places);
  const { rows, hasMore, end, total } = await readPage(context.graph, { ...question, facets, sight: null, among: watched && watched.ids, ranges: rangesOfFilter(question.filter), own });
  return { items: rows.map((row) => ({ shipment: listedShipment(row, own), cursor: cursorOf(row, question.ordering) })), hasMore, end, total, isTotalAtLeast: false, isPartial: false };
} // prettier-ignore
