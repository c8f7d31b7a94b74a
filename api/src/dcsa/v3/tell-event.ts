import type { EventClassifier } from 'graph-schema/domain/event-code';
import { isDerived, type FactClaim } from 'graph-schema/domain/journey/facts';
import type { Gazetteer } from 'graph-schema/domain/place';
import { toldAs, type ToldAs } from 'graph-schema/reference/dcsa-told-as';
import { localDateTime, utcDateTime } from '../../events/date-time.ts';
import { eventUuid } from '../../events/event-id.ts';
import type { ShipmentTelling } from '../../events/shipment-telling.ts';
import { clip, tellPlace } from '../location.ts';
import { paperNumber, type PaperSchemes } from '../paper-number.ts';
import { rawTeller } from '../raw-code.ts';
import { wordOf } from '../vocabulary.ts';
import type { Dcsa3Classification, Dcsa3DocumentReference, Dcsa3Event, Dcsa3ShipmentDetails } from './event-schemas.ts'; // prettier-ignore
import { locationOf, transportCallOf } from './tell-transport.ts';
import { DOCUMENT_TYPES, EQUIPMENT_TYPES, IOT_TYPES, REFERENCE_LETTERS, REFERENCE_TYPES, SHIPMENT_TYPES, TRANSPORT_TYPES } from './vocabulary.ts'; // prettier-ignore

/** REQUESTED is no word of 3.0: what is only asked for is left out. */
const CLASSIFIER: Readonly<Record<EventClassifier, 'PLANNED' | 'ESTIMATED' | 'ACTUAL' | null>> = {
  PLANNED: 'PLANNED',
  ESTIMATED: 'ESTIMATED',
  ACTUAL: 'ACTUAL',
  REQUESTED: null,
};

const rawAsTold = rawTeller('dcsa-tnt-3', {
  equipment: EQUIPMENT_TYPES,
  transport: TRANSPORT_TYPES,
  documents: DOCUMENT_TYPES,
  statuses: SHIPMENT_TYPES,
});

/** Kinds of number that a type of the standard is; of the others our vocabulary keeps the name that the sender gave them. */
const SCHEMES: PaperSchemes = {
  BOOKING: ['BOOKING'],
  TRANSPORT_DOCUMENT: ['MASTER_BILL', 'HOUSE_BILL'],
  DELIVERY_ORDER: ['DELIVERY_ORDER'],
  CUSTOMS_CLEARANCE: ['DECLARATION', 'TRANSIT', 'MRN'],
};

/**
 * A claim as an event of DCSA Track and Trace 3.0; null: the standard has no word for it, or wants what nobody said. What this service
 * worked out itself is left out. Ids are those of version 2.
 */
export function tellEvent3(claim: FactClaim, shipment: ShipmentTelling, places: Gazetteer): Dcsa3Event | null {
  const { event } = claim;
  const eventClassifier = CLASSIFIER[event.classifier];
  const [first] = claim.voices;
  if (!eventClassifier || !first || isDerived(claim)) return null;
  const told = rawAsTold(claim) ?? toldAs(3, event.code, event.equipment?.kind === 'CONTAINER');
  const eventClassification = told && classificationOf(told, eventClassifier);
  const details = told && detailsOf(told, claim, shipment, places);
  if (!eventClassification || !details) return null;
  const place = tellPlace(event.place, places);
  return {
    eventID: eventUuid(shipment.id, claim.id),
    eventDateTime: localDateTime(event.time, place?.zone ?? null),
    eventUpdatedDateTime: utcDateTime(Date.parse(first.receivedAt)),
    eventLocation: place ? locationOf(place) : undefined,
    reason: reasonOf(event.reason),
    eventClassification,
    ...details,
  };
} // prettier-ignore

