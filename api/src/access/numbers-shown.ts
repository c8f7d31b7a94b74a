import { ordersTold } from 'graph-schema/domain/order-numbers';
import type { ShipmentView } from '../journey/shipment-view.ts';

/** Keys of the numbers that a view of a shipment shows, its orders among them. */
export function numbersShown({ facts }: ShipmentView): ReadonlySet<string> {
  const orders = ordersTold(facts, facts.claims);
  return new Set([facts.anchor, ...facts.documents, ...orders, ...facts.cycles.map(({ container }) => `CONTAINER:${container}`)]);
} // prettier-ignore
