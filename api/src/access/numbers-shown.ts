import { claimKeys } from 'graph-schema/domain/claim-keys';
import { ordersOf } from 'graph-schema/domain/order-numbers';
import type { ShipmentView } from '../journey/shipment-view.ts';

/** Keys of the numbers that a view of a shipment shows, its orders among them. */
export function numbersShown({ facts }: ShipmentView): ReadonlySet<string> {
  const orders = ordersOf(facts, facts.claims.map(({ event }) => claimKeys(event).documents));
  return new Set([facts.anchor, ...facts.documents, ...orders, ...facts.cycles.map(({ container }) => `CONTAINER:${container}`)]);
} // prettier-ignore
