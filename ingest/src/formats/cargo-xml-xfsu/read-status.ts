import { claim, transport } from 'graph-schema/domain/claim';
import type { DocumentRef, Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { CargoXmlReader, CargoXmlScope } from '../../claims/air/cargo-xml.ts';
import {
  airportAt,
  awbOf,
  hawbOf,
  integer,
  localDate,
  quantityOf,
  uldOf,
} from '../../claims/air/cargo-xml-parts.ts';
import { flightDays, type DepartureOf } from '../../claims/air/flight-days.ts';
import { momentAt } from '../../claims/air/moment.ts';
import {
  announcedClassifier,
  DISCREPANCIES,
  ON_FLIGHT,
  STATUS_CODES,
  statusClassifier,
  statusCode,
} from '../../claims/air/status-codes.ts';
import { SILENT } from '../../syntax/findings.ts';
import { findChild, findText, firstChildren, listChildren } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { readMovement, type Movement, type Stop } from './movement.ts';

/**
 * XFSU, versions 1 to 6:
 *
 *   MasterConsignment { TransportContractDocument/ID  TotalPieceQuantity  OriginLocation/ID  FinalDestinationLocation/ID
 *     ReportedStatus* { ReasonCode
 *       AssociatedStatusConsignment* { PieceQuantity GrossWeightMeasure TransportSplitDescription DiscrepancyDescriptionCode
 *         SpecifiedLogisticsTransportMovement*   → movement.ts
 *         HandlingOSIInstructions* UtilizedUnitLoadTransportEquipment* IncludedHouseConsignment* } } }
 *
 * A unit is one `AssociatedStatusConsignment`: a status of some pieces.
 */
export const readStatusMessage: CargoXmlReader = (root, scope) => {
  const consignment = findChild(root, 'MasterConsignment') ?? root;
  const header = findText(root, 'BusinessHeaderDocument', 'ID');
  const document = awbOf(
    findText(consignment, 'TransportContractDocument', 'ID') ?? header,
    consignment,
    scope,
  );
  const statuses = listChildren(consignment, 'ReportedStatus').flatMap((reported) => {
    const parts = listChildren(reported, 'AssociatedStatusConsignment');
    return (parts.length > 0 ? parts : [reported]).map((part) => ({ reported, part }));
  });
  if (statuses.length === 0)
    scope.reject('MISSING_FIELD', consignment, 'MasterConsignment', 'ReportedStatus');
  if (scope.action === 'CANCEL' && statuses.length > 0) {
    // The header of a status has no number that an earlier one could be found by.
    for (const { part } of statuses) {
      scope.tally.withIssuesOnly();
      scope.findings.add('UNSUPPORTED', 'ERROR', 'PurposeCode', 'Deletion', scope.spanOf(part));
    }
    return [];
  }
  const departureOf = flightDays(
    statuses.flatMap(({ part }) =>
      listChildren(part, 'SpecifiedLogisticsTransportMovement').flatMap(namedDay(scope)),
    ),
  );
  // What each status looks up beside itself lies among none of its sisters.
  const shared = { ...consignment, children: [...firstChildren(consignment).values()] };
  const attested = statuses.flatMap(({ reported, part }) => {
    if (!document) {
      scope.reject('MISSING_FIELD', part, 'TransportContractDocument', header);
      return [];
    }
    const events = readStatus(reported, part, { consignment: shared, document, departureOf, scope });
    if (events.length === 0) return [];
    scope.tally.withEvents();
    return scope.attest(events, part);
  });
  // A correction is a repeat with another time, as in telexes: nothing is withdrawn.
  return attested.length > 0 ? [{ thread: null, version: 0, attested, retraction: null }] : [];
};

/** The day of a flight, where a movement tells its departure. */
function namedDay(scope: CargoXmlScope) {
  return (movement: XmlElement) => {
    const { flight, departure } = readMovement(movement, movement, { ...scope, findings: SILENT });
    return flight && departure.time ? [{ flight, date: localDate(departure.time, departure.at) }] : [];
  };
}

interface StatusContext {
  readonly consignment: XmlElement;
  readonly document: DocumentRef;
  readonly departureOf: DepartureOf;
  readonly scope: CargoXmlScope;
}

function readStatus(reported: XmlElement, part: XmlElement, given: StatusContext): TrackingEvent[] {
  const { consignment, document, scope } = given;
  const code = findText(reported, 'ReasonCode');
  if (code === null) {
    scope.reject('MISSING_FIELD', part, 'ReportedStatus', 'ReasonCode');
    return [];
  }
  if (!STATUS_CODES.find(code))
    scope.findings.unmapped(STATUS_CODES, code, 'ReasonCode', scope.spanOf(reported));
  const discrepancy = findText(part, 'DiscrepancyDescriptionCode');
  if (discrepancy && !DISCREPANCIES.find(discrepancy))
    scope.findings.unmapped(DISCREPANCIES, discrepancy, 'DiscrepancyDescriptionCode', scope.spanOf(part));
  const total =
    integer(findText(consignment, 'TotalPieceQuantity')) ?? integer(findText(consignment, 'PieceQuantity'));
  const common = {
    code: statusCode(code, discrepancy),
    contents: listChildren(part, 'UtilizedUnitLoadTransportEquipment').flatMap((one) => uldOf(one) ?? []),
    from: airportAt(consignment, scope, 'OriginLocation')?.ref ?? null,
    to: airportAt(consignment, scope, 'FinalDestinationLocation')?.ref ?? null,
    reason: reasonOf(part, discrepancy),
    rawCode: discrepancy ? `${code}/${discrepancy}` : code,
  };
  const houses = listChildren(part, 'IncludedHouseConsignment').flatMap((house) => {
    const written = findText(house, 'TransportContractDocument', 'ID') ?? findText(house, 'ID');
    const hawb = hawbOf(written, house, scope);
    return hawb ? [{ hawb, quantity: quantityOf(house, null) }] : [];
  });
  const [only] = houses;
  const whole = quantityOf(part, total);
  // Several houses are several consignments: each claim names one of them with its master, and its own pieces.
  const sets =
    houses.length > 1
      ? houses.map(({ hawb, quantity }) => ({ documents: [hawb, document], quantity }))
      : [{ documents: only ? [only.hawb, document] : [document], quantity: whole }];
  const movements = listChildren(part, 'SpecifiedLogisticsTransportMovement');
  const events = (movements.length > 0 ? movements : [null]).flatMap((movement) => {
    const read = readMovement(part, movement, scope);
    return sets.flatMap((set) =>
      ON_FLIGHT.has(code)
        ? flightEvents(code, read, { ...common, ...set }, scope)
        : placeEvents(code, read, { ...common, ...set }, given.departureOf),
    );
  });
  if (events.length === 0) scope.reject('MISSING_FIELD', part, 'ReportedStatus', `${code}: time`);
  return events;
}

function reasonOf(part: XmlElement, discrepancy: string | null): Reason | null {
  const text = listChildren(part, 'HandlingOSIInstructions')
    .flatMap((one) => findText(one, 'Description') ?? [])
    .join(' ');
  if (discrepancy) return { scheme: 'IATA-DISCREPANCY', code: discrepancy, text: text || null };
  const carrier =
    findText(part, 'AssociatedReceivedFromParty', 'PrimaryID') ??
    findText(part, 'AssociatedTransferredFromParty', 'PrimaryID');
  if (carrier) return { scheme: 'IATA-CARRIER', code: carrier, text: text || null };
  return text === '' ? null : { scheme: 'OSI', code: null, text };
}

type Common = Pick<TrackingEvent, 'code'> & Partial<TrackingEvent>;

/** A status at an airport: the time of the status, else the actual one of the flight's arrival. */
function placeEvents(
  code: string,
  { flight, own, arrival, departure }: Movement,
  common: Common,
  departureOf: DepartureOf,
): TrackingEvent[] {
  const stop: Stop = own.time ? own : arrival.type === 'A' || arrival.type === null ? arrival : own;
  if (!stop.time) return [];
  const place = stop.at ?? (flight ? arrival.at : null);
  const left = departure.time && localDate(departure.time, departure.at);
  const departureDate = flight && (left ?? departureOf(flight, localDate(stop.time, place)));
  return [
    claim({
      ...common,
      classifier: statusClassifier(code),
      time: stop.time,
      place: place?.ref ?? null,
      transport: flightOf(flight, departureDate),
    }),
  ];
}

/**
 * Booked, prepared, manifested, departed: a fact of the flight's day. Its times are claims of their own, so that a
 * scheduled time never poses as an actual one; only a departure that says `A` is one to the minute.
 */
function flightEvents(
  code: string,
  movement: Movement,
  common: Common,
  scope: CargoXmlScope,
): TrackingEvent[] {
  const { flight, own, departure, arrival } = movement;
  const left = departure.time;
  const isActual = code === 'DEP' && left !== null && (departure.type === 'A' || departure.type === null);
  const at = departure.at ?? own.at;
  const date = left && localDate(left, at);
  const zone = scope.context.source.defaultZone;
  const day = date === null ? null : momentAt({ date, clock: null }, at?.place ?? null, zone);
  const time = isActual ? left : (own.time ?? day);
  if (!time) return [];
  const shared = {
    ...common,
    transport: flightOf(flight, date ?? (own.time && localDate(own.time, at))),
    from: departure.at?.ref ?? common.from ?? null,
    to: arrival.at?.ref ?? common.to ?? null,
  };
  const events = [claim({ ...shared, classifier: statusClassifier(code), time, place: at?.ref ?? null })];
  if (left && !isActual) {
    const classifier = announcedClassifier(departure.type);
    events.push(claim({ ...shared, code: 'DEPARTED', classifier, time: left, place: at?.ref ?? null }));
  }
  if (arrival.time) {
    const classifier = announcedClassifier(arrival.type);
    events.push(
      claim({ ...shared, code: 'ARRIVED', classifier, time: arrival.time, place: arrival.at?.ref ?? null }),
    );
  }
  return events;
}

function flightOf(flight: string | null, departureDate: string | null) {
  return flight === null ? null : transport({ mode: 'AIR', flight, departureDate });
}
