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
import { asObject, objectsOf, textOf, type JsonObject } from './json-fields.ts';
import type { MessageReader, Spot } from './message-reader.ts';
import { readTime } from './time.ts';
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
export function toEvents(event: JsonObject, reader: MessageReader, at: Spot): TrackingEvent[] {
  const said = textOf(event, 'eventClassifierCode');
  const classifier = CLASSIFIERS.get(said?.toUpperCase() ?? '');
  if (!classifier) {
    const code = said === null ? 'MISSING_FIELD' : 'UNMAPPED_CODE';
    reader.findings.add(code, 'ERROR', `${at.path}.eventClassifierCode`, said, at.span);
    return [];
  }
  switch (eventTypeOf(event)) {
    case 'EQUIPMENT':
      return equipmentEvents(event, classifier, reader, at);
    case 'TRANSPORT':
      return transportEvents(event, classifier, reader, at);
    case 'SHIPMENT':
      return shipmentEvents(event, classifier, reader, at);
    default:
      reader.findings.add(
        'UNSUPPORTED',
        'ERROR',
        `${at.path}.eventType`,
        textOf(event, 'eventType'),
        at.span,
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
  at: Spot,
): TrackingEvent[] {
  const rawCode = textOf(event, 'equipmentEventTypeCode', 'eventTypeCode')?.toUpperCase() ?? null;
  if (rawCode === null) return missing('equipmentEventTypeCode', reader, at);
  const call = asObject(event['transportCall']);
  const place = reader.place(asObject(event['eventLocation']), at) ?? placeOfCall(call, reader, at);
  const time = timeOf(event, place, reader, at);
  if (!time) return [];
  const loadState = loadStateOf(event, reader, at);
  const bound: Bound = INBOUND.has(rawCode) || (rawCode === 'GTOT' && loadState !== 'EMPTY') ? 'IN' : 'OUT';
  const equipment = equipmentOf(event, reader, at);
  const named = namedDocuments(event, null, reader, at);
  if (!equipment && isAnonymous(named)) return missing('equipmentReference', reader, at);
  const common = {
    code: canonical(EQUIPMENT_EVENTS, rawCode, 'UNMAPPED', reader, at),
    classifier,
    time,
    place: place?.ref ?? null,
    equipment,
    loadState,
    transport: transportOf(call, bound, reader, at),
    rawCode,
  };
  return named.sets.map((documents) => claim({ ...common, documents }));
}

function transportEvents(
  event: JsonObject,
  classifier: EventClassifier,
  reader: MessageReader,
  at: Spot,
): TrackingEvent[] {
  const rawCode = textOf(event, 'transportEventTypeCode', 'eventTypeCode')?.toUpperCase() ?? null;
  if (rawCode === null) return missing('transportEventTypeCode', reader, at);
  const call = asObject(event['transportCall']);
  const place = placeOfCall(call, reader, at);
  const time = timeOf(event, place, reader, at);
  if (!time) return [];
  const transport = transportOf(call, INBOUND.has(rawCode) ? 'IN' : 'OUT', reader, at);
  const equipment = equipmentOf(event, reader, at);
  const named = namedDocuments(event, null, reader, at);
  if (!equipment && isAnonymous(named)) {
    // About the run itself: then it must say which.
    const ship = transport && (transport.vesselImo ?? transport.vesselName ?? transport.callSign);
    if (!ship) return missing('transportCall.vessel', reader, at);
    if (!transport.voyage) return missing('transportCall.exportVoyageNumber', reader, at);
  }
  const common = {
    code: canonical(TRANSPORT_EVENTS, rawCode, 'UNMAPPED', reader, at),
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
  at: Spot,
): TrackingEvent[] {
  const type =
    textOf(event, 'documentTypeCode', 'shipmentInformationTypeCode')?.toUpperCase().replace('BOK', 'BKG') ??
    null;
  const status = textOf(event, 'shipmentEventTypeCode', 'eventTypeCode')?.toUpperCase() ?? null;
  if (type === null) return missing('documentTypeCode', reader, at);
  if (status === null) return missing('shipmentEventTypeCode', reader, at);
  const time = timeOf(event, null, reader, at);
  if (!time) return [];
  const number = textOf(event, 'documentID', 'documentReference');
  const named = namedDocuments(event, { type, number }, reader, at);
  if (isAnonymous(named)) return missing('documentID', reader, at);
  const text = textOf(event, 'reason');
  const rawCode = `${type}+${status}`;
  const common = {
    code: canonical(SHIPMENT_EVENTS, rawCode, 'UNMAPPED_DOCUMENT', reader, at),
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
  at: Spot,
): EventCode {
  const row = list.find(rawCode);
  if (row?.canonical) return row.canonical as EventCode;
  // A code that the standard has, but that no step of a journey stands for, is no gap in the table.
  reader.findings.unmapped(list, rawCode, at.path, at.span, row ? 'INFO' : 'WARNING');
  return unmapped;
}

function timeOf(
  event: JsonObject,
  place: ResolvedPlace | null,
  reader: MessageReader,
  at: Spot,
): EventTime | null {
  const text = textOf(event, 'eventDateTime');
  if (text === null) {
    missing('eventDateTime', reader, at);
    return null;
  }
  const { defaultZone } = reader.context.source;
  const time = readTime(text, place?.place ?? null, defaultZone);
  if (!time) reader.findings.add('BAD_TIME', 'ERROR', `${at.path}.eventDateTime`, text, at.span);
  else if (time.zoneSource === 'SENDER_DEFAULT') {
    reader.findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${at.path}.eventDateTime`, defaultZone, at.span);
  }
  return time;
}

/** The call itself, or the location in it where the call does not say. */
function placeOfCall(call: JsonObject | null, reader: MessageReader, at: Spot): ResolvedPlace | null {
  const location = asObject(call?.['location']);
  const said = textOf(call, 'UNLocationCode') === null && location ? { ...call, ...location } : call;
  return reader.place(said, at);
}

function equipmentOf(event: JsonObject, reader: MessageReader, at: Spot): EquipmentRef | null {
  const reference = textOf(event, 'equipmentReference');
  if (reference === null) return null;
  const size = textOf(event, 'ISOEquipmentCode', 'isoEquipmentCode', 'isoequipmentCode');
  const seals = objectsOf(event['seals']).flatMap((seal) => textOf(seal, 'sealNumber')?.toUpperCase() ?? []);
  return container(reader.container(reference, at), { sizeType: size && normaliseSizeType(size), seals });
}

function loadStateOf(event: JsonObject, reader: MessageReader, at: Spot): LoadState | null {
  const said = textOf(event, 'emptyIndicatorCode')?.toUpperCase() ?? null;
  if (said === 'EMPTY') return 'EMPTY';
  if (said === 'LADEN') return 'FULL';
  if (said !== null)
    reader.findings.addOnce('UNMAPPED_CODE', 'WARNING', `${at.path}.emptyIndicatorCode`, said, at.span);
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

function missing(name: string, reader: MessageReader, at: Spot): [] {
  reader.findings.add('MISSING_FIELD', 'ERROR', `${at.path}.${name}`, null, at.span);
  return [];
}
