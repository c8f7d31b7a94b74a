import type { Gazetteer } from 'graph-schema/domain/place';
import type { GoneClaim } from '../../events/gone-claims.ts';
import { shipmentTelling } from '../../events/shipment-telling.ts';
import type { ToldShipment } from '../../journey/shipment-view.ts';
import type { Dcsa3Event } from './event-schemas.ts';
import { retractEvent3 } from './retract-event.ts';
import { tellEvent3 } from './tell-event.ts';

/** Events of a shipment that stand, and once more those that do not any more, retracted. */
export function eventsOf3(
  { facts }: ToldShipment,
  gone: readonly GoneClaim[],
  places: Gazetteer,
): Dcsa3Event[] {
  const telling = shipmentTelling(facts);
  const standing = facts.claims.flatMap((claim) => tellEvent3(claim, telling, places) ?? []);
  return [...standing, ...gone.flatMap((one) => retractEvent3(one, telling, places) ?? [])];
}
