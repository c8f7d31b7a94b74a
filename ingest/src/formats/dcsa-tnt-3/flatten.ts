import { flattenLocation } from '../../claims/dcsa/location.ts';
import { asObject, objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';

/**
 * A 3.0 event in the names of 2.3, so that one reader gives both their meaning. 3.0.0 groups the fields and says words
 * where earlier drafts of it had codes (`eventClassifier: ACTUAL`, `equipmentEventType: LOADED` for `…Code: ACT`,
 * `…TypeCode: LOAD`); values stay as written, code lists know both.
 */
export function flattenEvent(event: JsonObject): JsonObject {
  const said = asObject(event['eventClassification']) ?? event;
  const shipment = asObject(event['shipmentDetails']);
  const equipment = asObject(event['equipmentDetails']);
  const transport = asObject(event['transportDetails']);
  const type = textOf(said, 'eventTypeCode', 'eventType')?.toUpperCase() ?? null;
  const own = asObject(shipment?.['documentReference']);
  const others = objectsOf(shipment?.['additionalDocumentReferences']);
  const location = flattenLocation(asObject(event['eventLocation']));
  const call = asObject(transport?.['transportCall']);
  return {
    eventType: type,
    eventClassifierCode: textOf(said, 'eventClassifierCode', 'eventClassifier'),
    eventDateTime: event['eventDateTime'],
    shipmentEventTypeCode: either(said, 'shipmentEventType'),
    transportEventTypeCode: either(said, 'transportEventType'),
    equipmentEventTypeCode: either(said, 'equipmentEventType'),
    iotEventTypeCode: either(said, 'iotEventType'),
    iotEventCode: textOf(asObject(event['iotDetails']), 'iotEventCode') ?? undefined,
    reeferEventTypeCode: either(said, 'reeferEventType'),
    documentTypeCode: textOf(own, 'typeCode', 'type'),
    documentID: textOf(own, 'reference'),
    reason: shipment?.['reason'],
    relatedDocumentReferences: (type === 'SHIPMENT' || !own ? others : [own, ...others]).map(reference),
    references: objectsOf(shipment?.['shipmentReferences']).map(reference),
    documentReferenceReplacements: shipment?.['documentReferenceReplacements'],
    eventLocation: location,
    transportCall: call || location ? { ...location, ...flattenCall(call) } : undefined,
    delayReasonCode: objectOrText(transport?.['delayReasonCodes']),
    changeRemark: transport?.['changeRemark'],
    equipmentReference: equipment?.['equipmentReference'],
    ISOEquipmentCode: equipment?.['ISOEquipmentCode'],
    emptyIndicatorCode: textOf(equipment, 'emptyIndicatorCode', 'emptyIndicator'),
    movementType: textOf(equipment, 'movementType') ?? textOf(event, 'transportPhase'),
    seals: equipment?.['seals'],
    reeferDetails: event['reeferDetails'],
  };
}

/** `undefined` without one, so that nothing takes the event for one of that type. */
function either(said: JsonObject, name: string): string | undefined {
  return textOf(said, `${name}Code`, name) ?? undefined;
}

function reference(document: JsonObject): JsonObject {
  return { type: textOf(document, 'typeCode', 'type'), value: textOf(document, 'reference', 'value') };
}

function flattenCall(call: JsonObject | null): JsonObject {
  if (!call) return {};
  const voyage = (name: string): string | null =>
    textOf(asObject(call[name]), 'carrierVoyageNumber', 'universalVoyageReference');
  const vessel = asObject(call['vesselTransport']);
  const rail = asObject(call['railTransport']);
  const truck = asObject(call['truckTransport']);
  const mode =
    textOf(call, 'modeOfTransport') ?? (vessel ? 'VESSEL' : rail ? 'RAIL' : truck ? 'TRUCK' : null);
  return {
    // A call of several modes names each leg's means where it has one.
    modeOfTransport: mode?.toUpperCase() === 'MULTIMODAL' ? undefined : mode,
    exportVoyageNumber: voyage('exportVoyageNumberOrReference'),
    importVoyageNumber: voyage('importVoyageNumberOrReference'),
    vessel: vessel ?? undefined,
    railServiceReference: textOf(rail, 'railServiceReference'),
    railCarReference: textOf(rail, 'railCarReference'),
    licensePlate: textOf(asObject(truck?.['tractorDetails']), 'licensePlate'),
  };
}

function objectOrText(codes: unknown): unknown {
  return Array.isArray(codes) ? codes.join(' ') : codes;
}
