import type { Context } from '../context.ts';
import { MOST_SORTED, pageOfEvents, type EventPage } from '../events/event-pages.ts';
import { eventReads } from '../events/event-reads.ts';
import { shipmentsNamed } from '../events/shipments-named.ts';
import { asOfRefusal } from './as-of-refusal.ts';
import { keysNamed, sinceOf } from './candidates.ts';
import type { EventCursor } from './event-cursor.ts';
import { fieldOf } from './event-fields.ts';
import type { DcsaEvent } from './event-schemas.ts';
import { eventsOf, isNamed } from './events-of.ts';
import type { EventQuery, Refusal, SortBy } from './query.ts';

export async function listEvents(
  query: EventQuery,
  cursor: EventCursor | null,
  context: Context,
): Promise<EventPage<DcsaEvent> | Refusal> {
  return readEvents(query, cursor, context).catch(asOfRefusal);
}

async function readEvents(query: EventQuery, cursor: EventCursor | null, context: Context) {
  const reads = await eventReads(context, query.asOf);
  const page = await pageOfEvents<DcsaEvent>(
    {
      named: await shipmentsNamed(keysNamed(query), reads),
      since: sinceOf(query),
      limit: query.limit,
      sort: query.sort.map(({ field, descending }) => ({
        descending,
        valueOf: (event) => valueOf(event, field),
      })),
      at: cursor && { mode: cursor.m, after: cursor.at },
      createdOf: ({ eventCreatedDateTime }) => Date.parse(eventCreatedDateTime),
      idOf: ({ eventID }) => eventID,
      isNamed: (view) => isNamed(view, query),
      toldOf: (view) => eventsOf(view, query, context.places),
    },
    reads,
  );
  if (page) return page;
  const refusal: Refusal = {
    reason: 'invalidQuery',
    message: `More than ${MOST_SORTED} shipments would be sorted: name a booking, a transport document, equipment or a time of creation.`,
  };
  return refusal;
}

/** Times are compared as instants, whatever their offset. */
function valueOf(event: DcsaEvent, field: SortBy['field']): string | number | null {
  const [value = null] = fieldOf(event, field);
  return value !== null && field.endsWith('DateTime') ? Date.parse(value) : value;
}
