import type { JourneyFactsRow } from 'graph-schema/cypher/read/journey-facts';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { deriveJourney, type Journey } from 'graph-schema/domain/journey/derive-journey';
import type { TownOf } from 'graph-schema/domain/journey/towns';
import type { Tracker } from 'graph-schema/domain/whereabouts/tracker';
import { trackersOf } from 'graph-schema/domain/whereabouts/trackers';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';

/** A journey with those whose positions are the cargo's now. */
export interface JourneyView extends Journey {
  readonly trackers: readonly Tracker[];
}

/** A shipment as one reading of the graph at one instant shows it. */
export interface ShipmentView {
  readonly id: string;
  readonly row: JourneyFactsRow;
  readonly facts: JourneyFacts;
  readonly journey: JourneyView;
}

export function shipmentView(
  row: JourneyFactsRow,
  facts: JourneyFacts,
  now: number,
  townOf: TownOf,
): ShipmentView {
  const journey = deriveJourney(facts, now, getJourneyRules(), townOf);
  const trackers = trackersOf(facts, journey, now);
  return { id: row.shipment, row, facts, journey: { ...journey, trackers } };
}
