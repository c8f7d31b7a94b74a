import { parseFlightNumber } from 'graph-schema/codes/flight';
import { claim, transport } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { EventTime, Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { TelexReader } from '../../claims/air/cargo-imp-family.ts';
import { registrationOf } from '../../claims/air/aircraft.ts';
import { dayIn } from '../../claims/air/moment.ts';
import type { TelexScope } from '../../claims/air/telex-scope.ts';
import { versionOf } from '../../claims/message-action.ts';
import { kindOfElement, readMovementLines, type Delay, type MovementElement } from './elements.ts';
import { flightDateOf, timeAfter, timeOfFlight } from './resolve-time.ts';

const ELEMENTS = loadCodeList('mvt/elements');
/** Days after the planned one on which a flight may still leave, and land. */
const DEPARTS_WITHIN = 1;
const LANDS_WITHIN = 2;

/** Grammar in `elements.ts`. All times are UTC. A unit is one message. */
export const movementReader: TelexReader = {
  unitsOf: ({ identification }) => [identification],
  read: (message, scope) => {
    const { identification, type } = message;
    if (type === 'LDM') {
      scope.tally.withoutContent();
      scope.raise('UNSUPPORTED', 'INFO', identification, 'LDM: load message');
      return [];
    }
    const { flight, elements, delay, unreadable } = readMovementLines(message.lines);
    const line = flight?.line ?? message.lines[0] ?? identification;
    const number = flight && parseFlightNumber(flight.number);
    const near = scope.sentAt ?? message.preparedAt ?? scope.context.receivedAt;
    const hasMoved = elements.some((element) => kindOfElement(element).classifier === 'ACTUAL');
    const date = flight && flightDateOf(Number(flight.day), near.slice(0, 10), hasMoved);
    if (!flight || !number?.ok || date === null) {
      scope.reject(flight && date === null ? 'BAD_TIME' : 'BAD_SYNTAX', line);
      return [];
    }
    for (const word of unreadable) scope.raise('BAD_SYNTAX', 'WARNING', word.line, word.text);
    const given: Movement = {
      scope,
      flight: number.value,
      date,
      registration: registrationOf(flight.registration),
      near: Date.parse(near),
      airport: flight.airport,
      delay,
      departure: elements.find(({ code }) => code === 'AD' || code === 'ED') ?? null,
      awaitsTakeOff: elements.some(({ code }) => code === 'EO'),
    };
    const departureDate = dayOfFlight(given);
    const attested = elements.flatMap((element) =>
      scope.attest(elementEvents(element, departureDate, given), element.line),
    );
    if (attested.length === 0) {
      scope.reject('MISSING_FIELD', line, elements.length > 0 ? 'time' : 'AD, AA, EA …');
      return [];
    }
    scope.tally.withEvents();
    // A correction takes the place of what was sent of the same movement; anything else adds to it.
    const version = versionOf(scope.sentAt ?? message.preparedAt);
    const thread = `MVT:${number.value}@${date}/${flight.airport ?? ''}/${elements[0]?.code ?? ''}`;
    if (version === 0) return [{ thread: null, version, attested, retraction: null }];
    const retraction = message.isCorrection ? ({ kind: 'REPLACE', thread, version } as const) : null;
    return [{ thread, version, attested, retraction }];
  },
};

interface Movement {
  readonly scope: TelexScope;
  readonly flight: string;
  /** Planned day of departure, UTC. */
  readonly date: string;
  readonly registration: string | null;
  /** When the message was sent, epoch milliseconds. */
  readonly near: number;
  readonly airport: string | null;
  readonly delay: Delay | null;
  /** The departure that the message tells, actual or estimated. */
  readonly departure: MovementElement | null;
  /** It has left its stand, and the take-off is still to come. */
  readonly awaitsTakeOff: boolean;
}

/**
 * The local day of departure, which is what names a flight elsewhere, while the day of the message is UTC: the day at the
 * airport when the flight was to leave, that is, when it left (or will) less its delay. Where that cannot be told, as in a
 * message about an arrival, which does not know the airport of departure, the day is that of the message.
 */
function dayOfFlight(given: Movement): string {
  const { scope, date, airport, delay, departure } = given;
  const minutes = delay?.minutes ?? null;
  const leaving = departure?.code === 'AD' || minutes !== null ? departure : null;
  const zone = leaving && airport ? scope.airport(airport, leaving.line).place?.zone : null;
  const left = leaving && timeOf(leaving, leaving.times[0] ?? '', given);
  if (!zone || left === null) return date;
  const planned = left - (minutes ?? 0) * 60_000;
  // Were it moved over midnight by a delay that nobody told, its time would say nothing of the planned day.
  const isOnDay = new Date(planned).toISOString().slice(0, 10) === date;
  return isOnDay || minutes !== null ? dayIn(zone, new Date(planned)) : date;
}

function elementEvents(element: MovementElement, departureDate: string, given: Movement): TrackingEvent[] {
  const { scope, flight, registration, delay, airport } = given;
  const code = element.airport ?? airport;
  const at = code === null ? null : scope.airport(code, element.line);
  const { isLeaving, classifier } = kindOfElement(element);
  const from = isLeaving ? at : null;
  const common = {
    place: at?.ref ?? null,
    transport: transport({ mode: 'AIR', flight, departureDate, registration }),
    from: from?.ref ?? null,
    to: isLeaving ? null : (at?.ref ?? null),
    rawCode: element.code,
  };
  const times = timesOf(element, given);
  if (element.code === 'NI') {
    const [next] = times;
    const time = next && utc(given.near);
    if (!time) return [];
    const reason = { scheme: 'AHM780', code: 'NI', text: `next information ${next.instant}` };
    return [claim({ ...common, code: codeOf('NI'), classifier: 'ACTUAL', time, reason })];
  }
  const reason = isLeaving ? reasonOf(delay) : null;
  const isPair = times.length > 1 || (element.code === 'AD' && given.awaitsTakeOff);
  return times.flatMap((time, index): TrackingEvent[] => {
    if (!time) return [];
    const meaning = codeOf(isPair ? `${element.code}/${index + 1}` : element.code);
    return [claim({ ...common, code: meaning, classifier, time, reason })];
  });
}

/** The two times of an element, the second never before the first; a time that is none is said and null. */
function timesOf(element: MovementElement, given: Movement): (EventTime | null)[] {
  const { scope, date, departure } = given;
  const isArrival = !kindOfElement(element).isLeaving;
  let after = isArrival && departure ? timeOf(departure, departure.times[0] ?? '', given) : null;
  return element.times.map((text) => {
    const ms = after === null ? timeOf(element, text, given) : timeAfter(text, date, after);
    if (ms === null) scope.raise('BAD_TIME', 'WARNING', element.line, `${element.code}${text}`);
    after = ms ?? after;
    return ms === null ? null : utc(ms);
  });
}

/** A time of an element by itself; the delay that the message tells is that of the departure. */
function timeOf(element: MovementElement, text: string, given: Movement): number | null {
  const { date, near, delay, departure } = given;
  const { isLeaving, classifier } = kindOfElement(element);
  return timeOfFlight(text, {
    flightDate: date,
    near,
    kind: classifier,
    days: isLeaving ? DEPARTS_WITHIN : LANDS_WITHIN,
    end: isLeaving ? 'departure' : 'arrival',
    delayMinutes: element === departure ? (delay?.minutes ?? null) : null,
  });
}

function utc(ms: number): EventTime {
  const instant = `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' };
}

function codeOf(element: string): EventCode {
  return (ELEMENTS.find(element)?.canonical ?? 'UNMAPPED') as EventCode;
}

function reasonOf(delay: Delay | null): Reason | null {
  if (!delay) return null;
  const text = delay.minutes === null ? null : `${delay.minutes} min`;
  return { scheme: 'IATA-DELAY', code: delay.codes.join('/') || null, text };
}
