import type { AnyOf } from 'graph-schema/cypher/search/term-query';
import type { Asker } from 'graph-schema/domain/access/asker';
import { ownKey } from '../access/own-rules.ts';
import type { Context } from '../context.ts';
import type { Watched } from '../watch/load-watched.ts';
import { compareCursors, type Cursor } from './cursor.ts';
import { hasFacets, isWithin, storedGroups, wholeKeys } from './fits.ts';
import { cursorOf, readPage, type Page, type PageQuestion, type RowsQuestion } from './read-page.ts';
import { seenInPart } from './seen-in-part.ts';
import { seenRow } from './seen-row.ts';
import { facetsOfFilter, rangesOfFilter } from './shipment-filter.ts';

type Seeing = Pick<Context, 'graph' | 'places' | 'shipments'>;
type Item = Page['items'][number];
type Asked = Omit<RowsQuestion, 'first' | 'after'>;
/** What is seen of a shipment, in its place; null: nothing that fits. */
type See = (id: string) => Promise<Item | null>;

/** So many are looked through for one page that few fit, or for a count; and so many are sorted by what is seen of each. */
export const LOOKED_AT_MAX = 500;
/** A list that grew meanwhile goes on as it began. */
const GROWN_MAX = 2 * LOOKED_AT_MAX;

/**
 * A page for whoever does not see everything: his keys and the numbers and names that he asks for find what may fit; each is then held
 * against what he sees of it, so that neither a row nor a count tells what he does not. Nor does the order: what he sees in part stands
 * by what he sees of it. Where few fit, a page may end early, with more behind.
 */
export async function findSeenPage(
  context: Seeing,
  asker: Asker,
  watched: Watched | null,
  question: PageQuestion,
): Promise<Page> {
  const { filter, ordering, first, after, isCounted } = question;
  const groups = facetsOfFilter(filter, context.places);
  const asked = {
    facets: storedGroups(groups),
    sight: asker.sight === 'ALL' ? null : wholeKeys(asker.sight),
    among: watched && watched.ids,
    ranges: {},
    own: ownKey(asker),
    ordering,
    isCounted: false,
  };
  const see = seeing(context, watched, question, groups);
  const inPart = await partsOf(context, asker, asked, after);
  const isById = inPart === 'TOO_MANY';
  const apart = isById ? [] : sorted(await Promise.all(inPart.ids.map(see)));
  const skipped = new Set(isById ? [] : inPart.ids);
  const walk = async (from: Cursor | null, most: number): Promise<Walked> =>
    !isById && inPart.isAll
      ? { items: [], at: null, hasMore: false }
      : walkStored(context.graph, { ...asked, isById }, { see, skipped, from, most });
  const page = merged(await walk(after, first), apart, after, first);
  const counted = isCounted ? await walk(null, LOOKED_AT_MAX) : null;
  return {
    ...page,
    total: counted && counted.items.length + apart.length,
    isTotalAtLeast: counted?.hasMore ?? false,
    isPartial: false,
  };
}

/** Those that have to be placed by what is seen of them; too many of them stand by id alone. */
async function partsOf(
  { graph }: Seeing,
  asker: Asker,
  asked: Asked,
  after: Cursor | null,
): Promise<{ readonly ids: readonly string[]; readonly isAll: boolean } | 'TOO_MANY'> {
  if (after?.isById) return 'TOO_MANY';
  const most = after ? GROWN_MAX : LOOKED_AT_MAX;
  const inPart = seenInPart(asker);
  const isAll = inPart === 'ALL';
  const ids = isAll ? (await readPage(graph, { ...asked, isById: true, first: most + 1, after: null })).rows.map(([id]) => id) : inPart;
  return ids.length > most ? 'TOO_MANY' : { ids, isAll };
} // prettier-ignore

function seeing({ shipments, places }: Seeing, watched: Watched | null, { filter, ordering }: PageQuestion, groups: readonly AnyOf[]): See {
  const ranges = rangesOfFilter(filter);
  return async (id) => {
    const view = await shipments.load(id);
    if (!view || (watched && !(await watched.isMeant(view)))) return null;
    const row = seenRow(view, ordering);
    return hasFacets(view, groups, places) && isWithin(row.shipment, ranges) ? row : null;
  };
} // prettier-ignore

interface Walked {
  readonly items: readonly Item[];
  /** How far it looked; null: nothing was there. */
  readonly at: Cursor | null;
  readonly hasMore: boolean;
}

interface Walk {
  readonly see: See;
  readonly skipped: ReadonlySet<string>;
  readonly from: Cursor | null;
  readonly most: number;
}

/** In the order that is stored. */
async function walkStored(graph: Context['graph'], asked: Asked, { see, skipped, from, most }: Walk): Promise<Walked> {
  const items: Item[] = [];
  let [at, hasMore, looked] = [from, true, 0];
  while (hasMore && items.length < most && looked < LOOKED_AT_MAX) {
    const page = await readPage(graph, { ...asked, first: Math.min(most, 100), after: at });
    const seen = await Promise.all(page.rows.map(async ([id]) => (skipped.has(id) ? null : see(id))));
    for (const [index, row] of page.rows.entries()) {
      if (items.length >= most) return { items, at, hasMore: true };
      at = cursorOf(row, asked.ordering, asked.isById);
      const found = seen[index];
      if (found) items.push({ ...found, cursor: at });
    }
    [hasMore, looked] = [page.hasMore, looked + page.rows.length];
  }
  return { items, at, hasMore };
} // prettier-ignore

function sorted(items: readonly (Item | null)[]): readonly Item[] {
  return items.flatMap((item) => item ?? []).sort((a, b) => compareCursors(a.cursor, b.cursor));
}

/** What was walked through, and among it what is placed by what is seen of it. */
function merged(walked: Walked, apart: readonly Item[], after: Cursor | null, first: number): Omit<Page, 'total' | 'isTotalAtLeast' | 'isPartial'> {
  const behind = after === null ? apart : apart.filter(({ cursor }) => compareCursors(cursor, after) > 0);
  const { at } = walked;
  // What lies behind where the walk stopped has its turn when it has come there.
  const reached = walked.hasMore ? behind.filter(({ cursor }) => at !== null && compareCursors(cursor, at) <= 0) : behind;
  const all = sorted([...walked.items, ...reached]);
  const items = all.slice(0, first);
  const isCut = all.length > first;
  const last = items.at(-1)?.cursor ?? null;
  return {
    items,
    hasMore: isCut || walked.hasMore,
    end: isCut || !walked.hasMore ? (last ?? at) : at,
  };
} // prettier-ignore
