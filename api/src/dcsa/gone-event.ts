import type { Context } from '../context.ts';
import { eventUuid } from '../events/event-id.ts';
import { goneLoader } from '../events/gone-claims.ts';
import { shipmentTelling } from '../events/shipment-telling.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';
import { tellEvent } from './tell-event.ts';

/** An event that does not hold any more; DCSA 2.2 has no word for it. */
export interface GoneEvent {
  /** When it went, epoch milliseconds. */
  readonly at: number;
  /** Ids of the events that are told in its place, of the same shipment. */
  readonly instead: readonly string[];
}

/** The event of an id that went from a shipment by an instant (epoch milliseconds; null: by now), as far as that is kept and the asker may know it. */
export async function findGoneEvent(
  eventId: string,
  view: ToldShipment,
  asOf: number | null,
  { graph, asker, access, places }: Context,
): Promise<GoneEvent | null> {
  const all = await goneLoader({ graph, asker, mask: access.mask }, asOf).load(view);
  const gone = all.find(({ claim }) => eventUuid(view.id, claim.id) === eventId);
  const telling = shipmentTelling(view.facts);
  if (!gone || !tellEvent(gone.claim, telling, places)) return null;
  const instead = gone.instead.flatMap((claim) => tellEvent(claim, telling, places)?.eventID ?? []);
  return { at: gone.at, instead };
}
