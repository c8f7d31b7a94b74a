import { parseFlightNumber } from 'graph-schema/codes/flight';
import { claim, transport } from 'graph-schema/domain/claim';
import type { EventClassifier } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Attested, EventTime, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CargoXmlReader, CargoXmlScope } from '../../claims/air/cargo-xml.ts';
import {
  airportAt,
  awbOf,
  goodsOf,
  integer,
  localDate,
  quantityOf,
  timeAt,
  uldOf,
} from '../../claims/air/cargo-xml-parts.ts';
import { momentAt } from '../../claims/air/moment.ts';
import { announcedClassifier } from '../../claims/air/status-codes.ts';
import { findChild, findText, listChildren } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/**
 * XFFM, versions 1 to 3:
 *
 *   LogisticsTransportMovement { ID (flight)
 *     DepartureEvent { DepartureOccurrenceDateTime DepartureDateTimeTypeCode OccurrenceDepartureLocation/ID } }
 *   ArrivalEvent* { ArrivalOccurrenceDateTime ArrivalDateTimeTypeCode OccurrenceArrivalLocation/ID
 *     AssociatedTransportCargo* { TypeCode (ULD, BLK, NIL)  UtilizedUnitLoadTransportEquipment
 *       IncludedMasterConsignment* { TransportContractDocument/ID TotalPieceQuantity GrossWeightMeasure SummaryDescription … } } }
 *
 * A unit is the flight, a point of unloading, a waybill in a unit load device or loose, or a device without waybills.
 */
export const readFlightManifest: CargoXmlReader = (root, scope) => {
  const movement = findChild(root, 'LogisticsTransportMovement');
  const event = findChild(movement, 'DepartureEvent');
  const loading = airportAt(event, scope, 'OccurrenceDepartureLocation');
  const written = findText(movement, 'ID');
  const flight = written === null ? null : parseFlightNumber(written);
  const when =
    findText(event, 'DepartureOccurrenceDateTime') ?? findText(event, 'ScheduledOccurrenceDateTime');
  const departs = when === null ? null : timeAt(when, loading, scope, true);
  if (!movement || !flight?.ok || !departs || !loading) {
    const what = !flight?.ok ? `ID ${written ?? ''}` : `DepartureEvent ${when ?? ''}`;
    scope.reject('MISSING_FIELD', movement ?? root, 'LogisticsTransportMovement', what.trim());
    return [];
  }
  const departureDate = localDate(departs, loading);
  const thread = `XFFM:${flight.value}@${departureDate}/${loading.ref.facility?.code ?? ''}`;
  if (scope.action === 'CANCEL') {
    scope.tally.withoutContent();
    return scope.asVersion(thread, []);
  }
  const zone = scope.context.source.defaultZone;
  const day = momentAt({ date: departureDate, clock: null }, loading.place, zone) ?? departs;
  const run = transport({ mode: 'AIR', flight: flight.value, departureDate });
  const given: FlightContext = { scope, run, loading, day };
  const type = findText(event, 'DepartureDateTimeTypeCode');
  const attested: Attested[] = [...runClaim('DEPARTED', departs, type, loading, movement, given)];
  for (const arrival of listChildren(root, 'ArrivalEvent')) {
    const unloading = airportAt(arrival, scope, 'OccurrenceArrivalLocation');
    const at = findText(arrival, 'ArrivalOccurrenceDateTime');
    const lands = at === null ? null : timeAt(at, unloading, scope, true);
    if (at !== null && !lands)
      scope.findings.add('BAD_TIME', 'WARNING', 'ArrivalEvent', at, scope.spanOf(arrival));
    attested.push(
      ...runClaim('ARRIVED', lands, findText(arrival, 'ArrivalDateTimeTypeCode'), unloading, arrival, given),
    );
    for (const cargo of listChildren(arrival, 'AssociatedTransportCargo'))
      for (const one of readCargo(cargo, unloading, given)) attested.push(one);
  }
  return scope.asVersion(thread, attested);
};

interface FlightContext {
  readonly scope: CargoXmlScope;
  readonly run: TransportRef;
  readonly loading: ResolvedPlace;
  /** Day of the flight: the manifest has no time of its own. */
  readonly day: EventTime;
}

/** The flight itself; a day without a time of day tells nothing that its name does not. */
function runClaim(
  code: 'DEPARTED' | 'ARRIVED',
  time: EventTime | null,
  type: string | null,
  place: ResolvedPlace | null,
  element: XmlElement,
  { scope, run, loading }: FlightContext,
): Attested[] {
  if (time?.precision !== 'MINUTE') {
    scope.tally.withoutContent();
    return [];
  }
  scope.tally.withEvents();
  // A manifest is made before the flight leaves, so a time without a type is the schedule.
  const isActual = type === 'A' && code === 'DEPARTED';
  const classifier: EventClassifier = isActual ? 'ACTUAL' : announcedClassifier(type ?? 'S');
  const to = code === 'ARRIVED' ? (place?.ref ?? null) : null;
  const event = claim({
    code,
    classifier,
    time,
    place: place?.ref ?? null,
    transport: run,
    from: loading.ref,
    to,
    rawCode: 'XFFM',
  });
  return scope.attest([event], element);
}

function readCargo(cargo: XmlElement, unloading: ResolvedPlace | null, given: FlightContext): Attested[] {
  const { scope } = given;
  const equipment = findChild(cargo, 'UtilizedUnitLoadTransportEquipment');
  const uld = uldOf(equipment);
  if (equipment && !uld)
    scope.findings.add(
      'BAD_IDENTIFIER',
      'WARNING',
      equipment.name,
      findText(equipment, 'ID'),
      scope.spanOf(equipment),
    );
  const consignments = listChildren(cargo, 'IncludedMasterConsignment');
  if (consignments.length === 0) {
    if (!uld) {
      scope.tally.withoutContent();
      return [];
    }
    scope.tally.withEvents();
    const to = unloading?.ref ?? null;
    return scope.attest([claim({ ...manifested(given), to, equipment: uld })], cargo);
  }
  return consignments.flatMap((consignment) => {
    const written = findText(consignment, 'TransportContractDocument', 'ID') ?? findText(consignment, 'ID');
    const document = awbOf(written, consignment, scope);
    if (!document) {
      scope.reject('MISSING_FIELD', consignment, 'TransportContractDocument/ID', written);
      return [];
    }
    scope.tally.withEvents();
    const to = unloading ?? airportAt(consignment, scope, 'FinalDestinationLocation');
    const event = claim({
      ...manifested(given),
      documents: [document],
      contents: uld ? [uld] : [],
      quantity: partOf(consignment),
      to: to?.ref ?? null,
      goods: goodsOf(consignment),
    });
    return scope.attest([event], consignment);
  });
}

function manifested({ run, loading, day }: FlightContext) {
  return {
    code: 'MANIFESTED',
    classifier: 'ACTUAL',
    time: day,
    place: loading.ref,
    transport: run,
    from: loading.ref,
    rawCode: 'XFFM',
  } as const;
}

/** Pieces on this flight, and of how many where they are a part: `PieceQuantity` of `TotalPieceQuantity`. */
function partOf(consignment: XmlElement): TrackingEvent['quantity'] {
  return quantityOf(consignment, integer(findText(consignment, 'TotalPieceQuantity')));
}
