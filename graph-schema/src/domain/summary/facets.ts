import type { JourneyFacts } from '../journey/facts.ts';
import type { Journey } from '../journey/derive-journey.ts';

/** What a shipment is found by in lists, each a whole term: `PHASE:IN_TRANSIT`, `BILL:COSU…`. */
export type Facet = string;

export function facetsOf(_facts: JourneyFacts, { phase }: Journey): Facet[] {
  return [`PHASE:${phase}`];
}
