import type { AnyOf } from 'graph-schema/cypher/search/term-query';
import type { Asker } from 'graph-schema/domain/access/asker';
import { ownKey } from '../access/own-rules.ts';
import type { Context } from '../context.ts';
import type { Watched } from '../watch/load-watched.ts';
import type { Cursor } from './cursor.ts';
import { hasFacets, isWithin, storedGroups, wholeKeys } from './fits.ts';
import { listedOf, type ListedShipment } from './listed-shipment.ts';
import { cursorOf, readPage, type Page, type PageQuestion } from './read-page.ts';
import { facetsOfFilter, rangesOfFilter, type Ranges } from './shipment-filter.ts';

type Seeing = Pick<Context, 'graph' | 'places' | 'shipments'>;

/** So many are looked through for one page that few fit, or for a count. */
const LOOKED_AT_MAX = 500;

/**
 * A page for whoever does not see everything: his keys and the numbers and names that he asks for find what may fit; each is then held
 * against what he sees of it, so that neither a row nor a count tells what he does not. Where few fit, a page may end early, with more behind.
 */
export async function findSeenPage(
  context: Seeing,
  asker: Asker,
  watched: Watched | null,
  { filter, ordering, first, after, isCounted }: PageQuestion,
): Promise<Page> {
  const groups = facetsOfFilter(filter, context.places);
  const ranges = rangesOfFilter(filter);
  const asked = {
    facets: storedGroups(groups),
    sight: asker.sight === 'ALL' ? null : wholeKeys(asker.sight),
    among: watched && watched.ids,
    ranges: {},
    own: ownKey(asker),
    ordering,
    isCounted: false,
  };
  const fitting = async (from: Cursor | null, most: number) => {
    const items: Page['items'][number][] = [];
    let [at, hasMore, looked] = [from, true, 0];
    while (hasMore && items.length < most && looked < LOOKED_AT_MAX) {
      const page = await readPage(context.graph, { ...asked, first: Math.min(most, 100), after: at });
      const seen = await Promise.all(page.rows.map(([id]) => seenOf(id, { groups, ranges, watched }, context)));
      for (const [index, row] of page.rows.entries()) {
        if (items.length >= most) return { items, at, hasMore: true };
        const shipment = seen[index];
        at = cursorOf(row, ordering);
        if (shipment) items.push({ shipment, cursor: at });
      }
      [hasMore, looked] = [page.hasMore, looked + page.rows.length];
    }
    return { items, at, hasMore };
  };
  const page = await fitting(after, first);
  const counted = isCounted ? await fitting(null, LOOKED_AT_MAX) : null;
  return { items: page.items, hasMore: page.hasMore, end: page.at, total: counted && counted.items.length, isPartial: false };
} // prettier-ignore

async function seenOf(
  id: string,
  { groups, ranges, watched }: { groups: readonly AnyOf[]; ranges: Ranges; watched: Watched | null },
  { shipments, places }: Seeing,
): Promise<ListedShipment | null> {
  const view = await shipments.load(id);
  if (!view || (watched && !(await watched.isMeant(view)))) return null;
  const listed = listedOf(view);
  return hasFacets(view, groups, places) && isWithin(listed, ranges) ? listed : null;
}
