import type { Context } from '../../context.ts';
import { viewsOfEmptied } from '../../events/emptied-shipments.ts';
import { eventReads } from '../../events/event-reads.ts';
import { goneLoader } from '../../events/gone-claims.ts';
import { asOfRefusal } from '../as-of-refusal.ts';
import type { Refusal } from '../query.ts';
import type { Dcsa3Event } from './event-schemas.ts';
import { eventsOf3 } from './events-of.ts';

/** What there is under an id; null: nothing. */
export interface FoundEvent3 {
  readonly event: Dcsa3Event | null;
}

/** The event of an id as the asker sees it, retracted where it went, as it stands or was known at an instant (epoch milliseconds; null: now). */
export async function findEvent3(
  eventId: string,
  asOf: number | null,
  context: Context,
): Promise<FoundEvent3 | Refusal> {
  return readEvent(eventId, asOf, context).catch(asOfRefusal);
}

async function readEvent(eventId: string, asOf: number | null, context: Context): Promise<FoundEvent3> {
  const { graph, asker, access, places } = context;
  const reads = await eventReads(context, asOf);
  const gone = goneLoader({ graph, asker, mask: access.mask }, asOf);
  for (const id of await reads.ofEvent(eventId)) {
    const view = (await reads.shipments.load(id)) ?? (await viewsOfEmptied([id], context)).get(id);
    const all = view ? eventsOf3(view, await gone.load(view), places) : [];
    const event = all.find(({ eventID }) => eventID === eventId);
    if (event) return { event };
  }
  return { event: null };
}
