import {
  pageSummaries,
  type ListRange,
  type PageItem,
  type PageParams,
} from 'graph-schema/cypher/search/page-summaries';
import { termQueryText, type AnyOf } from 'graph-schema/cypher/search/term-query';
import type { ListDate } from 'graph-schema/domain/summary/list-order';
import { otherwiseFacet, undatedFacet } from 'graph-schema/domain/summary/facet';
import { ownUrgencyName } from 'graph-schema/domain/summary/own-summary';
import type { Context } from '../context.ts';
import type { Cursor, ListOrdering } from './cursor.ts';
import { ownGroups } from './fits.ts';
import type { ListedShipment } from './listed-shipment.ts';
import type { Ranges, ShipmentFilter } from './shipment-filter.ts';

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
  /** Counting ended before all were looked through: there are that many or more. */
  readonly isTotalAtLeast: boolean;
  /** Some are left out that hang together with too much to be looked back at. */
  readonly isPartial: boolean;
}

/** Before and behind all values and ids. */
const FARTHEST = 1e18;
const LAST_ID = '~';
/** The value of all, where they stand by id. */
const ALIKE = 0;

export interface RowsQuestion extends Pick<PageQuestion, 'ordering' | 'first' | 'after' | 'isCounted'> {
  /** By nothing but the id, whatever the ordering says; left out: by what it says. */
  readonly isById?: boolean;
  readonly facets: readonly AnyOf[];
  /** Null: all. */
  readonly sight: readonly string[] | null;
  /** Only these are looked at; null: all. */
  readonly among: readonly string[] | null;
  readonly ranges: Ranges;
  /** Of whoever has limits of its own, their key; null: it has none. */
  readonly own: string | null;
}

export interface Rows {
  readonly rows: readonly PageItem[];
  readonly hasMore: boolean;
  readonly end: Cursor | null;
  readonly total: number | null;
}

/** Summaries as they stand, in one statement. */
export async function readPage(
  graph: Context['graph'],
  { facets, sight, among, ranges, own, ordering, first, after, isCounted, isById = false }: RowsQuestion,
): Promise<Rows> {
  const { sort, isDescending } = ordering;
  const query = termQueryText({ facets: own === null ? facets : ownGroups(facets, own), sight });
  const shape = {
    sort: isById ? ('id' as const) : sort,
    isDescending,
    isSearched: query !== null,
    isAmong: among !== null,
    ranges: Object.keys(ranges) as ListRange[],
    isCounted,
    isOwn: own !== null,
  };
  const start = isDescending ? LAST_ID : '';
  const [row] = await graph.run(pageSummaries(shape), {
    query,
    ids: among && [...among],
    value: after ? (isById ? ALIKE : after.value) : isDescending ? FARTHEST : -FARTHEST,
    id: after?.id ?? start,
    undatedId: !isById && after?.value === null ? after.id : start,
    undated: textOfTerm(undatedFacet(sort as ListDate)),
    limit: first + 1,
    ...(own === null ? {} : { ownUrgency: ownUrgencyName(own), otherwise: textOfTerm(otherwiseFacet(own)) }),
    ...limitsOf(ranges),
  });
  const found = row?.items ?? [];
  const rows = found.slice(0, first);
  const last = rows.at(-1);
  return {
    rows,
    hasMore: found.length > first,
    end: last ? cursorOf(last, ordering, isById) : null,
    total: isCounted ? (row?.total ?? 0) : null,
  };
}

function textOfTerm(text: string): string {
  return termQueryText({ facets: [[{ text }]], sight: null }) ?? '';
}

function limitsOf(ranges: Ranges): Partial<PageParams> {
  return Object.fromEntries(
    Object.entries(ranges).flatMap(([name, { from, until }]) => [
      [`${name}From`, from],
      [`${name}Until`, until],
    ]),
  );
}

export function cursorOf([id, value]: PageItem, ordering: ListOrdering, isById = false): Cursor {
  return { ...ordering, value: isById ? null : value, id, isById };
}
