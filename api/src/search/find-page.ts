import {
  pageSummaries,
  type ListRange,
  type PageItem,
  type PageParams,
} from 'graph-schema/cypher/search/page-summaries';
import { termQueryText } from 'graph-schema/cypher/search/term-query';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { ListDate } from 'graph-schema/domain/summary/list-order';
import { undatedFacet } from 'graph-schema/domain/summary/facet';
import type { Context } from '../context.ts';
import type { Cursor, ListOrdering } from './cursor.ts';
import { listedShipment, type ListedShipment } from './listed-shipment.ts';
import { facetsOfFilter, rangesOfFilter, type Ranges, type ShipmentFilter } from './shipment-filter.ts';

export interface PageQuestion {
  readonly filter: ShipmentFilter;
  readonly ordering: ListOrdering;
  readonly first: number;
  readonly after: Cursor | null;
  /** Whether all that are found are to be counted. */
  readonly isCounted: boolean;
}

export interface Page {
  readonly items: readonly { readonly shipment: ListedShipment; readonly cursor: Cursor }[];
  readonly hasMore: boolean;
  /** Where it ended, whether or not that is shown; null: it is empty. */
  readonly end: Cursor | null;
  /** Null: not counted. */
  readonly total: number | null;
}

/** Before and behind all values and ids. */
const FARTHEST = 1e18;
const LAST_ID = '~';

/** Who sees the whole of what a key opens; a port or a facility sees its own moves, and would find what it does not see. */
const WHOLE = /^(?:PARTY|OFFICE|SHIPMENT):/;

function listKeys({ sight }: Asker): readonly string[] | null {
  return sight === 'ALL' ? null : sight.filter((key) => WHOLE.test(key));
}

/**
 * One page of what the asker may see, in one statement. Keys find what they may open; whoever does not see everything is then
 * shown his own view of each, and not what is closed to him after all.
 */
export async function findPage(
  context: Pick<Context, 'graph' | 'places' | 'asker' | 'listed'>,
  { filter, ordering, first, after, isCounted }: PageQuestion,
): Promise<Page> {
  const { graph, places, asker } = context;
  const { sort, isDescending } = ordering;
  const query = termQueryText({
    facets: facetsOfFilter(filter, places),
    sight: listKeys(asker),
  });
  const ranges = rangesOfFilter(filter);
  const shape = {
    sort,
    isDescending,
    isSearched: query !== null,
    ranges: Object.keys(ranges) as ListRange[],
    isCounted,
  };
  const start = isDescending ? LAST_ID : '';
  const [row] = await graph.run(pageSummaries(shape), {
    query,
    value: after ? after.value : isDescending ? FARTHEST : -FARTHEST,
    id: after?.id ?? start,
    undatedId: after?.value === null ? after.id : start,
    undated: termQueryText({ facets: [[{ text: undatedFacet(sort as ListDate) }]], sight: null }) ?? '',
    limit: first + 1,
    ...limitsOf(ranges),
  });
  const found = row?.items ?? [];
  const rows = found.slice(0, first);
  const seen = asker.sight === 'ALL' ? rows.map(listedShipment) : await context.listed.loadMany(rows.map(([id]) => id)); // prettier-ignore
  return {
    items: rows.flatMap(([id, value], index) => {
      const shipment = seen[index];
      if (shipment instanceof Error) throw shipment;
      return shipment ? [{ shipment, cursor: { ...ordering, value, id } }] : [];
    }),
    hasMore: found.length > first,
    end: endOf(rows.at(-1), ordering),
    total: isCounted ? (row?.total ?? 0) : null,
  };
}

function limitsOf(ranges: Ranges): Partial<PageParams> {
  return Object.fromEntries(
    Object.entries(ranges).flatMap(([name, { from, until }]) => [
      [`${name}From`, from],
      [`${name}Until`, until],
    ]),
  );
}

function endOf(row: PageItem | undefined, ordering: ListOrdering): Cursor | null {
  return row ? { ...ordering, value: row[1], id: row[0] } : null;
}
