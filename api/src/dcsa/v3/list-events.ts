import type { Context } from '../../context.ts';
import { viewsOfEmptied } from '../../events/emptied-shipments.ts';
import { MOST_SORTED, pageOfEvents, type EventPage } from '../../events/event-pages.ts';
import { eventReads } from '../../events/event-reads.ts';
import { goneLoader, type GoneClaim } from '../../events/gone-claims.ts';
import { shipmentsNamed } from '../../events/shipments-named.ts';
import type { ToldShipment } from '../../journey/shipment-view.ts';
import { asOfRefusal } from '../as-of-refusal.ts';
import { keysOf } from '../candidates.ts';
import type { EventCursor } from '../event-cursor.ts';
import type { Refusal } from '../query.ts';
import type { Dcsa3Event } from './event-schemas.ts';
import { eventsOf3 } from './events-of.ts';
import type { EventQuery3, NumberFilter } from './query.ts';

export async function listEvents3(
  query: EventQuery3,
  cursor: EventCursor | null,
  context: Context,
): Promise<EventPage<Dcsa3Event> | Refusal> {
  return readEvents(query, cursor, context).catch(asOfRefusal);
}

async function readEvents(query: EventQuery3, cursor: EventCursor | null, context: Context) {
  const reads = await eventReads(context, query.asOf);
  const keys = Object.entries(query.numbers).map(([name, text]) => keysOf(name as NumberFilter, text) ?? []);
  const bill = query.numbers.transportDocumentReference;
  const { graph, asker, access, places } = context;
  const gone = goneLoader({ graph, asker, mask: access.mask }, reads.asOf);
  const page = await pageOfEvents<Dcsa3Event>(
    {
      named: await shipmentsNamed(keys, reads),
      since: query.from,
      limit: query.limit,
      sort: [],
      at: cursor && { mode: cursor.m, after: cursor.at },
      createdOf: ({ eventUpdatedDateTime }) => Date.parse(eventUpdatedDateTime),
      idOf: ({ eventID }) => eventID,
      isNamed: ({ facts }) =>
        bill !== undefined && (keysOf('transportDocumentReference', bill)?.includes(facts.anchor) ?? false),
      emptied: (ids) => viewsOfEmptied(ids, context),
      toldOf: async (view) => toldOf(view, await gone.load(view), query, places),
    },
    reads,
  );
  if (page) return page;
  const message = `More than ${MOST_SORTED} shipments would be sorted: name a booking, a transport document, equipment or a time.`;
  const refusal: Refusal = { reason: 'invalidQuery', message };
  return refusal;
}

/** Events of a shipment that match. */
function toldOf(view: ToldShipment, gone: readonly GoneClaim[], query: EventQuery3, places: Context['places']): Dcsa3Event[] {
  const { carrierBookingReference, transportDocumentReference, equipmentReference } = query.numbers;
  const isOfShipment = (name: NumberFilter, text: string | undefined) =>
    text === undefined || (keysOf(name, text) ?? []).some((key) => view.facts.documents.some((paper) => paper === key));
  if (!isOfShipment('carrierBookingReference', carrierBookingReference)) return [];
  if (!isOfShipment('transportDocumentReference', transportDocumentReference)) return [];
  return eventsOf3(view, gone, places)
    .filter((event) => isWithin(event, query) && (equipmentReference === undefined || boxesOf(event).includes(equipmentReference)));
} // prettier-ignore

function isWithin({ eventClassification, eventUpdatedDateTime }: Dcsa3Event, query: EventQuery3): boolean {
  const at = Date.parse(eventUpdatedDateTime);
  if (query.eventTypes && !query.eventTypes.includes(eventClassification.eventType)) return false;
  return (query.from === null || at >= query.from) && (query.to === null || at <= query.to);
}

/** Boxes that an event speaks of. */
function boxesOf({ equipmentDetails, shipmentDetails }: Dcsa3Event): string[] {
  const named = shipmentDetails?.shipmentReferences ?? [];
  return [
    ...(equipmentDetails ? [equipmentDetails.equipmentReference] : []),
    ...named.flatMap(({ type, reference }) => (type === 'EQUIPMENT_REFERENCE' ? [reference] : [])),
  ];
}
