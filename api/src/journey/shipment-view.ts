import type { JourneyFactsRow } from 'graph-schema/cypher/read/journey-facts';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { deriveJourney, type Journey } from 'graph-schema/domain/journey/derive-journey';
import type { TownOf } from 'graph-schema/domain/journey/towns';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';

/** A shipment as one reading of the graph at one instant shows it. */
export interface ShipmentView {
  readonly id: string;
  readonly row: JourneyFactsRow;
  readonly facts: JourneyFacts;
  readonly journey: Journey;
}

export function shipmentView(
  row: JourneyFactsRow,
  facts: JourneyFacts,
  now: number,
  townOf: TownOf,
): ShipmentView {
  return { id: row.shipment, row, facts, journey: deriveJourney(facts, now, getJourneyRules(), townOf) };
}
