import { changedSince, openedChangedSince } from 'graph-schema/cypher/search/changed-since';
import { knownShipments } from 'graph-schema/cypher/read/known-shipments';
import type { AnyOf } from 'graph-schema/cypher/search/term-query';
import { openedBy } from '../access/opened-by.ts';
import type { Context } from '../context.ts';
import { tooManyToLookBackAt } from '../journey/as-of/as-of-refusals.ts';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import { finderThen, type Looking } from './finder.ts';
import { storedGroups, wholeKeys } from './fits.ts';
import { readPage } from './read-page.ts';
import { numbersAskedFor } from './shipment-filter.ts';

/** So many are looked back at for one list, each from all that was ever said of it. */
const MOST = 500;
/** Before it, nothing was received. */
const EVER = -8.64e15;

type Graph = Context['graph'];
type Sight = Context['asker']['sight'];

interface Asked {
  readonly groups: readonly AnyOf[];
  /** Only these are looked at; null: all. */
  readonly among: readonly string[] | null;
}

/**
 * Shipments that may have fitted at an instant, by public id, the one that stands before those that proved to be it. Of what
 * nothing was received or went since then, what is stored today says whether it may; the rest is looked back at. Rights are not
 * turned back. Throws an `AsOfError` where these are too many.
 */
export async function candidatesThen(context: Looking, at: number, { groups, among }: Asked): Promise<readonly string[]> {
  const { graph, asker: { sight } } = context;
  const numbers = among === null ? numbersAskedFor(groups) : null;
  // However much changed since then, numbers and watch lists lead to what they lead to.
  if (numbers && sight === 'ALL') return upTo(MOST, await ledToThen(context, numbers, at));
  if (among) return upTo(MOST, await withBefore(graph, await openedOf(graph, sight, among)));
  const keys = keysOf(sight);
  const ids = new Set(await changed(graph, keys, at));
  if (ids.size <= MOST)
    for (const id of await stored(graph, keys, { facets: storedGroups(groups), among: null, until: at })) ids.add(id);
  return upTo(MOST, [...ids]);
} // prettier-ignore

/**
 * Shipments among which those are that had changed last at an instant, `last` of them: what anything was received of since then, or went
 * from, and the last of what has stood as it does since before. Of what one of some keys opens today; null: of all. Throws an `AsOfError` where the first are too many.
 */
export async function changedLastThen(
  graph: Graph,
  keys: readonly string[] | null,
  at: number,
  last: number,
): Promise<readonly string[]> {
  const since = upTo(MOST, await changed(graph, keys, at));
  const before = await stored(graph, keys, { facets: [], among: null, until: at }, last);
  return [...new Set([...since, ...before])];
}

function upTo(most: number, ids: readonly string[]): readonly string[] {
  if (ids.length > most) throw tooManyToLookBackAt(most);
  return ids;
}

/** Those that a list may show to whoever asks. */
async function openedOf(graph: Graph, sight: Sight, ids: readonly string[]): Promise<readonly string[]> {
  const keys = keysOf(sight);
  return keys === null ? ids : stored(graph, keys, { facets: [], among: ids, until: null });
}

/** What opens the whole of a shipment; null: everything is open. */
function keysOf(sight: Sight): readonly string[] | null {
  return sight === 'ALL' ? null : wholeKeys(sight);
}

/** `until`: of which nothing was received from then on, epoch milliseconds; null: all. */
async function stored(
  graph: Graph,
  keys: readonly string[] | null,
  {
    facets,
    among,
    until,
  }: { facets: readonly AnyOf[]; among: readonly string[] | null; until: number | null },
  most = MOST + 1,
): Promise<string[]> {
  const { rows } = await readPage(graph, {
    facets,
    sight: keys,
    among,
    ranges: until === null ? {} : { changedAt: { from: EVER, until } },
    own: null,
    ordering: { sort: 'changedAt', isDescending: true },
    first: most,
    after: null,
    isCounted: false,
  });
  return rows.map(([id]) => id);
}

/** As a look-up finds them: exactly. */
async function ledToThen(context: Looking, numbers: readonly IdentifierKey[], at: number): Promise<string[]> {
  const { hits } = finderThen(at, context);
  return (await hits(numbers)).flatMap((found) => found.flatMap(({ shipment }) => shipment ?? []));
}

async function changed(graph: Graph, keys: readonly string[] | null, at: number): Promise<string[]> {
  const asked = { since: at, from: new Date(at).toISOString(), most: MOST + 1 };
  const rows =
    keys === null
      ? await graph.run(changedSince, asked)
      : await graph.run(openedChangedSince, { ...asked, queries: keys.map(openedBy) });
  return rows.map(({ id }) => id);
} // prettier-ignore

/** With those that proved to be one of them behind, which may have been cargo of their own then. */
async function withBefore(graph: Graph, ids: readonly string[]): Promise<string[]> {
  const rows = await graph.run(knownShipments, { ids: ids.slice(0, MOST + 1) });
  return [...rows.map(({ id }) => id), ...rows.flatMap(({ aliases }) => aliases.map((one) => one.id))];
}
