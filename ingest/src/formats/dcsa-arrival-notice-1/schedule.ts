import { claim, transport as transportRef } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { DocumentRef, EventTime, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { Where } from '../../claims/claim-context.ts';
import { classifierOf } from '../../claims/dcsa/classifiers.ts';
import { flattenLocation } from '../../claims/dcsa/location.ts';
import type { MessageReader } from '../../claims/dcsa/message-reader.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { asObject, asText, objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';

/** Which date of a notice says what of the cargo, and where. `onShip`: it comes with the ship that the notice names. */
const DATES: readonly {
  readonly field: string;
  readonly code: EventCode;
  readonly place: string;
  readonly onShip: boolean;
}[] = [
  { field: 'receivedForShipmentDate', code: 'RECEIVED', place: 'placeOfReceipt', onShip: false },
  { field: 'onBoardDate', code: 'LOADED', place: 'portOfLoading', onShip: false },
  { field: 'portOfDischargeArrivalDate', code: 'ARRIVED', place: 'portOfDischarge', onShip: true },
  { field: 'etaAtPortOfDischargeDate', code: 'ARRIVED', place: 'portOfDischarge', onShip: true },
  { field: 'placeOfDeliveryArrivalDate', code: 'ARRIVED', place: 'placeOfDelivery', onShip: false },
  { field: 'etaAtPlaceOfDeliveryDate', code: 'ARRIVED', place: 'placeOfDelivery', onShip: false },
];

/** A date that says what kind it is (`{ value, classifier }`); one that says none that is known is an estimate: a notice looks ahead. */
export function classifiedTime(
  value: unknown,
  place: ResolvedPlace | null,
  field: string,
  where: Where,
  { context, findings }: MessageReader,
): { readonly time: EventTime; readonly classifier: EventClassifier } | null {
  const said = asObject(value);
  const written = said ? textOf(said, 'value') : asText(value);
  if (written === null) return null;
  const time = readTime(written, place?.place ?? null, context.source.defaultZone);
  if (!time) {
    findings.add('BAD_TIME', 'WARNING', `${where.at}.${field}`, written, where.span);
    return null;
  }
  if (time.zoneSource === 'SENDER_DEFAULT')
    findings.addOnce(
      'UNKNOWN_ZONE',
      'WARNING',
      `${where.at}.${field}`,
      context.source.defaultZone,
      where.span,
    );
  const kind = textOf(said, 'classifier');
  const classifier = classifierOf(kind, `${where.at}.${field}.classifier`, where, { findings }, 'WARNING');
  return { time, classifier: classifier ?? 'ESTIMATED' };
}

export function scheduleClaims(
  notice: JsonObject,
  transport: JsonObject,
  documents: readonly DocumentRef[],
  where: Where,
  reader: MessageReader,
): TrackingEvent[] {
  const ship = shipAtDischarge(notice, transport, reader, where);
  return DATES.flatMap(({ field, code, place: name, onShip }) => {
    const place = reader.place(flattenLocation(asObject(transport[name])), where);
    const dated = classifiedTime(transport[field], place, field, where, reader);
    if (!dated) return [];
    const means = onShip ? ship : null;
    return [
      claim({ code, ...dated, place: place?.ref ?? null, transport: means, documents, rawCode: field }),
    ];
  });
}

/** The ship that brings the cargo to the port of discharge: that of the last leg which names one. */
export function shipAtDischarge(
  notice: JsonObject,
  transport: JsonObject,
  reader: MessageReader,
  where: Where,
): TransportRef | null {
  const legs = objectsOf(transport['legs']).flatMap((leg) => {
    const voyage = asObject(leg['vesselVoyage']);
    return voyage ? [voyage] : [];
  });
  const vessel = legs.at(-1) ?? asObject(notice['vesselVoyageAtPOD']);
  if (!vessel) return null;
  const imo = textOf(vessel, 'vesselIMONumber');
  return transportRef({
    mode: 'VESSEL',
    vesselImo: imo === null ? null : reader.imo(imo, where),
    vesselName: textOf(vessel, 'vesselName', 'name')?.toUpperCase() ?? null,
    callSign: textOf(vessel, 'vesselCallSign')?.toUpperCase() ?? null,
    voyage:
      textOf(
        vessel,
        'carrierImportVoyageNumber',
        'universalImportVoyageReference',
        'carrierExportVoyageNumber',
      )?.toUpperCase() ?? null,
  });
}
