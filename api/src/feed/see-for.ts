import type { Seeing } from '../access/see-shipment.ts';
import { loadShipments } from '../context.ts';
import type { See } from './told-to.ts';

/** What somebody sees of shipments as they are now. */
export function seeFor(services: Omit<Seeing, 'asker'>): See {
  return async (asker, ids) => {
    const views = await loadShipments({ ...services, asker }, ids);
    return new Map(ids.flatMap((id, index) => (views[index] ? [[id, views[index]]] : [])));
  };
}
