import { facet } from 'graph-schema/domain/summary/facet';
import type { Context } from '../context.ts';
import { inFuture } from '../journey/as-of/as-of-refusals.ts';
import { lookBack } from '../journey/as-of/look-back.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { readPage } from '../search/read-page.ts';

/** So many shipments are looked at, those of which something was received last. */
export const LOOKED_AT_MAX = 300;
/** Looking back costs more: all that was ever said of each is read. */
export const LOOKED_BACK_MAX = 100;
/** Cargo of which nothing was received for longer is not looked for. */
const HEARD_MS = 60 * 86_400_000;
const EVER = Number.MAX_SAFE_INTEGER;

type Seeing = Pick<Context, 'graph' | 'asker' | 'now' | 'shipments' | 'shipmentsThen'>;

/** What the asker sees of cargo that has a port on its way, and whether there is more than was looked at. */
export interface SeenAtPort {
  readonly views: readonly ShipmentView[];
  readonly isPartial: boolean;
}

/**
 * Found by the port and by every key of the asker, a port's and a facility's included; each is then read as far as he sees it, so
 * that what he does not see is neither shown nor counted. A page of the index, then four statements.
 *
 * @param asOf as known at that instant, epoch milliseconds, of the cargo that has the port on its way today; null: now. Throws an
 * `AsOfError`.
 */
export async function seenAtPort(port: string, seeing: Seeing, asOf: number | null): Promise<SeenAtPort> {
  const { shipments, shipmentsThen, now } = seeing;
  if (asOf !== null) {
    if (asOf > now()) throw inFuture(asOf, now());
    const { ids, hasMore } = await idsAround(port, seeing, asOf);
    const { views, isPartial } = await lookBack(shipmentsThen, ids, asOf);
    return { views, isPartial: isPartial || hasMore };
  }
  const heard = { from: now() - HEARD_MS, until: EVER };
  const { ids, hasMore } = await idsOf(port, seeing, { heard, isDescending: true, most: LOOKED_AT_MAX });
  const views = await Promise.all(ids.map((id) => shipments.load(id)));
  return { views: views.filter((view) => view !== null), isPartial: hasMore };
}

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
  return { ids: [...since.ids, ...before.ids], hasMore: since.hasMore || before.hasMore };
} // prettier-ignore

interface Found {
  readonly ids: readonly string[];
  readonly hasMore: boolean;
}

/** Shipments of which something was received last in a stretch of time, in order of that. */
async function idsOf(
  port: string,
  { graph, asker: { sight } }: Seeing,
  {
    heard,
    isDescending,
    most,
  }: {
    readonly heard: { readonly from: number; readonly until: number };
    readonly isDescending: boolean;
    readonly most: number;
  },
): Promise<Found> {
  const { rows, hasMore } = await readPage(graph, {
    facets: [[{ text: facet('PORT', port) }]],
    sight: sight === 'ALL' ? null : sight,
    among: null,
    ranges: { changedAt: heard },
    own: null,
    ordering: { sort: 'changedAt', isDescending },
    first: most,
    after: null,
    isCounted: false,
  });
  return { ids: rows.map(([id]) => id), hasMore };
}
