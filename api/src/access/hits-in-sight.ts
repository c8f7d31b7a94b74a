import type DataLoader from 'dataloader';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { NumberHit } from '../context.ts';
import { tiesTogether, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { numbersShown } from './numbers-shown.ts';

/** A box that was used more often than this is asked for by its newest uses. */
const LOOKED_AT_MAX = 400;

/**
 * Of what numbers lead to what the one who asks may see: a number of another's leads nowhere, as one that nobody ever named.
 * An order leads to those alone whose view shows it.
 */
export async function hitsInSight<Hit extends NumberHit>(
  keys: readonly IdentifierKey[],
  hits: readonly (readonly Hit[])[],
  asker: Asker,
  shipments: DataLoader<string, ShipmentView | null>,
): Promise<readonly (readonly Hit[])[]> {
  if (asker.sight === 'ALL') return hits;
  const newest = hits.map((one) => [...one].sort((a, b) => (b.from ?? 0) - (a.from ?? 0)).slice(0, LOOKED_AT_MAX));
  const ids = [...new Set(newest.flat().flatMap(({ shipment }) => shipment ?? []))];
  const views = await shipments.loadMany(ids);
  const failed = views.find((view) => view instanceof Error);
  if (failed) throw failed;
  const seen = new Map(ids.flatMap((id, index): [string, ShipmentView][] => {
    const view = views[index];
    return view && !(view instanceof Error) ? [[id, view]] : [];
  }));
  const isShown = (key: IdentifierKey | undefined, view: ShipmentView | undefined) =>
    key !== undefined && view !== undefined && (tiesTogether(key) || numbersShown(view).has(key));
  return newest.map((one, index) => one.filter(({ shipment }) => isShown(keys[index], seen.get(shipment ?? ''))));
} // prettier-ignore
