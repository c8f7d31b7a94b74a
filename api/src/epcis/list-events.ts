import type { FactClaim } from 'graph-schema/domain/journey/facts';
import type { Context } from '../context.ts';
import { pageOfEvents, type EventPage, type Mode, type Position } from '../events/event-pages.ts';
import { eventReads } from '../events/event-reads.ts';
import { viewsOfEmptied } from '../events/emptied-shipments.ts';
import { goneLoader } from '../events/gone-claims.ts';
import { shipmentTelling } from '../events/shipment-telling.ts';
import { shipmentsNamed } from '../events/shipments-named.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';
import { keyOfEpc, keysOfBill } from './epc-uri.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { declareError } from './error-declaration.ts';
import { matches } from './matches.ts';
import type { EpcisQuery } from './query.ts';
import { tellEvent } from './tell-event.ts';

export interface PageAsked {
  readonly limit: number;
  readonly at: { readonly mode: Mode; readonly after: Position | null } | null;
  /** As known at an instant, epoch milliseconds; null: now. */
  readonly asOf: number | null;
}

/** A page of the events that match; null: more shipments would have to be sorted than are for one answer. May throw an `AsOfError`. */
export async function listEvents(
  query: EpcisQuery,
  { limit, at, asOf }: PageAsked,
  context: Context,
): Promise<EventPage<EpcisEvent> | null> {
  const { orderBy, isDescending, values } = query;
  const groups = keysNamed(query);
  const since = values['GE_recordTime']?.[0];
  const reads = await eventReads(context, asOf);
  const tellAll = allEventsOf(context, asOf);
  return pageOfEvents<EpcisEvent>(
    {
      named: await shipmentsNamed(groups, reads),
      since: since === undefined ? null : Date.parse(since),
      limit,
      sort: orderBy === null ? [] : [{ descending: isDescending, valueOf: (event) => Date.parse(event[orderBy]) }],
      at,
      createdOf: ({ recordTime }) => Date.parse(recordTime),
      idOf: ({ eventID }) => eventID,
      isNamed: ({ facts }) => groups.some((keys) => keys.includes(facts.anchor)),
      emptied: (ids) => viewsOfEmptied(ids, context),
      toldOf: async (view) => (await tellAll(view)).filter((event) => matches(event, query)),
    },
    reads,
  );
} // prettier-ignore

/** Keys of numbers that a query asks for, alternatives together; what the graph has no key for is looked for in all. */
export function keysNamed({ values }: EpcisQuery) {
  return Object.entries(values).flatMap(([name, said]) => {
    if (name === 'EQ_bizTransaction_bol') return [said.flatMap(keysOfBill)];
    if (name !== 'MATCH_epc' && name !== 'MATCH_anyEPC' && name !== 'MATCH_parentID') return [];
    const keys = said.map(keyOfEpc);
    return keys.includes(null) ? [] : [keys.flatMap((key) => key ?? [])];
  });
}

/** All events of shipments as the asker sees them, and of what went, by an instant (null: by now), an error declaration. */
export function allEventsOf(
  context: Context,
  asOf: number | null = null,
): (view: ToldShipment) => Promise<readonly EpcisEvent[]> {
  const { graph, asker, access, places } = context;
  const gone = goneLoader({ graph, asker, mask: access.mask }, asOf);
  return async (view) => {
    const went = await gone.load(view);
    const shipment = shipmentTelling(view.facts);
    return [...eventsOf(view, context), ...went.flatMap((one) => declareError(one, shipment, places) ?? [])];
  };
}

/** Events of a shipment that stand, as the asker sees it; `isMeant` says of which of its claims, else of all. */
export function eventsOf(
  { facts }: ToldShipment,
  { places }: Pick<Context, 'places'>,
  isMeant: (claim: FactClaim) => boolean = () => true,
): EpcisEvent[] {
  const telling = shipmentTelling(facts);
  return facts.claims.filter(isMeant).flatMap((claim) => tellEvent(claim, telling, places) ?? []);
}
