import { normaliseSizeType } from 'graph-schema/codes/size-type';
import { claim, container } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  EquipmentRef,
  EventTime,
  LoadState,
  Reason,
  TrackingEvent,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import { namedDocuments, type NamedDocuments } from './documents.ts';
import { asObject, objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../../claims/claim-context.ts';
import type { MessageReader } from './message-reader.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { transportOf, type Bound } from './transport-call.ts';

const EQUIPMENT_EVENTS = loadCodeList('dcsa-tnt-2/equipment-event-types');
const TRANSPORT_EVENTS = loadCodeList('dcsa-tnt-2/transport-event-types');
const SHIPMENT_EVENTS = loadCodeList('dcsa-tnt-2/shipment-events');
const CLASSIFIERS: ReadonlyMap<string, EventClassifier> = new Map([
  ['ACT', 'ACTUAL'], ['EST', 'ESTIMATED'], ['PLN', 'PLANNED'], ['REQ', 'REQUESTED'],
  ['ACTUAL', 'ACTUAL'], ['ESTIMATED', 'ESTIMATED'], ['PLANNED', 'PLANNED'],
]); // prettier-ignore
/** What happens to cargo that came on the ship; a laden gate-out is one too. */
const INBOUND = new Set(['ARRI', 'DISC', 'STRP']);

/**
 * The claims of one event: one, or one for each consignment that it names. Empty when an issue says why.
 * A classifier that is missing is not taken for an actual: an estimate would pose as one.
 */
export function toEvents(event: JsonObject, reader: MessageReader, where: Where): TrackingEvent[] {
  const said = textOf(event, 'eventClassifierCode');
  const classifier = CLASSIFIERS.get(said?.toUpperCase() ?? '');
  if (!classifier) {
    const code = said === null ? 'MISSING_FIELD' : 'UNMAPPED_CODE';
    reader.findings.add(code, 'ERROR', `${where.at}.eventClassifierCode`, said, where.span);
    return [];
  }
  switch (eventTypeOf(event)) {
    case 'EQUIPMENT':
      return equipmentEvents(event, classifier, reader, where);
    case 'TRANSPORT':
      return transportEvents(event, classifier, reader, where);
    case 'SHIPMENT':
      return shipmentEvents(event, classifier, reader, where);
    default:
      reader.findings.add(
        'UNSUPPORTED',
        'ERROR',
        `${where.at}.eventType`,
        textOf(event, 'eventType'),
        where.span,
      );
      return [];
  }
}

/** Named, or seen by the code that only this type has. */
function eventTypeOf(event: JsonObject): string | null {
  const said = textOf(event, 'eventType');
  if (said !== null) return said.toUpperCase();
  if (event['equipmentEventTypeCode'] !== undefined) return 'EQUIPMENT';
  if (event['transportEventTypeCode'] !== undefined) return 'TRANSPORT';
  return event['shipmentEventTypeCode'] === undefined ? null : 'SHIPMENT';
}

function equipmentEvents(
  event: JsonObject,
  classifier: EventClassifier,
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const rawCode = textOf(event, 'equipmentEventTypeCode', 'eventTypeCode')?.toUpperCase() ?? null;
  if (rawCode === null) return missing('equipmentEventTypeCode', reader, where);
  const call = asObject(event['transportCall']);
  const place = reader.place(asObject(event['eventLocation']), where) ?? placeOfCall(call, reader, where);
  const time = timeOf(event, place, reader, where);
  if (!time) return [];
  const loadState = loadStateOf(event, reader, where);
  const bound: Bound = INBOUND.has(rawCode) || (rawCode === 'GTOT' && loadState !== 'EMPTY') ? 'IN' : 'OUT';
  const equipment = equipmentOf(event, reader, where);
  const named = namedDocuments(event, null, reader, where);
  if (!equipment && isAnonymous(named)) return missing('equipmentReference', reader, where);
  const common = {
    code: canonical(EQUIPMENT_EVENTS, rawCode, 'UNMAPPED', reader, where),
    classifier,
    time,
    place: place?.ref ?? null,
    equipment,
    loadState,
    transport: transportOf(call, bound, reader, where),
    rawCode,
  };
  return named.sets.map((documents) => claim({ ...common, documents }));
}

function transportEvents(
  event: JsonObject,
  classifier: EventClassifier,
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const rawCode = textOf(event, 'transportEventTypeCode', 'eventTypeCode')?.toUpperCase() ?? null;
  if (rawCode === null) return missing('transportEventTypeCode', reader, where);
  const call = asObject(event['transportCall']);
  const place = placeOfCall(call, reader, where);
  const time = timeOf(event, place, reader, where);
  if (!time) return [];
  const transport = transportOf(call, INBOUND.has(rawCode) ? 'IN' : 'OUT', reader, where);
  const equipment = equipmentOf(event, reader, where);
  const named = namedDocuments(event, null, reader, where);
  if (!equipment && isAnonymous(named)) {
    // About the run itself: then it must say which.
    const ship = transport && (transport.vesselImo ?? transport.vesselName ?? transport.callSign);
    if (!ship) return missing('transportCall.vessel', reader, where);
    if (!transport.voyage) return missing('transportCall.exportVoyageNumber', reader, where);
  }
  const common = {
    code: canonical(TRANSPORT_EVENTS, rawCode, 'UNMAPPED', reader, where),
    classifier,
    time,
    place: place?.ref ?? null,
    equipment,
    transport,
    contents: equipment ? [] : named.boxes,
    reason: delayOf(event),
    rawCode,
  };
  return named.sets.map((documents) => claim({ ...common, documents }));
}

function shipmentEvents(
  event: JsonObject,
  classifier: EventClassifier,
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const type =
    textOf(event, 'documentTypeCode', 'shipmentInformationTypeCode')?.toUpperCase().replace('BOK', 'BKG') ??
    null;
  const status = textOf(event, 'shipmentEventTypeCode', 'eventTypeCode')?.toUpperCase() ?? null;
  if (type === null) return missing('documentTypeCode', reader, where);
  if (status === null) return missing('shipmentEventTypeCode', reader, where);
  const time = timeOf(event, null, reader, where);
  if (!time) return [];
  const number = textOf(event, 'documentID', 'documentReference');
  const named = namedDocuments(event, { type, number }, reader, where);
  if (isAnonymous(named)) return missing('documentID', reader, where);
  const text = textOf(event, 'reason');
  const rawCode = `${type}+${status}`;
  const common = {
    code: canonical(SHIPMENT_EVENTS, rawCode, 'UNMAPPED_DOCUMENT', reader, where),
    classifier,
    time,
    contents: named.boxes,
    reason: text === null ? null : { scheme: null, code: null, text },
    rawCode,
  };
  return named.sets.map((documents) => claim({ ...common, documents }));
}

function canonical(
  list: CodeList,
  rawCode: string,
  unmapped: EventCode,
  reader: MessageReader,
  where: Where,
): EventCode {
  const row = list.find(rawCode);
  if (row?.canonical) return row.canonical as EventCode;
  // A code that the standard has, but that no step of a journey stands for, is no gap in the table.
  reader.findings.unmapped(list, rawCode, where.at, where.span, row ? 'INFO' : 'WARNING');
  return unmapped;
}

function timeOf(
  event: JsonObject,
  place: ResolvedPlace | null,
  reader: MessageReader,
  where: Where,
): EventTime | null {
  const text = textOf(event, 'eventDateTime');
  if (text === null) {
    missing('eventDateTime', reader, where);
    return null;
  }
  const { defaultZone } = reader.context.source;
  const time = readTime(text, place?.place ?? null, defaultZone);
  if (!time) reader.findings.add('BAD_TIME', 'ERROR', `${where.at}.eventDateTime`, text, where.span);
  else if (time.zoneSource === 'SENDER_DEFAULT') {
    reader.findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${where.at}.eventDateTime`, defaultZone, where.span);
  }
  return time;
}

/** The call itself, or the location in it where the call does not say. */
function placeOfCall(call: JsonObject | null, reader: MessageReader, where: Where): ResolvedPlace | null {
  const location = asObject(call?.['location']);
  const said = textOf(call, 'UNLocationCode') === null && location ? { ...call, ...location } : call;
  return reader.place(said, where);
}

function equipmentOf(event: JsonObject, reader: MessageReader, where: Where): EquipmentRef | null {
  const reference = textOf(event, 'equipmentReference');
  if (reference === null) return null;
  const size = textOf(event, 'ISOEquipmentCode', 'isoEquipmentCode', 'isoequipmentCode');
  const seals = objectsOf(event['seals']).flatMap((seal) => textOf(seal, 'sealNumber')?.toUpperCase() ?? []);
  return container(reader.container(reference, where), { sizeType: size && normaliseSizeType(size), seals });
}

function loadStateOf(event: JsonObject, reader: MessageReader, where: Where): LoadState | null {
  const said = textOf(event, 'emptyIndicatorCode')?.toUpperCase() ?? null;
  if (said === 'EMPTY') return 'EMPTY';
  if (said === 'LADEN') return 'FULL';
  if (said !== null)
    reader.findings.addOnce('UNMAPPED_CODE', 'WARNING', `${where.at}.emptyIndicatorCode`, said, where.span);
  return null;
}

/** SMDG delay reason, with the remark; null when on time or unexplained. */
function delayOf(event: JsonObject): Reason | null {
  const code = textOf(event, 'delayReasonCode');
  const text = textOf(event, 'changeRemark', 'vesselScheduleChangeRemark');
  return code === null && text === null ? null : { scheme: code === null ? null : 'SMDG-DELAY', code, text };
}

function isAnonymous({ sets }: NamedDocuments): boolean {
  return sets.every((documents) => documents.length === 0);
}

function missing(name: string, reader: MessageReader, where: Where): [] {
  reader.findings.add('MISSING_FIELD', 'ERROR', `${where.at}.${name}`, null, where.span);
  return [];
}
