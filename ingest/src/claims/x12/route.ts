import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  EquipmentRef,
  EventTime,
  TrackingEvent,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { X12Context } from './interchange.ts';
import { splitLoops } from './loops.ts';
import { readMeaning } from './meaning.ts';
import { readR4 } from './place-and-time.ts';

const FUNCTIONS = loadCodeList('x12/port-function-115');
const DATES = loadCodeList('x12/date-374');
/** The standard allows 20 places; the dates of a place stand directly behind it. */
const MOST_PLACES = 40;
const MOST_DATES = 4;

/** A time that a set gives for a place of the route. */
interface RouteTime {
  readonly role: string;
  readonly place: ResolvedPlace;
  readonly time: EventTime;
  readonly classifier: EventClassifier;
  /** What the date itself says (`370` actual departure); null where the place decides. */
  readonly code: EventCode | null;
}

/** The R4 loops of a set. */
export interface Route {
  /** Port of loading and port of discharge, else origin and place of delivery. */
  readonly from: ResolvedPlace | null;
  readonly to: ResolvedPlace | null;
  readonly activity: ResolvedPlace | null;
  readonly times: readonly RouteTime[];
}

/**
 *   { R4 * 115 function … { DTM * 374 qualifier * date * time * 623 zone } }
 */
export function readRoute(
  segments: readonly X12Segment[],
  at: string,
  sent: EventTime | null,
  context: X12Context,
): Route {
  const places = new Map<string, ResolvedPlace>();
  const times: RouteTime[] = [];
  const { loops } = splitLoops(segments, 'R4');
  const beyond = loops[MOST_PLACES]?.first;
  if (beyond)
    context.findings.add('UNSUPPORTED', 'WARNING', `${at}/R4`, `more than ${MOST_PLACES} places`, beyond);
  loops.slice(0, MOST_PLACES).forEach(({ first, segments: own }, index) => {
    const code = first.code(1);
    const row = code === null ? null : FUNCTIONS.find(code);
    const where = { at: `${at}/R4[${index + 1}]`, span: first };
    if (code !== null && !row) context.findings.unmapped(FUNCTIONS, code, where.at, first);
    const place = context.placesAndTimes.place(readR4(first), where);
    const role = row?.canonical;
    if (!place || !role) return;
    if (!places.has(role)) places.set(role, place);
    for (const dtm of own.slice(1, MOST_DATES + 1)) {
      const dated = dtm.tag === 'DTM' ? readDate(dtm, place, where.at, sent, context) : null;
      if (dated) times.push({ ...dated, role, place });
    }
  });
  const from = places.get('DEPARTED') ?? places.get('RAIL_ORIGIN') ?? places.get('ORIGIN') ?? null;
  const to = places.get('ARRIVED') ?? places.get('RAIL_DESTINATION') ?? places.get('DELIVERY') ?? null;
  return { from, to, activity: places.get('ACTIVITY') ?? null, times };
}

/** No zone of a sender is further from the zone of an event. */
const ZONES_APART_MS = 14 * 3_600_000;

/**
 * A date of a DTM; null where it says nothing of a journey. What lies after the sending of the set has not happened yet,
 * whatever the qualifier says: schedules are sent as 140 by systems that know no other.
 */
export function readDate(
  dtm: X12Segment,
  place: ResolvedPlace | null,
  at: string,
  sent: EventTime | null,
  context: X12Context,
): Pick<RouteTime, 'time' | 'classifier' | 'code'> | null {
  const qualifier = dtm.code(1) ?? '';
  const canonical = DATES.find(qualifier)?.canonical;
  if (!canonical) return null;
  const { classifier, code } = readMeaning(canonical);
  const written = { date: dtm.read(2), time: dtm.read(3), zone: dtm.code(4) };
  const time = context.placesAndTimes.time(written, place, { at: `${at}/DTM`, span: dtm });
  if (!time) return null;
  const isAhead = sent !== null && Date.parse(time.instant) - Date.parse(sent.instant) > ZONES_APART_MS;
  return {
    time,
    classifier: isAhead && classifier === 'ACTUAL' ? 'ESTIMATED' : classifier,
    code: code === 'UNMAPPED' ? null : code,
  };
}

/** What happens at a place of the route where only its role is known. */
const BY_ROLE: Readonly<Record<string, EventCode>> = {
  DEPARTED: 'DEPARTED',
  ARRIVED: 'ARRIVED',
  DELIVERY: 'ARRIVED',
};

/**
 * The departure from the port of loading and the arrivals at the port of discharge and at the place of delivery, as far
 * as the set dates them. `except`: what the set says already.
 */
export function routeEvents(
  { from, to, times }: Route,
  given: {
    readonly equipment: EquipmentRef | null;
    readonly transport: TransportRef | null;
    readonly rawCode: string | null;
    readonly except: readonly TrackingEvent[];
  },
): TrackingEvent[] {
  const events: TrackingEvent[] = [];
  for (const { role, place, time, classifier, code: dated } of times) {
    const code = dated ?? BY_ROLE[role];
    if (!code) continue;
    // Many senders date the place of the event with the time of the event: that is no departure or arrival of the ship.
    const isSaid =
      given.except.some((event) => event.time.instant === time.instant) ||
      events.some((event) => event.code === code && event.time.instant === time.instant);
    if (isSaid) continue;
    const isSea = role === 'DEPARTED' || role === 'ARRIVED';
    events.push(
      claim({
        code,
        classifier,
        time,
        place: place.ref,
        equipment: given.equipment,
        transport: isSea ? given.transport : null,
        from: from?.ref ?? null,
        to: to?.ref ?? null,
        rawCode: given.rawCode,
      }),
    );
  }
  return events;
}
