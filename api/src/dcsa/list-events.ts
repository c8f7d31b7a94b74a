import type { Context } from '../context.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { keysOf, shipmentsNamed, walkFrom } from './candidates.ts';
import type { EventCursor, Position } from './event-cursor.ts';
import { fieldOf, matches } from './event-fields.ts';
import type { DcsaEvent } from './event-schemas.ts';
import type { EventFilter, EventQuery, Refusal, SortBy, TextFilter } from './query.ts';
import { shipmentTelling } from './shipment-telling.ts';
import { tellEvent } from './tell-event.ts';

/** Up to so many shipments are sorted together though nobody asked for an order. */
const FEW = 100;
/** More are not sorted for one answer. */
const MOST_SORTED = 1_000;
/** Shipments that one answer of a walk reads; then its page ends, however full it is. */
const MOST_WALKED = 250;
const BATCH = 25;

export interface EventPage {
  readonly events: readonly DcsaEvent[];
  readonly mode: EventCursor['m'];
  /** Behind what the next page begins; null: this is the last one. */
  readonly next: Position | null;
  /** Behind what the last page begins; left out: not known, or it is this one. */
  readonly last?: Position | null;
}

interface Found {
  readonly event: DcsaEvent;
  readonly position: Position;
}

/**
 * One page. Events of few shipments, or those that a sort is asked for, are sorted together, else by when they were created;
 * else they come shipment by shipment, in the order of ids, so that a page costs the same at the end of millions as at their beginning.
 */
export async function listEvents(
  query: EventQuery,
  cursor: EventCursor | null,
  context: Context,
): Promise<EventPage | Refusal> {
  const after = cursor?.at ?? null;
  const named = await shipmentsNamed(query, context);
  if (cursor?.m !== 'WALK') {
    const isAsked = query.sort.length > 0 || cursor !== null;
    const most = isAsked || named ? MOST_SORTED : FEW;
    const ids = named ?? (await walkFrom('', query, most + 1, context));
    if (ids.length <= most) return sortedPage(ids, query, after, context);
    if (isAsked || named)
      return {
        reason: 'invalidQuery',
        message: `More than ${MOST_SORTED} shipments would be sorted: name a booking, a transport document, equipment or a time of creation.`,
      };
  }
  return walkedPage(query, after, context);
}

async function sortedPage(
  ids: readonly string[],
  query: EventQuery,
  after: Position | null,
  context: Context,
): Promise<EventPage> {
  const sort = query.sort.length > 0 ? query.sort : [{ field: 'eventCreatedDateTime', descending: false } as const];
  const found: Found[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const events = await eventsOf(ids.slice(from, from + BATCH), query, context);
    found.push(...events.map((event) => ({ event, position: positionBy(sort, event) })));
  }
  const compare = comparePositions(sort);
  found.sort((a, b) => compare(a.position, b.position));
  const rest = after === null ? found : found.filter(({ position }) => compare(position, after) > 0);
  const page = rest.slice(0, query.limit);
  const isLast = page.length === rest.length;
  const inLast = rest.length % query.limit || query.limit;
  return {
    events: page.map(({ event }) => event),
    mode: 'SORTED',
    next: isLast ? null : (page.at(-1)?.position ?? null),
    ...(isLast ? {} : { last: rest.at(-inLast - 1)?.position ?? null }),
  };
} // prettier-ignore

/** Position in a walk: shipment, time of creation, id. The last two are null behind the whole of a shipment. */
async function walkedPage(query: EventQuery, after: Position | null, context: Context): Promise<EventPage> {
  const [shipment = null, created = null, id = null] = after ?? [];
  const within = created === null ? null : [created, id];
  const compare = comparePositions([{ field: 'eventCreatedDateTime', descending: false }]);
  const found: Found[] = [];
  let at = String(shipment ?? '');
  // Of the shipment in which the page before ended the rest comes first.
  let ids = within === null ? [] : [at];
  for (let walked = 0; walked < MOST_WALKED; walked += ids.length, ids = []) {
    if (ids.length === 0) ids = await walkFrom(at, query, BATCH, context);
    if (ids.length === 0) return { events: found.map(({ event }) => event), mode: 'WALK', next: null };
    const views = await shownOf(ids, query, context);
    for (const view of views) {
      const told = toldOf(view, query, context).map((event) => ({
        event,
        position: [view.id, Date.parse(event.eventCreatedDateTime), event.eventID],
      }));
      told.sort((a, b) => compare(a.position.slice(1), b.position.slice(1)));
      const isSplit = within !== null && view.id === shipment;
      found.push(...(isSplit ? told.filter(({ position }) => compare(position.slice(1), within) > 0) : told));
      if (found.length > query.limit) {
        const page = found.slice(0, query.limit);
        return { events: page.map(({ event }) => event), mode: 'WALK', next: page.at(-1)?.position ?? null };
      }
    }
    at = ids.at(-1) ?? at;
  }
  return { events: found.map(({ event }) => event), mode: 'WALK', next: [at, null, null] };
} // prettier-ignore

async function eventsOf(ids: readonly string[], query: EventFilter, context: Context): Promise<DcsaEvent[]> {
  const views = await shownOf(ids, query, context);
  return views.flatMap((view) => toldOf(view, query, context));
}

/** Shipments that the asker sees. What a house takes over of its master is told of the master, where that is seen, too. */
async function shownOf(
  ids: readonly string[],
  query: EventFilter,
  context: Context,
): Promise<ShipmentView[]> {
  const views = (await Promise.all(ids.map((id) => context.shipments.load(id)))).flatMap((view) => view ?? []);
  const shown = await Promise.all(
    views.map(async (view) => {
      const master = view.related.find(({ relation }) => relation === 'MASTER');
      if (!master || isNamed(view, query)) return view;
      return (await context.shipments.load(master.shipmentId)) ? null : view;
    }),
  );
  // A walk reads many, and none of them twice.
  for (const id of ids) context.shipments.clear(id);
  return shown.flatMap((view) => view ?? []);
} // prettier-ignore

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
function positionBy(sort: readonly SortBy[], event: DcsaEvent): Position {
  const values = sort.map(({ field }) => {
    const [value = null] = fieldOf(event, field);
    return value !== null && field.endsWith('DateTime') ? Date.parse(value) : value;
  });
  return [...values, event.eventID];
}

/** What lacks a field stands behind what has it, in both directions. */
function comparePositions(sort: readonly SortBy[]) {
  return (a: Position, b: Position): number => {
    for (let i = 0; i <= sort.length; i += 1) {
      const [left = null, right = null] = [a[i], b[i]];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      const order = left < right ? -1 : 1;
      return sort[i]?.descending ? -order : order;
    }
    return 0;
  };
}
