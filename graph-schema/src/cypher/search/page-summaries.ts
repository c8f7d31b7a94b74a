import { LIST_DATES, type ListDate } from '../../domain/summary/list-order.ts';
import { statement, type Statement } from '../statement.ts';

/** What lists are sorted by; only a date can be unknown, and then its shipment goes last whichever way they are sorted. */
export const LIST_SORTS = [...LIST_DATES, 'changedAt', 'urgency', 'progress'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Times that a list may be limited to. */
export const LIST_RANGES = [...LIST_DATES, 'changedAt', 'etaAt'] as const;
export type ListRange = (typeof LIST_RANGES)[number];

export interface PageShape {
  /** `id`: by nothing else, for whoever does not see what another order follows from; only where it is searched or among some. */
  readonly sort: ListSort | 'id';
  readonly isDescending: boolean;
  /** Terms or the sight of whoever asks limit it, so that the full-text index is asked first. */
  readonly isSearched: boolean;
  /** Only some are looked at, by id; left out: all. */
  readonly isAmong?: boolean;
  readonly ranges: readonly ListRange[];
  readonly isCounted: boolean;
  /** Whoever asks has limits of its own, by which some stand elsewhere in the order of urgency; left out: it has none. */
  readonly isOwn?: boolean;
}

export type PageParams = {
  /** Of the full-text index; null where the page is not searched. */
  readonly query: string | null;
  /** Those that are looked at; null: all. */
  readonly ids: string[] | null;
  /** Where the page before ended: the value that is sorted by (null: not known) and the id. */
  readonly value: number | null;
  readonly id: string;
  /** Where it began among those with a value is not where it begins among those without. */
  readonly undatedId: string;
  /** Those of which the value is not known, in the words of the full-text index. */
  readonly undated: string;
  readonly limit: number;
  /** Of limits of the asker's own: the property that those are sorted by which they judge otherwise (`ownUrgencyName`), and these in the words of the index. */
  readonly ownUrgency?: string;
  readonly otherwise?: string;
} & { readonly [K in `${ListRange}From` | `${ListRange}Until`]?: number };

/** A summary in a list: what it is sorted by, its title, itself as JSON, and what it is found by. */
export type PageItem = [
  id: string,
  value: number | null,
  title: string,
  summary: string,
  facets: string[],
  order: Readonly<Record<ListDate | 'changedAt', number | null>>,
  /** `OwnSummaries` as JSON, for whoever has limits of its own; null: nothing is otherwise by any. */
  own: string | null,
];

export interface PageRow {
  readonly total: number | null;
  readonly items: PageItem[];
}

const FOUND = `CALL db.index.fulltext.queryNodes('shipment_summary_terms', $query) YIELD node AS m`;
const AMONG = `UNWIND $ids AS id MATCH (m:ShipmentSummary {id: id})`;
const OTHERWISE = `CALL db.index.fulltext.queryNodes('shipment_summary_terms', $otherwise) YIELD node AS m`;
const UNDATED = `CALL db.index.fulltext.queryNodes('shipment_summary_terms', $undated) YIELD node AS m`;

/**
 * One page of a list in one statement. Searched, or among some, all hits are read once, counted and sorted; else the index of the sort gives
 * the page in order. The text is put together from what stands here alone.
 */
export function pageSummaries(shape: PageShape): Statement<PageParams, PageRow> {
  const text = shape.isSearched || shape.isAmong ? searchedText(shape) : walkedText(shape);
  return statement<PageParams, PageRow>('pageSummaries', text);
}

/** What a page is sorted by: urgency as the limits of the asker's own have it, where they have it otherwise. */
function valueOf({ sort, isOwn = false }: PageShape): string {
  // All are alike, so that the id decides.
  if (sort === 'id') return '0';
  return isOwn && sort === 'urgency' ? 'coalesce(m[$ownUrgency], m.urgency)' : `m.${sort}`;
}

function itemOf(shape: PageShape): string {
  const own = shape.isOwn ? 'm.own' : 'null';
  return `[m.id, ${valueOf(shape)}, m.title, m.summary, m.facets, m{.departedAt, .arrivesAt, .declaredAt, .releasedAt, .changedAt}, ${own}]`;
}

function searchedText(shape: PageShape): string {
  const { isDescending, isSearched, isAmong, ranges } = shape;
  const by = valueOf(shape);
  const after = isDescending ? '<' : '>';
  const way = isDescending ? ' DESC' : '';
  const limits = rangesOf(ranges);
  const found = isSearched ? `${FOUND}${where(isAmong ? ['m.id IN $ids', ...limits] : limits)}` : `${AMONG}${where(limits)}`;
  return `${found}
WITH collect(m) AS hits
RETURN size(hits) AS total, COLLECT {
  UNWIND hits AS m
  WITH m WHERE CASE WHEN $value IS NULL THEN ${by} IS NULL AND m.id ${after} $undatedId
    ELSE ${by} IS NULL OR ${by} ${after} $value OR (${by} = $value AND m.id ${after} $id) END
  ORDER BY ${by} IS NULL, ${by}${way}, m.id${way} LIMIT toInteger($limit)
  RETURN ${itemOf(shape)}
} AS items`;
} // prettier-ignore

function walkedText(shape: PageShape): string {
  const { sort, isDescending, ranges, isCounted, isOwn = false } = shape;
  const by = `m.${sort}`;
  const after = isDescending ? '<' : '>';
  const way = isDescending ? ' DESC' : '';
  const isElsewhere = isOwn && sort === 'urgency';
  const limits = [...rangesOf(ranges), ...(isElsewhere ? ['m[$ownUrgency] IS NULL'] : [])];
  // An OR would make two searches of it, and lose the order of the index.
  const isBehind = `CASE ${by} WHEN $value THEN m.id ${after} $id ELSE true END`;
  const total = isCounted ? countOf(ranges) : 'null';
  const dated = `MATCH (m:ShipmentSummary) USING INDEX m:ShipmentSummary(${sort}, id)
  ${where([`${by} ${after}= $value`, `m.id > ''`, isBehind, ...limits])}
  WITH m ORDER BY ${by}${way}, m.id${way} LIMIT toInteger($limit)`;
  if (isElsewhere) return withOthers(shape, dated, total);
  if (!isDate(sort) || ranges.includes(sort)) {
    return `RETURN ${total} AS total, COLLECT { ${dated} RETURN ${itemOf(shape)} } AS items`;
  }
  // Those of which the time is not known follow where the others end; no index has them in order.
  return `CALL () { ${dated} RETURN collect(m) AS dated }
CALL (dated) {
  WITH dated WHERE size(dated) < toInteger($limit)
  ${UNDATED}${where([`m.id ${after} $undatedId`, ...limits])}
  WITH m ORDER BY m.id${way} LIMIT toInteger($limit)
  RETURN collect(m) AS undated
}
RETURN ${total} AS total, COLLECT { UNWIND (dated + undated)[..toInteger($limit)] AS m RETURN ${itemOf(shape)} } AS items`;
} // prettier-ignore

/** All within some times, by the index of the first of them: whatever it is sorted by, no more is looked at than is within. */
function countOf(ranges: readonly ListRange[]): string {
  const [first] = ranges;
  if (first === undefined) return 'COUNT { MATCH (m:ShipmentSummary) }';
  const index = first === 'etaAt' ? first : `${first}, id`;
  // Without a limit to the id an index of both is none of the first.
  return `COUNT { MATCH (m:ShipmentSummary) USING INDEX m:ShipmentSummary(${index})${where([...rangesOf(ranges), `m.id > ''`])} }`;
}

/** The walk, and among it those that the limits of the asker's own judge otherwise: no index has these in order. */
function withOthers(shape: PageShape, walked: string, total: string): string {
  const by = valueOf(shape);
  const after = shape.isDescending ? '<' : '>';
  const way = shape.isDescending ? ' DESC' : '';
  const isBehind = `(${by} ${after} $value OR (${by} = $value AND m.id ${after} $id))`;
  return `CALL () { ${walked} RETURN collect(m) AS walked }
CALL () {
  ${OTHERWISE}${where([isBehind, ...rangesOf(shape.ranges)])}
  WITH m ORDER BY ${by}${way}, m.id${way} LIMIT toInteger($limit)
  RETURN collect(m) AS others
}
RETURN ${total} AS total, COLLECT {
  UNWIND walked + others AS m
  WITH m ORDER BY ${by}${way}, m.id${way} LIMIT toInteger($limit)
  RETURN ${itemOf(shape)}
} AS items`;
}

function isDate(sort: PageShape['sort']): sort is ListDate {
  return (LIST_DATES as readonly string[]).includes(sort);
}

function rangesOf(ranges: readonly ListRange[]): string[] {
  return ranges.map((range) => `m.${range} >= $${range}From AND m.${range} < $${range}Until`);
}

function where(limits: readonly string[]): string {
  return limits.length > 0 ? ` WHERE ${limits.join(' AND ')}` : '';
}
