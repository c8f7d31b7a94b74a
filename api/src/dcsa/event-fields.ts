import type { DcsaEvent, DcsaTransportCall } from './event-schemas.ts';
import type { EventFilter, Operator, SortField, TextFilter } from './query.ts';

/** What an event has under the name of a filter or of a field to sort by; none: the field is not there. */
export function fieldOf(event: DcsaEvent, name: SortField | TextFilter): readonly string[] {
  switch (name) {
    case 'carrierBookingReference':
      return papersOf(event, 'BKG');
    case 'transportDocumentReference':
      return papersOf(event, 'TRD');
    case 'equipmentReference':
      return event.eventType === 'EQUIPMENT' ? [event.equipmentReference] : boxesOf(event);
    case 'transportCallID':
    case 'exportVoyageNumber':
      return one(callOf(event)?.[name]);
    case 'vesselIMONumber':
      return one(callOf(event)?.vessel?.vesselIMONumber);
    case 'UNLocationCode': {
      const own = event.eventType === 'EQUIPMENT' ? event.eventLocation?.UNLocationCode : undefined;
      return [...new Set([...one(own), ...one(callOf(event)?.UNLocationCode)])];
    }
    case 'carrierServiceCode':
    case 'transportDocumentID':
    case 'scheduleID':
      return [];
    case 'eventCreatedDateTime':
    case 'eventDateTime':
    case 'eventID':
    case 'eventType':
    case 'eventClassifierCode':
      return one(event[name]);
    case 'shipmentEventTypeCode':
    case 'documentTypeCode':
    case 'documentID':
      return event.eventType === 'SHIPMENT' ? one(event[name]) : [];
    case 'transportEventTypeCode':
      return event.eventType === 'TRANSPORT' ? [event.transportEventTypeCode] : [];
    case 'equipmentEventTypeCode':
      return event.eventType === 'EQUIPMENT' ? [event.equipmentEventTypeCode] : [];
  }
}

/** `isOfShipment`: whether a number is one of the shipment's, however its sender wrote it. */
export function matches(
  event: DcsaEvent,
  { words, texts, created }: EventFilter,
  isOfShipment: (name: TextFilter, number: string) => boolean,
): boolean {
  for (const [name, list] of Object.entries(words))
    if (!fieldOf(event, name as SortField).some((word) => list.includes(word))) return false;
  for (const [name, list] of Object.entries(texts)) {
    const filter = name as TextFilter;
    const own = fieldOf(event, filter);
    if (!list.some((text) => own.includes(text) || isOfShipment(filter, text))) return false;
  }
  const at = Date.parse(event.eventCreatedDateTime);
  return created.every((limit) => COMPARE[limit.operator](at, limit.at));
}

const COMPARE: Readonly<Record<Operator, (a: number, b: number) => boolean>> = {
  eq: (a, b) => a === b,
  gte: (a, b) => a >= b,
  gt: (a, b) => a > b,
  lte: (a, b) => a <= b,
  lt: (a, b) => a < b,
};

function callOf(event: DcsaEvent): DcsaTransportCall | undefined {
  return event.eventType === 'SHIPMENT' ? undefined : event.transportCall;
}

function papersOf({ documentReferences = [] }: DcsaEvent, type: 'BKG' | 'TRD'): string[] {
  return documentReferences.flatMap(({ documentReferenceType, documentReferenceValue }) =>
    documentReferenceType === type ? [documentReferenceValue] : [],
  );
}

function boxesOf({ references = [] }: DcsaEvent): string[] {
  return references.flatMap(({ referenceType, referenceValue }) =>
    referenceType === 'EQ' ? [referenceValue] : [],
  );
}

function one(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
