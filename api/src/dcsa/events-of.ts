import type { FactClaim } from 'graph-schema/domain/journey/facts';
import type { Gazetteer } from 'graph-schema/domain/place';
import { shipmentTelling } from '../events/shipment-telling.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';
import { keysOf } from './candidates.ts';
import { matches } from './event-fields.ts';
import type { DcsaEvent } from './event-schemas.ts';
import type { EventFilter, TextFilter } from './query.ts';
import { tellEvent } from './tell-event.ts';

/** Events of a shipment that match, as far as the view shows it; `isMeant` says of which of its claims, else of all. */
export function eventsOf(
  { facts }: ToldShipment,
  filter: EventFilter,
  places: Gazetteer,
  isMeant: (claim: FactClaim) => boolean = () => true,
): DcsaEvent[] {
  const telling = shipmentTelling(facts);
  const isOfShipment = (name: TextFilter, text: string) =>
    name !== 'equipmentReference' &&
    (keysOf(name, text) ?? []).some((key) => facts.documents.some((paper) => paper === key));
  return facts.claims
    .filter(isMeant)
    .flatMap((claim) => tellEvent(claim, telling, places) ?? [])
    .filter((event) => matches(event, filter, isOfShipment));
}

/** Whether a shipment is asked for by its own bill. */
export function isNamed({ facts }: ToldShipment, { texts }: EventFilter): boolean {
  const bills = texts.transportDocumentReference ?? [];
  return bills.some((bill) => keysOf('transportDocumentReference', bill)?.includes(facts.anchor));
}
