import { facet } from 'graph-schema/domain/summary/facet';
import type { Seeing as ShipmentSeeing } from '../access/see-shipment.ts';
import type { Context } from '../context.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { readPage } from '../search/read-page.ts';
import { lookBack } from './look-back.ts';

/** So many shipments are looked at, those of which something was received last. */
export const LOOKED_AT_MAX = 300;
/** Looking back costs more: all that was ever said of each is read. */
export const LOOKED_BACK_MAX = 100;
/** Cargo of which nothing was received for longer is not looked for. */
const HEARD_MS = 60 * 86_400_000;

type Seeing = ShipmentSeeing & Pick<Context, 'shipments'>;

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
  const { graph, asker, shipments, now } = seeing;
  const { rows, hasMore } = await readPage(graph, {
    facets: [[{ text: facet('PORT', port) }]],
    sight: asker.sight === 'ALL' ? null : asker.sight,
    among: null,
    ranges: { changedAt: { from: (asOf ?? now()) - HEARD_MS, until: Number.MAX_SAFE_INTEGER } },
    own: null,
    ordering: { sort: 'changedAt', isDescending: true },
    first: asOf === null ? LOOKED_AT_MAX : LOOKED_BACK_MAX,
    after: null,
    isCounted: false,
  });
  const ids = rows.map(([id]) => id);
  if (asOf !== null) {
    const { views, isPartial } = await lookBack(seeing, ids, asOf);
    return { views, isPartial: isPartial || hasMore };
  }
  const views = await Promise.all(ids.map((id) => shipments.load(id)));
  return { views: views.filter((view) => view !== null), isPartial: hasMore };
}
