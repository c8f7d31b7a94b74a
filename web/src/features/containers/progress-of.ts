import type { Phase } from '../journey/shipment.graphql.ts';

/** Phases in the order in which a box goes through them; a transshipment is a part of being in transit. */
const way = ['BOOKED', 'PRE_CARRIAGE', 'AT_ORIGIN', 'IN_TRANSIT', 'AT_DESTINATION', 'ON_CARRIAGE', 'DELIVERED', 'COMPLETED'] as const satisfies readonly Phase[]; // prettier-ignore

/** Which step of how many; 0 where nothing is known. */
export function progressOf(phase: Phase): { readonly at: number; readonly total: number } {
  const step = phase === 'AT_TRANSSHIPMENT' ? 'IN_TRANSIT' : phase;
  return { at: way.findIndex((one) => one === step) + 1, total: way.length };
}
