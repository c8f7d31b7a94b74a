import type { Gazetteer } from 'graph-schema/domain/place';
import { utcDateTime } from '../../events/date-time.ts';
import type { GoneClaim } from '../../events/gone-claims.ts';
import type { ShipmentTelling } from '../../events/shipment-telling.ts';
import type { Dcsa3Event } from './event-schemas.ts';
import { tellEvent3 } from './tell-event.ts';

/**
 * What went as 3.0 retracts an event (schema `Event`, `isRetracted`): published again under its id, updated when it went, so that it
 * overrides what was published before. The rest says which events it is found among; a reader discards it. Null: it was not told.
 */
export function retractEvent3(
  { claim, shipmentId, at }: GoneClaim,
  shipment: ShipmentTelling,
  places: Gazetteer,
): Dcsa3Event | null {
  const event = tellEvent3(claim, { ...shipment, id: shipmentId }, places);
  return event && { ...event, isRetracted: true, eventUpdatedDateTime: utcDateTime(at) };
}
