import type { Gazetteer } from 'graph-schema/domain/place';
import { utcDateTime } from '../events/date-time.ts';
import { eventUuid } from '../events/event-id.ts';
import type { GoneClaim } from '../events/gone-claims.ts';
import type { ShipmentTelling } from '../events/shipment-telling.ts';
import type { EpcisEvent, ErrorDeclaration } from './epcis-event.ts';
import { tellEvent } from './tell-event.ts';

/**
 * What went as EPCIS 2.0 declares an error (7.4.1.2 to 7.4.1.4): the event once more under the same id, with when and why it does not
 * hold. It is recorded when it went, so that whoever asks by record time is told. Null: it was not told as an event.
 */
export function declareError(
  gone: GoneClaim,
  shipment: ShipmentTelling,
  places: Gazetteer,
): EpcisEvent | null {
  const event = tellEvent(gone.claim, { ...shipment, id: gone.shipmentId }, places);
  if (!event) return null;
  const errorDeclaration = declarationOf(gone, shipment, places);
  return { ...event, recordTime: utcDateTime(gone.at), errorDeclaration };
}

/**
 * `incorrect_data`: something else is said in its place, or the same of other cargo. `did_not_occur`: nobody says so any more (CBV 2.0,
 * 7.5). Events in its place are named as far as they are told of the same shipment.
 */
function declarationOf(
  { at, stands, instead }: GoneClaim,
  shipment: ShipmentTelling,
  places: Gazetteer,
): ErrorDeclaration {
  const ids = instead.flatMap((claim) =>
    tellEvent(claim, shipment, places) ? [`urn:uuid:${eventUuid(shipment.id, claim.id)}`] : [],
  );
  return {
    declarationTime: utcDateTime(at),
    reason: stands || instead.length > 0 ? 'incorrect_data' : 'did_not_occur',
    correctiveEventIDs: ids.length > 0 ? ids : undefined,
  };
}
