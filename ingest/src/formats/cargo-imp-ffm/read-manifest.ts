import { parseFlightNumber } from 'graph-schema/codes/flight';
import { claim, goods, transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import { registrationOf } from '../../claims/air/aircraft.ts';
import type { TelexReader } from '../../claims/air/cargo-imp-family.ts';
import { momentAt, readMoment, type Moment } from '../../claims/air/moment.ts';
import { readQuantity } from '../../claims/air/quantity.ts';
import type { TelexScope } from '../../claims/air/telex-scope.ts';
import { waybillRef } from '../../claims/air/waybill.ts';
import type { CargoImpMessage } from '../../syntax/cargo-imp.ts';
import {
  readManifest,
  type FlightLine,
  type ManifestedUld,
  type ManifestedWaybill,
  type ManifestPoint,
} from './manifest-lines.ts';

/**
 * Grammar in `manifest-lines.ts`. A unit is the flight line, a point of unloading, a waybill or a unit load device that
 * nothing is listed in. A part without CONT or LAST was cut off, and none of it is taken.
 */
export const ffmReader: TelexReader = {
  unitsOf,
  read: (message, scope) => {
    const { flight, entries, unreadable, isComplete } = readManifest(message.lines);
    const number = flight && parseFlightNumber(flight.flight);
    const moment = flight && readMoment(flight.moment, scope.context.receivedAt);
    const units = unitsOf(message);
    for (const line of unreadable) scope.reject('BAD_SYNTAX', line);
    const problem = !isComplete
      ? 'TRUNCATED'
      : !flight
        ? 'MISSING_FIELD'
        : !number?.ok
          ? 'BAD_IDENTIFIER'
          : !moment
            ? 'BAD_TIME'
            : null;
    if (problem || !flight || !number || !moment) {
      const value = problem === 'TRUNCATED' ? 'LAST' : (flight?.line.text ?? 'flight');
      for (const line of units) scope.reject(problem ?? 'MISSING_FIELD', line, value);
      return [];
    }
    const run = transport({ mode: 'AIR', flight: number.value, departureDate: moment.date });
    const loading = scope.airport(flight.loading, flight.line);
    const given = { scope, run, moment, loading, flight };
    const attested = scope.attest(departure(given), flight.line);
    count(attested.length, scope);
    for (const entry of entries) {
      if (entry.kind === 'ULD' && entry.waybills > 0) continue;
      const events =
        entry.kind === 'POINT'
          ? arrival(entry, given)
          : entry.kind === 'ULD'
            ? manifestedUld(entry, given)
            : manifested(entry, given);
      if (entry.kind === 'POINT') count(events.length, scope);
      else if (events.length > 0) scope.tally.withEvents();
      else scope.tally.withIssuesOnly();
      attested.push(...scope.attest(events, entry.line));
    }
    return scope.asVersion(`FFM:${number.value}@${moment.date}/${flight.loading}/${flight.part}`, attested);
  },
};

function unitsOf({ lines, identification }: CargoImpMessage) {
  const { flight, entries } = readManifest(lines);
  const listed = entries.flatMap((entry) => (entry.kind === 'ULD' && entry.waybills > 0 ? [] : [entry.line]));
  return [flight?.line ?? identification, ...listed];
}

/** A line that only names an airport has nothing for us. */
function count(events: number, { tally }: TelexScope): void {
  if (events > 0) tally.withEvents();
  else tally.withoutContent();
}

interface FlightContext {
  readonly scope: TelexScope;
  readonly run: TransportRef;
  readonly moment: Moment;
  readonly loading: ResolvedPlace;
  readonly flight: FlightLine;
}

/** The time in the flight line is the scheduled one: what is aboard is known before the flight leaves. */
function departure({ scope, run, moment, loading, flight }: FlightContext): TrackingEvent[] {
  const time =
    moment.clock === null ? null : momentAt(moment, loading.place, scope.context.source.defaultZone);
  if (!time) return [];
  return [
    claim({
      code: 'DEPARTED',
      classifier: 'PLANNED',
      time,
      place: loading.ref,
      // With the flight only: another aircraft may come, and the waybills are on whichever flies.
      transport: { ...run, registration: registrationOf(flight.registration) },
      from: loading.ref,
      rawCode: 'FFM',
    }),
  ];
}

function arrival(point: ManifestPoint, { scope, run, loading }: FlightContext): TrackingEvent[] {
  if (point.moment === null) return [];
  const there = scope.airport(point.airport, point.line);
  const moment = readMoment(point.moment, scope.context.receivedAt);
  const time = moment?.clock && momentAt(moment, there.place, scope.context.source.defaultZone);
  if (!time) {
    if (moment?.clock !== null) scope.raise('BAD_TIME', 'WARNING', point.line, point.moment);
    return [];
  }
  return [
    claim({
      code: 'ARRIVED',
      classifier: 'PLANNED',
      time,
      place: there.ref,
      transport: run,
      from: loading.ref,
      to: there.ref,
      rawCode: 'FFM',
    }),
  ];
}

/** Manifested on the day of the flight: the manifest has no time of its own. */
function onFlight(unloading: string | null, entry: ManifestedWaybill | ManifestedUld, given: FlightContext) {
  const { scope, run, moment, loading, flight } = given;
  const zone = scope.context.source.defaultZone;
  const time = momentAt({ ...moment, clock: null }, loading.place, zone);
  if (!time) {
    scope.raise('BAD_TIME', 'ERROR', entry.line, flight.moment);
    return null;
  }
  return {
    code: 'MANIFESTED',
    classifier: 'ACTUAL',
    time,
    place: loading.ref,
    transport: run,
    from: loading.ref,
    to: unloading === null ? null : scope.airport(unloading, entry.line).ref,
    rawCode: 'FFM',
  } as const;
}

function manifested(entry: ManifestedWaybill, given: FlightContext): TrackingEvent[] {
  const common = onFlight(entry.unloading ?? entry.consignment.destination, entry, given);
  if (!common) return [];
  const [quantityText = '', description = ''] = (entry.consignment.rest ?? '').split('/');
  const quantity = readQuantity(quantityText, null);
  if (!quantity) given.scope.raise('BAD_SYNTAX', 'WARNING', entry.line, quantityText);
  return [
    claim({
      ...common,
      documents: [waybillRef(entry.consignment.awb, entry.line, given.scope)],
      contents: entry.uld ? [entry.uld] : [],
      quantity,
      goods:
        description.trim() === ''
          ? []
          : [
              goods({
                description: description.trim(),
                pieces: quantity?.pieces ?? null,
                grossKg: quantity?.grossKg ?? null,
              }),
            ],
    }),
  ];
}

/** A unit load device for which no waybill is listed: mail, or sent on as it is. */
function manifestedUld(entry: ManifestedUld, given: FlightContext): TrackingEvent[] {
  const common = onFlight(entry.unloading, entry, given);
  return common ? [claim({ ...common, equipment: entry.uld })] : [];
}
