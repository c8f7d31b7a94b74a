import { loadViewer } from '../account/load-viewer.ts';
import { loadToldStatuses } from '../as-of/load-told-statuses.ts';
import { loadIsFollowed } from '../watch/load-is-followed.ts';
import { loadShipment } from './load-shipment.ts';

/** Whatever the page of a shipment shows at first, asked together. */
export async function loadShipmentPage(id: string, asOf: string | null) {
  const [answer, viewer, isFollowed, today] = await Promise.all([
    loadShipment(id, asOf),
    loadViewer(),
    loadIsFollowed(id),
    loadToldStatuses(id, asOf),
  ]);
  return { answer, viewer, isFollowed, today };
}
