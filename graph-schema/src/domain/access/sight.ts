import type { JourneyFacts } from '../journey/facts.ts';
import type { SightKey } from './asker.ts';

/** The keys that open a shipment. */
export function sightOf(_facts: JourneyFacts): SightKey[] {
  return [];
}
