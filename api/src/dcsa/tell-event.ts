import type { EventClassifier } from 'graph-schema/domain/event-code';
import { isDerived, type FactClaim } from 'graph-schema/domain/journey/facts';
import type { Gazetteer } from 'graph-schema/domain/place';
import { toldAs, type ToldAs } from 'graph-schema/reference/dcsa-told-as';
import { localDateTime, utcDateTime } from '../events/date-time.ts';
import type {
  DcsaEquipmentEvent,
  DcsaEvent,
  DcsaShipmentEvent,
  DcsaTransportEvent,
} from './event-schemas.ts';
import { eventUuid } from '../events/event-id.ts';
import { clip, tellPlace, type ToldPlace } from './location.ts';
import { paperNumber, type PaperSchemes } from './paper-number.ts';
import { rawAsTold } from './raw-code.ts';
import type { ShipmentTelling } from '../events/shipment-telling.ts';
import { tellCall } from './transport-call.ts';
import {
  DOCUMENT_TYPES,
  EQUIPMENT_CODES,
  REFERENCE_TYPES,
  SHIPMENT_CODES,
  TRANSPORT_CODES,
  wordOf,
} from './vocabulary.ts';

/** REQUESTED is no word of 2.2 for a journey: what is only asked for is left out. */
const CLASSIFIER: Readonly<Record<EventClassifier, 'PLN' | 'EST' | 'ACT' | null>> = {
  PLANNED: 'PLN',
  ESTIMATED: 'EST',
  ACTUAL: 'ACT',
  REQUESTED: null,
};

/**
 * A claim as an event of DCSA Track and Trace 2.2; null: the standard has no word for it, or wants what nobody said. What this
 * service worked out itself is no event of anybody's, and is left out.
 */
export function tellEvent(claim: FactClaim, shipment: ShipmentTelling, places: Gazetteer): DcsaEvent | null {
  const { event } = claim;
  const eventClassifierCode = CLASSIFIER[event.classifier];
  const [first] = claim.voices;
  if (!eventClassifierCode || !first || isDerived(claim)) return null;
  const told = rawAsTold(claim) ?? toldAs(2, event.code, event.equipment?.kind === 'CONTAINER');
  if (!told) return null;
  const place = tellPlace(event.place, places);
  const base = {
    eventID: eventUuid(shipment.id, claim.id),
    eventCreatedDateTime: utcDateTime(Date.parse(first.receivedAt)),
    eventDateTime: localDateTime(event.time, place?.zone ?? null),
    eventClassifierCode,
    documentReferences: papersOf(shipment),
  };
  switch (told.type) {
    case 'EQUIPMENT':
      return tellMove(claim, told, { ...base, place, shipment });
    case 'TRANSPORT':
      return tellCarriage(claim, told, { ...base, place, shipment });
    case 'SHIPMENT':
      return tellPaper(claim, told, { ...base, shipment });
    case 'IOT':
      return null;
  }
}

type Base = Pick<
  DcsaEvent,
  'eventID' | 'eventCreatedDateTime' | 'eventDateTime' | 'eventClassifierCode' | 'documentReferences'
> & { readonly shipment: ShipmentTelling };
type Placed = Base & { readonly place: ToldPlace | null };

function tellMove({ event, ...claim }: FactClaim, told: ToldAs, given: Placed): DcsaEquipmentEvent | null {
  const { place, shipment, ...base } = given;
  const equipmentEventTypeCode = wordOf(EQUIPMENT_CODES, told.code);
  const { equipment, loadState, code } = event;
  if (!equipmentEventTypeCode || !equipment || equipment.reference.length > 15) return null;
  return {
    ...base,
    eventType: 'EQUIPMENT',
    equipmentEventTypeCode,
    equipmentReference: equipment.reference,
    ISOEquipmentCode: equipment.sizeType?.length === 4 ? equipment.sizeType : undefined,
    emptyIndicatorCode: shipment.loadOf({ event, ...claim }),
    eventLocation: place?.eventLocation,
    transportCall: tellCall(event.transport, code, loadState, place) ?? undefined,
    references: referencesOf({ event, ...claim }, []),
  };
}

function tellCarriage(claim: FactClaim, told: ToldAs, given: Placed): DcsaTransportEvent | null {
  const { place, shipment, ...base } = given;
  const { transport, code, loadState, reason } = claim.event;
  const transportEventTypeCode = wordOf(TRANSPORT_CODES, told.code);
  const transportCall = tellCall(transport, code, loadState, place);
  if (!transportEventTypeCode || !transportCall) return null;
  const isDelay = reason?.scheme === 'SMDG-DELAY' && reason.code !== null && reason.code.length <= 3;
  return {
    ...base,
    eventType: 'TRANSPORT',
    transportEventTypeCode,
    delayReasonCode: isDelay ? (reason.code ?? undefined) : undefined,
    changeRemark: reason?.text ? clip(reason.text, 250) : undefined,
    transportCall,
    references: referencesOf(claim, shipment.boxesOf(claim)),
  };
}

function tellPaper(claim: FactClaim, told: ToldAs, given: Base): DcsaShipmentEvent | null {
  const { shipment, ...base } = given;
  if (told.type !== 'SHIPMENT') return null;
  const documentTypeCode = wordOf(DOCUMENT_TYPES, told.document);
  const shipmentEventTypeCode = wordOf(SHIPMENT_CODES, told.code);
  const documentID = documentTypeCode && paperNumber(documentTypeCode, SCHEMES, claim, shipment);
  if (!documentTypeCode || !shipmentEventTypeCode || !documentID) return null;
  const { reason } = claim.event;
  return {
    ...base,
    eventType: 'SHIPMENT',
    shipmentEventTypeCode,
    documentTypeCode,
    documentID,
    reason: reason?.text ?? reason?.code ?? undefined,
    references: referencesOf(claim, shipment.boxesOf(claim)),
  };
}

/** Kinds of number that a type of the standard is; of the others our vocabulary keeps the name that the sender gave them. */
const SCHEMES: PaperSchemes = {
  BKG: ['BOOKING'],
  TRD: ['MASTER_BILL', 'HOUSE_BILL'],
  SRM: ['DELIVERY_ORDER'],
  CUS: ['DECLARATION', 'TRANSIT', 'MRN'],
};
function papersOf({ bookings, transportDocument }: ShipmentTelling): DcsaEvent['documentReferences'] {
  const list = [
    ...bookings.map((number) => ({ documentReferenceType: 'BKG' as const, documentReferenceValue: number })),
    ...(transportDocument === null ? [] : [{ documentReferenceType: 'TRD' as const, documentReferenceValue: transportDocument }]),
  ]; // prettier-ignore
  return list.length > 0 ? list : undefined;
}

/** Numbers of traders under the names that the standard has for them, and the boxes. */
function referencesOf({ event }: FactClaim, boxes: readonly string[]): DcsaEvent['references'] {
  const traders = event.documents.flatMap(({ declaredAs, number }) => {
    const referenceType = wordOf(REFERENCE_TYPES, declaredAs ?? '');
    return referenceType && referenceType !== 'EQ' ? [{ referenceType, referenceValue: number }] : [];
  });
  const list = [
    ...traders,
    ...boxes.map((number) => ({ referenceType: 'EQ' as const, referenceValue: number })),
  ];
  return list.length > 0 ? list : undefined;
}
