import { claim, transport } from 'graph-schema/domain/claim';
import type { IssueCode, IssueSeverity } from 'graph-schema/domain/message';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { DocumentRef, Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { parseFlightNumber } from 'graph-schema/codes/flight';
import type { CodeList } from 'graph-schema/reference/code-list';
import {
  announcedClassifier,
  DISCREPANCIES,
  ON_FLIGHT,
  STATUS_CODES,
  statusClassifier,
  statusCode,
} from '../../claims/air/status-codes.ts';
import { addDays } from '../../syntax/wall-clock.ts';
import type { ReadContext } from '../message-format.ts';
import type { ConsignmentLines, StatusLine } from './consignments.ts';
import { readStatusFields, type FlightTime, type StatusFields } from './fields.ts';
import { dayChange, dayIn, momentAt, readMoment, type Moment } from '../../claims/air/moment.ts';
import { readQuantity } from '../../claims/air/quantity.ts';

const BETWEEN_CARRIERS = new Set(['RCT', 'TFD', 'TRM']);

export interface StatusContext {
  readonly context: ReadContext;
  readonly consignment: ConsignmentLines;
  readonly document: DocumentRef;
  readonly pieces: number | null;
  /** Day on which a flight left, as other lines of the message say; null where none does. */
  readonly departureOf: (flight: string, on: string) => string | null;
  /** When the message was sent, UTC, by its telex header; null without one. */
  readonly sentAt: string | null;
  readonly raise: (code: IssueCode, severity: IssueSeverity, value: string | null) => void;
  readonly unmapped: (list: CodeList, code: string) => void;
  readonly airport: (iata: string) => ResolvedPlace;
}

/** The claims of one status line; empty when an issue says why. */
export function statusToEvents(status: StatusLine, given: StatusContext): TrackingEvent[] {
  const row = STATUS_CODES.find(status.code);
  if (!row) given.unmapped(STATUS_CODES, status.code);
  const fields = readStatusFields(status.code, status.fields);
  for (const kind of fields.missing) given.raise('BAD_SYNTAX', 'WARNING', `${status.code}: ${kind}`);
  const { found } = fields;
  if (found.DISCREPANCY && !DISCREPANCIES.find(found.DISCREPANCY))
    given.unmapped(DISCREPANCIES, found.DISCREPANCY);
  if (found.MOMENT === undefined) {
    given.raise('MISSING_FIELD', 'ERROR', status.line.text);
    return [];
  }
  const moment = readMoment(found.MOMENT, given.context.receivedAt);
  if (!moment) {
    given.raise('BAD_TIME', 'ERROR', found.MOMENT);
    return [];
  }
  const common = commonOf(status, fields, moment, given);
  if (ON_FLIGHT.has(status.code)) return flightEvents(status, fields, moment, given, common);

  const arrival = fields.times.find((time) => time.kind === 'A');
  const told = moment.clock === null && arrival ? { ...moment, clock: arrival.clock } : moment;
  const at = found.AIRPORT === undefined ? null : given.airport(found.AIRPORT);
  const time = momentAt(told, at?.place ?? null, given.context.source.defaultZone);
  if (!time) {
    given.raise('BAD_TIME', 'ERROR', found.MOMENT);
    return [];
  }
  const classifier = statusClassifier(status.code);
  const place = at?.ref ?? null;
  const code = statusCode(status.code, found.DISCREPANCY ?? null);
  return [claim({ ...common, code, classifier, time, place })];
}

type Common = Omit<Partial<TrackingEvent>, 'code' | 'classifier' | 'time' | 'place'>;

function commonOf(status: StatusLine, fields: StatusFields, moment: Moment, given: StatusContext): Common {
  const { found } = fields;
  const { consignment } = given;
  const parsed = found.FLIGHT === undefined ? null : parseFlightNumber(found.FLIGHT);
  const flight = parsed?.value ?? null;
  const own = ON_FLIGHT.has(status.code) ? moment.date : dateOf(fields.secondMoment, given);
  const departureDate = flight && (own ?? given.departureOf(flight, moment.date));
  const [from, to] = found.ROUTE
    ? [found.ROUTE.slice(0, 3), found.ROUTE.slice(3)]
    : [consignment.origin, consignment.destination];
  return {
    documents: [given.document],
    contents: status.ulds,
    transport: flight ? transport({ mode: 'AIR', flight, departureDate }) : null,
    quantity: readQuantity(found.QUANTITY ?? consignment.quantity, given.pieces),
    from: from ? given.airport(from).ref : null,
    to: to ? given.airport(to).ref : null,
    reason: reasonOf(status, fields),
    rawCode: found.DISCREPANCY ? `${status.code}/${found.DISCREPANCY}` : status.code,
  };
}

function dateOf(text: string | null, given: StatusContext): string | null {
  return text === null ? null : (readMoment(text, given.context.receivedAt)?.date ?? null);
}

function reasonOf(status: StatusLine, { found }: StatusFields): Reason | null {
  const text = status.remarks.join(' ') || null;
  if (found.DISCREPANCY) return { scheme: 'IATA-DISCREPANCY', code: found.DISCREPANCY, text };
  // The carrier that handed it over or takes it.
  if (BETWEEN_CARRIERS.has(status.code) && found.CARRIER)
    return { scheme: 'IATA-CARRIER', code: found.CARRIER, text };
  return text === null ? null : { scheme: 'OSI', code: null, text };
}

/**
 * BKD, PRE, MAN and DEP name the flight's day and its times. The status itself is a fact of that day; the times are
 * claims of their own, so that a scheduled time never poses as an actual one. Only DEP with an `A` time is an actual
 * departure to the minute; an arrival time in any of them is at best an estimate, for the flight has just left.
 */
function flightEvents(
  status: StatusLine,
  fields: StatusFields,
  moment: Moment,
  given: StatusContext,
  common: Common,
): TrackingEvent[] {
  const zone = given.context.source.defaultZone;
  const route = fields.found.ROUTE ?? '';
  const origin = given.airport(route.slice(0, 3) || (given.consignment.origin ?? ''));
  const destination = given.airport(route.slice(3) || (given.consignment.destination ?? ''));
  const [departure, arrival] = fields.times;
  const day = momentAt({ ...moment, clock: null }, origin.place, zone);
  if (!day) {
    given.raise('BAD_TIME', 'ERROR', fields.found.MOMENT ?? null);
    return [];
  }
  const left = departure && timeOf(departure, moment, origin, given);
  const isDeparture = status.code === 'DEP';
  const isActual = isDeparture && departure?.kind === 'A' && left;
  const events: TrackingEvent[] = [
    claim({
      ...common,
      code: statusCode(status.code, null),
      classifier: statusClassifier(status.code),
      time:
        status.code === 'BKD'
          ? (bookedAt(moment, origin, given) ?? day)
          : isActual
            ? left
            : (momentAt(moment, origin.place, zone) ?? day),
      place: origin.ref,
    }),
  ];
  if (departure && left && !isActual) {
    const classifier = announcedClassifier(departure.kind);
    events.push(claim({ ...common, code: 'DEPARTED', classifier, time: left, place: origin.ref }));
  }
  const lands = arrival && timeOf(arrival, moment, destination, given, left?.instant ?? null);
  if (arrival && lands) {
    const classifier = announcedClassifier(arrival.kind);
    events.push(claim({ ...common, code: 'ARRIVED', classifier, time: lands, place: destination.ref }));
  }
  return events;
}

/** A time of the flight on its day, moved by the day change; a landing before the start is of the next day. */
function timeOf(
  time: FlightTime,
  flight: Moment,
  at: ResolvedPlace,
  given: StatusContext,
  after: string | null = null,
) {
  const days = dayChange(time.change);
  const zone = given.context.source.defaultZone;
  const onDay = (extra: number) =>
    momentAt({ date: addDays(flight.date, (days ?? 0) + extra), clock: time.clock }, at.place, zone);
  const read = days === null ? null : onDay(0);
  if (!read)
    given.raise('BAD_TIME', 'WARNING', `${time.kind}${time.clock}${time.change ? `-${time.change}` : ''}`);
  return read && after !== null && time.change === null && read.instant <= after ? onDay(1) : read;
}

/**
 * A booking has no time of its own: it was known when the telex was sent, else on the day of the receipt, but never
 * after the day of the flight that it is for.
 */
function bookedAt(flight: Moment, origin: ResolvedPlace, given: StatusContext) {
  const { source, receivedAt } = given.context;
  const day = dayIn(origin.place?.zone ?? source.defaultZone, new Date(given.sentAt ?? receivedAt));
  const date = day < flight.date ? day : flight.date;
  return momentAt({ date, clock: null }, origin.place, source.defaultZone);
}
