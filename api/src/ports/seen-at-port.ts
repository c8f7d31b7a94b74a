import { facet } from 'graph-schema/domain/summary/facet';
import type { Context } from '../context.ts';
import { inFuture } from '../journey/as-of/as-of-refusals.ts';
import { lookBack } from '../journey/as-of/look-back.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import type { Cursor } from '../search/cursor.ts';
import { readPage } from '../search/read-page.ts';

/** So many shipments are looked at, those of which something was received last: more could not be answered while somebody waits. */
export const LOOKED_AT_MAX = 2000;
/** Read and let go together. */
const AT_ONCE = 250;
/** Looking back costs more: all that was ever said of each is read. */
export const LOOKED_BACK_MAX = 100;
/** Cargo of which nothing was received for longer is not looked for. */
const HEARD_MS = 60 * 86_400_000;
const EVER = Number.MAX_SAFE_INTEGER;

type Seeing = Pick<Context, 'graph' | 'asker' | 'now' | 'shipments' | 'shipmentsThen'>;

/** A part of what the asker sees of cargo that has a port on its way, and whether there is more than was looked at. */
export interface SeenAtPort {
  readonly views: readonly ShipmentView[];
  readonly isPartial: boolean;
}

/**
 * Found by the port and by every key of the asker, a port's and a facility's included; each is then read as far as he sees it, so
 * that what he does not see is neither shown nor counted. Part by part, each a page of the index and four statements, so that a large
 * port fills no memory: whoever reads them keeps what he counts.
 *
 * @param asOf as known at that instant, epoch milliseconds, of the cargo that has the port on its way today; null: now. Throws an
 * `AsOfError`.
 */
export async function* seenAtPort(port: string, seeing: Seeing, asOf: number | null): AsyncGenerator<SeenAtPort> {
  const { shipments, shipmentsThen, now } = seeing;
  if (asOf !== null) {
    if (asOf > now()) throw inFuture(asOf, now());
    const { ids, hasMore } = await idsAround(port, seeing, asOf);
    const { views, isPartial } = await lookBack(shipmentsThen, ids, asOf);
    yield { views, isPartial: isPartial || hasMore };
    return;
  }
  const heard = { from: now() - HEARD_MS, until: EVER };
  let after: Cursor | null = null;
  for (let looked = 0; looked < LOOKED_AT_MAX; looked += AT_ONCE) {
    const found: Found = await idsOf(port, seeing, { heard, isDescending: true, most: AT_ONCE, after });
    const views = await Promise.all(found.ids.map((id) => shipments.load(id)));
    for (const id of found.ids) shipments.clear(id);
    const isLast = !found.hasMore || looked + AT_ONCE >= LOOKED_AT_MAX;
    yield { views: views.filter((view) => view !== null), isPartial: isLast && found.hasMore };
    if (isLast) return;
    after = found.end;
  }
} // prettier-ignore

/**
 * What something was received of at the instant or soonest after it, then what nothing was, the last first: what is heard of long
 * after is least likely to have been there.
 */
async function idsAround(port: string, seeing: Seeing, at: number): Promise<Found> {
  const since = await idsOf(port, seeing, { heard: { from: at, until: EVER }, isDescending: false, most: LOOKED_BACK_MAX });
  const rest = LOOKED_BACK_MAX - since.ids.length;
  // What was heard of before is not looked for then.
  if (rest === 0) return { ...since, hasMore: true };
  const before = await idsOf(port, seeing, { heard: { from: at - HEARD_MS, until: at }, isDescending: true, most: rest });
  return { ids: [...since.ids, ...before.ids], hasMore: since.hasMore || before.hasMore, end: null };
} // prettier-ignore

interface Found {
  readonly ids: readonly string[];
  readonly hasMore: boolean;
  /** Where it ended; null: it is empty. */
  readonly end: Cursor | null;
}

/** Shipments of which something was received last in a stretch of time, in order of that. */
async function idsOf(
  port: string,
  { graph, asker: { sight } }: Seeing,
  {
    heard,
    isDescending,
    most,
    after = null,
  }: {
    readonly heard: { readonly from: number; readonly until: number };
    readonly isDescending: boolean;
    readonly most: number;
    readonly after?: Cursor | null;
  },
): Promise<Found> {
  const { rows, hasMore, end } = await readPage(graph, {
    facets: [[{ text: facet('PORT', port) }]],
    sight: sight === 'ALL' ? null : sight,
    among: null,
    ranges: { changedAt: heard },
    own: null,
    ordering: { sort: 'changedAt', isDescending },
    first: most,
    after,
    isCounted: false,
  });
  return { ids: rows.map(([id]) => id), hasMore, end };
}