function classificationOf({ type, code }: ToldAs, eventClassifier: Dcsa3Classification['eventClassifier']): Dcsa3Classification | null {
  switch (type) {
    case 'SHIPMENT': {
      const shipmentEventType = wordOf(SHIPMENT_TYPES, code);
      return shipmentEventType && { eventType: type, eventClassifier, shipmentEventType };
    }
    case 'TRANSPORT': {
      const transportEventType = wordOf(TRANSPORT_TYPES, code);
      return transportEventType && { eventType: type, eventClassifier, transportEventType };
    }
    case 'EQUIPMENT': {
      const equipmentEventType = wordOf(EQUIPMENT_TYPES, code);
      return equipmentEventType && { eventType: type, eventClassifier, equipmentEventType };
    }
    case 'IOT': {
      const iotEventType = wordOf(IOT_TYPES, code);
      return iotEventType && { eventType: type, eventClassifier, iotEventType };
    }
  }
} // prettier-ignore

type Details = Pick<Dcsa3Event, 'shipmentDetails' | 'transportDetails' | 'equipmentDetails'>;

/** Null: something is missing that such an event cannot be without. */
function detailsOf(told: ToldAs, claim: FactClaim, shipment: ShipmentTelling, places: Gazetteer): Details | null {
  const { transport, code, loadState, equipment, reason } = claim.event;
  const call = transportCallOf(transport, code, loadState, tellPlace(claim.event.place, places));
  if (told.type === 'SHIPMENT') {
    const type = wordOf(DOCUMENT_TYPES, told.document);
    const reference = type && paperNumber(type, SCHEMES, claim, shipment);
    return reference ? { shipmentDetails: papersOf([{ type, reference }, ...ownPapers(shipment)], claim, shipment.boxesOf(claim)) } : null;
  }
  if (told.type === 'TRANSPORT') {
    if (!call) return null;
    const isDelay = reason?.scheme === 'SMDG-DELAY' && reason.code !== null && reason.code.length <= 3;
    return {
      shipmentDetails: papersOf(ownPapers(shipment), claim, shipment.boxesOf(claim)),
      transportDetails: { delayReasonCodes: isDelay ? [reason.code ?? ''] : undefined, transportCall: call },
    };
  }
  if (!equipment || equipment.reference.length > 11) return null;
  return {
    shipmentDetails: papersOf(ownPapers(shipment), claim, []),
    transportDetails: call ? { transportCall: call } : undefined,
    equipmentDetails: {
      equipmentReference: equipment.reference,
      ISOEquipmentCode: equipment.sizeType?.length === 4 ? equipment.sizeType : undefined,
      emptyIndicator: told.type === 'EQUIPMENT' ? shipment.loadOf(claim) : undefined,
    },
  };
} // prettier-ignore

/** The bill, then the bookings. */
function ownPapers({ bookings, transportDocument }: ShipmentTelling): Dcsa3DocumentReference[] {
  const bill = transportDocument === null ? [] : [{ type: 'TRANSPORT_DOCUMENT' as const, reference: transportDocument }]; // prettier-ignore
  return [...bill, ...bookings.map((reference) => ({ type: 'BOOKING' as const, reference }))];
}

/** The first of the papers is the primary one; numbers of traders under the names that the standard has for them, and the boxes. */
function papersOf(papers: readonly Dcsa3DocumentReference[], { event }: FactClaim, boxes: readonly string[]): Dcsa3ShipmentDetails | undefined {
  const [documentReference, ...rest] = papers;
  const more = rest.filter(({ type, reference }) => type !== documentReference?.type || reference !== documentReference.reference);
  const traders = event.documents.flatMap(({ declaredAs, number }) => {
    const said = declaredAs ?? '';
    const type = wordOf(REFERENCE_TYPES, said) ?? (Object.hasOwn(REFERENCE_LETTERS, said) ? REFERENCE_LETTERS[said] : null);
    return type && type !== 'EQUIPMENT_REFERENCE' ? [{ type, reference: number }] : [];
  });
  const references = [...traders, ...boxes.map((reference) => ({ type: 'EQUIPMENT_REFERENCE' as const, reference }))];
  if (!documentReference && references.length === 0) return undefined;
  return {
    documentReference,
    additionalDocumentReferences: more.length > 0 ? more : undefined,
    shipmentReferences: references.length > 0 ? references : undefined,
  };
} // prettier-ignore

function reasonOf(reason: FactClaim['event']['reason']): string | undefined {
  const text = reason?.text ?? (reason?.scheme === 'SMDG-DELAY' ? null : reason?.code) ?? null;
  return text === null ? undefined : clip(text, 250);
}
