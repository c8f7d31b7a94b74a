import type { ShipmentView } from '../journey/shipment-view.ts';

/** Keys of the numbers that a view of a shipment shows. */
export function numbersShown({ facts }: ShipmentView): ReadonlySet<string> {
  return new Set([facts.anchor, ...facts.documents, ...facts.cycles.map(({ container }) => `CONTAINER:${container}`)]);
} // prettier-ignore
