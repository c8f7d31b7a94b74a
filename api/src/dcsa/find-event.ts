import type { Context } from '../context.ts';
import { eventReads } from '../events/event-reads.ts';
import { asOfRefusal } from './as-of-refusal.ts';
import type { DcsaEvent } from './event-schemas.ts';
import { eventsOf } from './events-of.ts';
import { findGoneEvent, type GoneEvent } from './gone-event.ts';
import type { Refusal } from './query.ts';

/** What there is under the id of an event. */
export type FoundEvent =
  | { readonly outcome: 'STANDS'; readonly event: DcsaEvent }
  | { readonly outcome: 'GONE'; readonly gone: GoneEvent }
  | { readonly outcome: 'NONE' }
  | { readonly outcome: 'REFUSED'; readonly refusal: Refusal };

/** The event of an id as the asker sees it, as it stands or was known at an instant (epoch milliseconds; null: now). */
export async function findEvent(eventId: string, asOf: number | null, context: Context): Promise<FoundEvent> {
  return readEvent(eventId, asOf, context).catch((error: unknown) => ({
    outcome: 'REFUSED',
    refusal: asOfRefusal(error),
  }));
}

async function readEvent(eventId: string, asOf: number | null, context: Context): Promise<FoundEvent> {
  const reads = await eventReads(context, asOf);
  for (const id of await reads.ofEvent(eventId)) {
    const view = await reads.shipments.load(id);
    if (!view) continue;
    const all = eventsOf(view, { words: {}, texts: {}, created: [] }, context.places);
    const event = all.find(({ eventID }) => eventID === eventId);
    if (event) return { outcome: 'STANDS', event };
    const gone = await findGoneEvent(eventId, view, asOf, context);
    if (gone) return { outcome: 'GONE', gone };
  }
  return { outcome: 'NONE' };
}
