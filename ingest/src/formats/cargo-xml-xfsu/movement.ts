import { parseFlightNumber } from 'graph-schema/codes/flight';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import type { CargoXmlScope } from '../../claims/air/cargo-xml.ts';
import { airportAt, timeAt } from '../../claims/air/cargo-xml-parts.ts';
import { findChild, findText, listChildren } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** A stop of a flight as a status tells it. */
export interface Stop {
  readonly at: ResolvedPlace | null;
  readonly time: EventTime | null;
  /** `A` actual, `E` estimated, `S` scheduled; null when it does not say. */
  readonly type: string | null;
}

/**
 * `SpecifiedLogisticsTransportMovement` of a status:
 *
 *   ID                                                       flight, CA981
 *   DepartureEvent  { DepartureOccurrenceDateTime DepartureDateTimeTypeCode ScheduledOccurrenceDateTime OccurrenceDepartureLocation/ID }
 *   ArrivalEvent    { ArrivalOccurrenceDateTime ArrivalDateTimeTypeCode ScheduledOccurrenceDateTime OccurrenceArrivalLocation/ID }
 *   SpecifiedLocation* { ID FlightStatusTypeCode }           where the status happened; with two, departure and arrival
 *   SpecifiedEvent  { OccurrenceDateTime DateTimeTypeCode }  when it happened
 */
export interface Movement {
  readonly flight: string | null;
  readonly departure: Stop;
  readonly arrival: Stop;
  /** Of the status itself. */
  readonly own: Stop;
}

/** `movement` may be null: then what stands in the status itself is read. */
export function readMovement(
  status: XmlElement,
  movement: XmlElement | null,
  scope: CargoXmlScope,
): Movement {
  const written = findText(movement, 'ID');
  const flight = written === null ? null : parseFlightNumber(written);
  if (flight && !flight.ok)
    scope.findings.add('BAD_IDENTIFIER', 'WARNING', 'movement/ID', written, scope.spanOf(movement ?? status));
  const locations = [movement, status].flatMap((at) => listChildren(at, 'SpecifiedLocation'));
  const leaving = locations.find((one) => /^D/i.test(findText(one, 'FlightStatusTypeCode') ?? ''));
  const landing = locations.find((one) => /^A/i.test(findText(one, 'FlightStatusTypeCode') ?? ''));
  const first = locations[0] ?? null;
  const place = airportAt(first, scope);
  const event = findChild(movement, 'SpecifiedEvent') ?? findChild(status, 'SpecifiedEvent');
  const when = findText(event, 'OccurrenceDateTime');
  return {
    flight: flight?.ok ? flight.value : null,
    departure: stopOf(movement, 'Departure', leaving ?? null, scope),
    arrival: stopOf(movement, 'Arrival', landing ?? null, scope),
    own: {
      at: place,
      time: when === null ? null : readTime(when, place, event ?? status, scope),
      type: findText(event, 'DateTimeTypeCode'),
    },
  };
}

function stopOf(
  movement: XmlElement | null,
  side: 'Departure' | 'Arrival',
  location: XmlElement | null,
  scope: CargoXmlScope,
): Stop {
  const event = findChild(movement, `${side}Event`);
  const at = airportAt(event, scope, `Occurrence${side}Location`) ?? airportAt(location, scope);
  const told = findText(event, `${side}OccurrenceDateTime`);
  const scheduled =
    findText(event, 'ScheduledOccurrenceDateTime') ??
    findText(movement, `Scheduled${side}Event`, 'ScheduledOccurrenceDateTime');
  const text = told ?? scheduled;
  if (!event || text === null) return { at, time: null, type: null };
  const type = told === null ? 'S' : findText(event, `${side}DateTimeTypeCode`);
  return { at, time: readTime(text, at, event, scope, type === 'S'), type };
}

function readTime(
  text: string,
  at: ResolvedPlace | null,
  element: XmlElement,
  scope: CargoXmlScope,
  isSchedule = false,
): EventTime | null {
  const time = timeAt(text, at, scope, isSchedule);
  if (!time) scope.findings.add('BAD_TIME', 'WARNING', element.name, text, scope.spanOf(element));
  return time;
}
