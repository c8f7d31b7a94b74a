import { changedSince, openedChangedSince } from 'graph-schema/cypher/search/changed-since';
import { knownShipments } from 'graph-schema/cypher/read/known-shipments';
import type { AnyOf } from 'graph-schema/cypher/search/term-query';
import { openedBy } from '../access/opened-by.ts';
import type { Context } from '../context.ts';
import { tooManyToLookBackAt } from '../journey/as-of/as-of-refusals.ts';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import { finderThen } from './finder.ts';
import { storedGroups, wholeKeys } from './fits.ts';
import { readPage } from './read-page.ts';
import { numbersAskedFor } from './shipment-filter.ts';

/** So many are looked back at for one list, each from all that was ever said of it. */
const MOST = 500;
/** Before it, nothing was received. */
const EVER = -8.64e15;

type Looking = Pick<
  Context,
  'graph' | 'places' | 'now' | 'asker' | 'numbers' | 'shipments' | 'shipmentsThen'
>;

interface Asked {
  readonly groups: readonly AnyOf[];
  /** Only these are looked at; null: all. */
  readonly among: readonly string[] | null;
}

/**
 * Shipments that may have fitted at an instant, by public id, the one that stands before those that proved to be it. Of what nothing was received or went since then, what is stored
 * today says whether it may; the rest is looked back at. Rights are not turned back. Throws an `AsOfError` where these are too many.
 */
export async function candidatesThen(
  context: Looking,
  at: number,
  { groups, among }: Asked,
): Promise<readonly string[]> {
  const { graph, asker: { sight } } = context;
  const numbers = numbersAskedFor(groups);
  if (numbers && !among) return ledToThen(context, numbers, at);
  const ids = new Set(among ? await withBefore(graph, among) : await changed(graph, sight, at));
  const unchanged = {
    facets: storedGroups(groups),
    sight: sight === 'ALL' ? null : wholeKeys(sight),
    among: null,
    ranges: { changedAt: { from: EVER, until: at } },
    ordering: { sort: 'changedAt', isDescending: true },
    first: MOST + 1,
    after: null,
    isCounted: false,
  } as const;
  if (!among && ids.size <= MOST) for (const [id] of (await readPage(graph, unchanged)).rows) ids.add(id);
  if (ids.size > MOST) throw tooManyToLookBackAt(MOST);
  return [...ids];
} // prettier-ignore

/** As a look-up finds them: exactly, however much changed since then. */
async function ledToThen(context: Looking, numbers: readonly IdentifierKey[], at: number): Promise<string[]> {
  const { hits } = finderThen(at, context);
  return (await hits(numbers)).flatMap((found) => found.flatMap(({ shipment }) => shipment ?? []));
}

async function changed(graph: Context['graph'], sight: Context['asker']['sight'], at: number): Promise<string[]> {
  const asked = { since: at, from: new Date(at).toISOString(), most: MOST + 1 };
  const rows =
    sight === 'ALL'
      ? await graph.run(changedSince, asked)
      : await graph.run(openedChangedSince, { ...asked, queries: wholeKeys(sight).map(openedBy) });
  return rows.map(({ id }) => id);
} // prettier-ignore

/** With those that proved to be one of them behind, which may have been cargo of their own then. */
async function withBefore(graph: Context['graph'], ids: readonly string[]): Promise<string[]> {
  const rows = await graph.run(knownShipments, { ids: ids.slice(0, MOST + 1) });
  return [...rows.map(({ id }) => id), ...rows.flatMap(({ aliases }) => aliases.map((one) => one.id))];
}
