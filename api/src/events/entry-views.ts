import type { Asker } from 'graph-schema/domain/access/asker';
import type { ToldEntry } from '../feed/told-batch.ts';
import type { See } from '../feed/told-to.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';

/** By the id that an entry names. `HIDDEN`: what a house takes over of its master is told of the master, where that is seen, too. */
export type EntryViews = ReadonlyMap<string, ToldShipment | 'HIDDEN'>;

/** What the reader of entries sees of their shipments; `isNamed`: whether he asks for a house by its own number. */
export async function viewsOfEntries(
  entries: readonly ToldEntry[],
  { asker, see }: { readonly asker: Asker; readonly see: See },
  isNamed: (view: ToldShipment) => boolean,
): Promise<EntryViews> {
  const views = await see(asker, [...new Set(entries.map(({ shipment }) => shipment))]);
  const masters = await see(asker, [...new Set([...views.values()].flatMap((view) => masterOf(view) ?? []))]);
  return new Map(
    [...views].map(([id, view]) => [id, masters.has(masterOf(view) ?? '') && !isNamed(view) ? 'HIDDEN' : view]),
  );
} // prettier-ignore

function masterOf({ related }: ToldShipment): string | null {
  return related.find(({ relation }) => relation === 'MASTER')?.shipmentId ?? null;
}
