import type { DcsaEvent } from '../../src/dcsa/event-schemas.ts';
import * as words from '../../src/dcsa/vocabulary.ts';

/** A request with one parameter of the specification, and in plain code which events it is for. */
export interface SpecRequest {
  readonly parameter: string;
  readonly query: string;
  readonly has: (event: DcsaEvent) => boolean;
  /** Kinds of event that have the field; null: all. */
  readonly kinds: readonly string[] | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** `GET /v2/events` of DCSA T&T 2.2.0, `parameters`: every one of them, every word of its lists, the rest by what the events have. */
export function requestsOf(all: readonly DcsaEvent[]): SpecRequest[] {
  const some = (read: (event: DcsaEvent) => readonly (string | undefined)[]) => {
    const told = [...new Set(all.flatMap(read))].filter((value) => value !== undefined).sort();
    return [told[0] ?? 'NONE', told[Math.floor(told.length / 2)] ?? 'NONE', 'NONE'];
  };
  const byWord = (parameter: string, list: readonly string[], kinds: SpecRequest['kinds']) =>
    [...list, list.slice(0, 2).join(',')].map((word) => ({
      parameter,
      kinds,
      query: `${parameter}=${word}`,
      has: (event: DcsaEvent) => word.split(',').includes(String((event as unknown as Fields)[parameter])),
    }));
  const byText = (parameter: string, kinds: SpecRequest['kinds'], read: (event: DcsaEvent) => readonly (string | undefined)[]) =>
    some(read).map((text) => ({
      parameter,
      kinds,
      query: `${parameter}=${encodeURIComponent(text)}`,
      has: (event: DcsaEvent) => read(event).includes(text),
    }));
  const times = all.map(({ eventCreatedDateTime }) => Date.parse(eventCreatedDateTime)).sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)] ?? 0;
  const byTime = (operator: string, compare: (at: number) => boolean) => ({
    parameter: `eventCreatedDateTime${operator}`,
    kinds: null,
    query: `eventCreatedDateTime${operator}=${new Date(middle).toISOString()}`,
    has: ({ eventCreatedDateTime }: DcsaEvent) => compare(Date.parse(eventCreatedDateTime)),
  });
  const paper = (type: string) => ({ documentReferences = [] }: DcsaEvent) =>
    documentReferences.flatMap((one) => (one.documentReferenceType === type ? [one.documentReferenceValue] : []));
  const moving = ['TRANSPORT', 'EQUIPMENT'];
  return [
    ...byWord('eventType', words.EVENT_TYPES, null),
    ...byWord('shipmentEventTypeCode', words.SHIPMENT_CODES, ['SHIPMENT']),
    ...byWord('documentTypeCode', words.DOCUMENT_TYPES, ['SHIPMENT']),
    ...byWord('transportEventTypeCode', words.TRANSPORT_CODES, ['TRANSPORT']),
    ...byWord('equipmentEventTypeCode', words.EQUIPMENT_CODES, ['EQUIPMENT']),
    ...byText('carrierBookingReference', null, paper('BKG')),
    ...byText('bookingReference', null, paper('BKG')),
    ...byText('transportDocumentReference', null, paper('TRD')),
    ...byText('transportDocumentID', ['SHIPMENT'], () => []),
    ...byText('scheduleID', null, () => []),
    ...byText('transportCallID', moving, (event) => [callOf(event)?.transportCallID]),
    ...byText('vesselIMONumber', moving, (event) => [callOf(event)?.vessel?.vesselIMONumber]),
    ...byText('exportVoyageNumber', moving, (event) => [callOf(event)?.exportVoyageNumber]),
    ...byText('carrierVoyageNumber', moving, (event) => [callOf(event)?.exportVoyageNumber]),
    ...byText('carrierServiceCode', moving, () => []),
    ...byText('UNLocationCode', moving, placesOf),
    ...byText('equipmentReference', null, boxesOf),
    byTime('', (at) => at === middle),
    byTime(':eq', (at) => at === middle),
    byTime(':gte', (at) => at >= middle),
    byTime(':gt', (at) => at > middle),
    byTime(':lte', (at) => at <= middle),
    byTime(':lt', (at) => at < middle),
  ];
} // prettier-ignore

function callOf(event: DcsaEvent) {
  return event.eventType === 'SHIPMENT' ? undefined : event.transportCall;
}

function placesOf(event: DcsaEvent): (string | undefined)[] {
  const own = event.eventType === 'EQUIPMENT' ? event.eventLocation?.UNLocationCode : undefined;
  return [own, callOf(event)?.UNLocationCode];
}

function boxesOf(event: DcsaEvent): string[] {
  if (event.eventType === 'EQUIPMENT') return [event.equipmentReference];
  return (event.references ?? []).flatMap((one) => (one.referenceType === 'EQ' ? [one.referenceValue] : []));
}
