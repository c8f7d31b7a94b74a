import type { JourneyFacts } from '../journey/facts.ts';
import type { AccessRules } from './access-rules.ts';
import { shipmentKey, type SightKey } from './asker.ts';
import { openingsOf } from './openings.ts';

/**
 * The keys that open a shipment, for lists to be found by. Whether one opens it now, and what of it, is decided where it is
 * shown (`access-to.ts`): on whose word, until when, and to whom.
 */
export function sightOf(facts: JourneyFacts, rules: AccessRules): SightKey[] {
  const keys = openingsOf(facts, rules).map(({ key }) => key);
  return [shipmentKey(facts.shipmentId), ...new Set(keys)].sort();
}
