import { facet } from 'graph-schema/domain/summary/facet';
import type { Context } from '../context.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { readPage } from '../search/read-page.ts';

/** So many shipments are looked at, those of which something was received last. */
export const LOOKED_AT_MAX = 300;
/** Cargo of which nothing was received for longer is not looked for. */
const HEARD_MS = 60 * 86_400_000;

type Seeing = Pick<Context, 'graph' | 'asker' | 'shipments' | 'now'>;

/** What the asker sees of cargo that has a port on its way, and whether there is more than was looked at. */
export interface SeenAtPort {
  readonly views: readonly ShipmentView[];
  readonly isPartial: boolean;
}

/**
 * Found by the port and by every key of the asker, a port's and a facility's included; each is then read as far as he sees it, so
 * that what he does not see is neither shown nor counted. A page of the index, then four statements.
 */
export async function seenAtPort(
  port: string,
  { graph, asker, shipments, now }: Seeing,
): Promise<SeenAtPort> {
  const at = now();
  const { rows, hasMore } = await readPage(graph, {
    facets: [[{ text: facet('PORT', port) }]],
    sight: asker.sight === 'ALL' ? null : asker.sight,
    among: null,
    ranges: { changedAt: { from: at - HEARD_MS, until: Number.MAX_SAFE_INTEGER } },
    ordering: { sort: 'changedAt', isDescending: true },
    first: LOOKED_AT_MAX,
    after: null,
    isCounted: false,
  });
  const views = await Promise.all(rows.map(([id]) => shipments.load(id)));
  return { views: views.filter((view) => view !== null), isPartial: hasMore };
}
