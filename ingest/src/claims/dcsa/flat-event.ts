import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../claim-context.ts';
import { classifierOf } from './classifiers.ts';
import { iotEvents, reeferEvents } from './device-events.ts';
import { namedDocuments, type NamedDocuments } from './documents.ts';
import {
  canonical,
  delayOf,
  equipmentOf,
  loadStateOf,
  missing,
  placeOfCall,
  placeOfEvent,
  timeOf,
} from './event-parts.ts';
import type { MessageReader } from './message-reader.ts';
import { operationsEvents } from './port-operations.ts';
import { withReplacements } from './replacements.ts';
import { transportOf, type Bound } from './transport-call.ts';

/** What happens to cargo that came on the ship; a laden gate-out is one too. */
const INBOUND: ReadonlySet<EventCode> = new Set<EventCode>([
  'ARRIVED',
  'APPROACHING',
  'DISCHARGED',
  'STRIPPED',
]);

/**
 * The claims of one event: one, or one for each consignment that it names. Empty when an issue says why.
 * A classifier that is missing is not taken for an actual: an estimate would pose as one.
 */
export function flatEventClaims(event: JsonObject, reader: MessageReader, where: Where): TrackingEvent[] {
  const said = textOf(event, 'eventClassifierCode');
  if (said === null) return missing('eventClassifierCode', reader, where);
  const classifier = classifierOf(said, `${where.at}.eventClassifierCode`, where, reader, 'ERROR');
  if (!classifier) return [];
  const type = eventTypeOf(event);
  const { iot, reefer } = reader.lists;
  if (type === 'IOT' && iot) return iotEvents(event, classifier, iot, reader, where);
  if (type === 'REEFER' && reefer) return reeferEvents(event, classifier, reefer, reader, where);
  switch (type) {
    case 'EQUIPMENT':
      return equipmentEvents(event, classifier, reader, where);
    case 'TRANSPORT':
      return transportEvents(event, classifier, reader, where);
    case 'SHIPMENT':
      return [
        ...withReplacements(
          shipmentEvents(event, classifier, reader, where),
          event['documentReferenceReplacements'],
          reader,
          where,
        ),
      ];
    case 'OPERATIONS':
      return operationsEvents(event, classifier, reader, where);
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
  if (event['iotEventTypeCode'] !== undefined || event['iotEventCode'] !== undefined) return 'IOT';
  if (event['reeferEventTypeCode'] !== undefined) return 'REEFER';
  if (event['operationsEventTypeCode'] !== undefined) return 'OPERATIONS';
  return event['shipmentEventTypeCode'] === undefined ? null : 'SHIPMENT';
}

function equipmentEvents(
  event: JsonObject,
  classifier: EventClassifier,
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const place = placeOfEvent(event, reader, where);
  const moved = movement(event, 'equipmentEventTypeCode', reader.lists.equipment, place, reader, where);
  if (!moved) return [];
  const { code, equipment, named, call, ...common } = moved;
  const loadState = loadStateOf(event, reader, where);
  const isInbound = INBOUND.has(code) || (code === 'GATED_OUT' && loadState !== 'EMPTY');
  const bound = boundOf(event) ?? (isInbound ? 'IN' : 'OUT');
  if (!equipment && isAnonymous(named)) return missing('equipmentReference', reader, where);
  const transport = transportOf(call, bound, reader, where);
  return named.sets.map((documents) =>
    claim({ ...common, code, classifier, equipment, loadState, transport, documents }),
  );
}

function transportEvents(
  event: JsonObject,
  classifier: EventClassifier,
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const place = placeOfCall(asObject(event['transportCall']), reader, where);
  const moved = movement(event, 'transportEventTypeCode', reader.lists.transport, place, reader, where);
  if (!moved) return [];
  const { code, equipment, named, call, ...common } = moved;
  const transport = transportOf(call, INBOUND.has(code) ? 'IN' : 'OUT', reader, where);
  if (!equipment && isAnonymous(named)) {
    // About the run itself: then it must say which.
    const ship = transport && (transport.vesselImo ?? transport.vesselName ?? transport.callSign);
    if (!ship) return missing('transportCall.vessel', reader, where);
    if (!transport.voyage) return missing('transportCall.exportVoyageNumber', reader, where);
  }
  const contents = equipment ? [] : named.boxes;
  const reason = delayOf(event);
  return named.sets.map((documents) =>
    claim({ ...common, code, classifier, equipment, transport, contents, reason, documents }),
  );
}

/** What the moves of boxes and of ships say alike: what, when, where, of which box and papers. Null with a finding. */
function movement(
  event: JsonObject,
  field: string,
  list: CodeList,
  place: ResolvedPlace | null,
  reader: MessageReader,
  where: Where,
) {
  const rawCode = textOf(event, field, 'eventTypeCode')?.toUpperCase() ?? null;
  if (rawCode === null) {
    missing(field, reader, where);
    return null;
  }
  const time = timeOf(event, place, reader, where);
  if (!time) return null;
  return {
    code: canonical(list, rawCode, 'UNMAPPED', reader, where),
    rawCode,
    time,
    place: place?.ref ?? null,
    equipment: equipmentOf(event, reader, where),
    named: namedDocuments(event, null, reader, where),
    call: asObject(event['transportCall']),
  };
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
    code: canonical(reader.lists.shipment, rawCode, 'UNMAPPED_DOCUMENT', reader, where),
    classifier,
    time,
    contents: named.boxes,
    reason: text === null ? null : { scheme: null, code: null, text },
    rawCode,
  };
  return named.sets.map((documents) => claim({ ...common, documents }));
}

function isAnonymous({ sets }: NamedDocuments): boolean {
  return sets.every((documents) => documents.length === 0);
}

/** Which of a ship's two voyages the box travels on, where the event says so (3.0); null where only its code can tell. */
function boundOf(event: JsonObject): Bound | null {
  const said = textOf(event, 'movementType', 'transportPhase')?.toUpperCase();
  return said === 'IMPORT' ? 'IN' : said === 'EXPORT' ? 'OUT' : null;
}
