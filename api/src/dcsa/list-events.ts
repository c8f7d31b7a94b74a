import type { Context } from '../context.ts';
import { MOST_SORTED, pageOfEvents, type EventPage } from '../events/event-pages.ts';
import { shipmentTelling } from '../events/shipment-telling.ts';
import { shipmentsNamed } from '../events/shipments-named.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { keysNamed, keysOf, sinceOf } from './candidates.ts';
import type { EventCursor } from './event-cursor.ts';
import { fieldOf, matches } from './event-fields.ts';
import type { DcsaEvent } from './event-schemas.ts';
import type { EventFilter, EventQuery, Refusal, SortBy, TextFilter } from './query.ts';
import { tellEvent } from './tell-event.ts';

export async function listEvents(
  query: EventQuery,
  cursor: EventCursor | null,
  context: Context,
): Promise<EventPage<DcsaEvent> | Refusal> {
  const page = await pageOfEvents<DcsaEvent>(
    {
      named: await shipmentsNamed(keysNamed(query), context),
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
      toldOf: (view) => toldOf(view, query, context),
    },
    context,
  );
  if (page) return page;
  return {
    reason: 'invalidQuery',
    message: `More than ${MOST_SORTED} shipments would be sorted: name a booking, a transport document, equipment or a time of creation.`,
  };
}

function isNamed({ facts }: ShipmentView, { texts }: EventFilter): boolean {
  const bills = texts.transportDocumentReference ?? [];
  return bills.some((bill) => keysOf('transportDocumentReference', bill)?.includes(facts.anchor));
}

function toldOf({ facts }: ShipmentView, query: EventFilter, { places }: Context): DcsaEvent[] {
  const telling = shipmentTelling(facts);
  const isOfShipment = (name: TextFilter, text: string) =>
    name !== 'equipmentReference' &&
    (keysOf(name, text) ?? []).some((key) => facts.documents.some((paper) => paper === key));
  return facts.claims
    .flatMap((claim) => tellEvent(claim, telling, places) ?? [])
    .filter((event) => matches(event, query, isOfShipment));
}

/** The event of an id on a shipment, as the asker sees it. */
export async function findEvent(eventId: string, shipmentId: string, context: Context): Promise<DcsaEvent | null> {
  const view = await context.shipments.load(shipmentId);
  if (!view) return null;
  const all = toldOf(view, { words: {}, texts: {}, created: [] }, context);
  return all.find(({ eventID }) => eventID === eventId) ?? null;
} // prettier-ignore

/** Times are compared as instants, whatever their offset. */
function valueOf(event: DcsaEvent, field: SortBy['field']): string | number | null {
  const [value = null] = fieldOf(event, field);
  return value !== null && field.endsWith('DateTime') ? Date.parse(value) : value;
}
