import type { Seeing } from '../access/see-shipment.ts';
import { loadShipments } from '../context.ts';
import { viewsById, type See } from './told-to.ts';

/** What somebody sees of shipments as they are now. */
export function seeFor(services: Omit<Seeing, 'asker'>): See {
  return async (asker, ids) => {
    return viewsById(ids, await loadShipments({ ...services, asker }, ids));
  };
}
