import { describe, expect, it } from 'vitest';
import {
  filtersIn,
  newSubscription,
  readBody,
  readFilters,
  secretBody,
  subscription,
} from './subscription-body.ts';

const base64 = (bytes: number) => Buffer.alloc(bytes, 'throughline').toString('base64');
const least = { callbackUrl: 'https://example.com/here?shipperRef=7', secret: base64(32) };
const made = (more: object) => readBody(newSubscription, { ...least, ...more });
const reasonsOf = (read: object) =>
  'reasons' in read ? (read.reasons as { reason: string; message: string }[]) : [];
const everything = {
  eventType: ['SHIPMENT', 'TRANSPORT', 'EQUIPMENT'],
  shipmentEventTypeCode: ['DRFT', 'CONF'],
  documentTypeCode: ['BKG'],
  carrierBookingReference: '6400000017',
  bookingReference: '6400000017',
  transportDocumentID: '3cecb101-7a1a-43a4-9d62-e88a131651e2',
  transportDocumentReference: 'COSU6400000017',
  transportDocumentTypeCode: [],
  transportEventTypeCode: ['ARRI'],
  scheduleID: '3cecb101-7a1a-43a4-9d62-e88a131651e2',
  transportCallID: 'a call',
  vesselIMONumber: '9074729',
  carrierVoyageNumber: '114S',
  exportVoyageNumber: '114S',
  carrierServiceCode: 'FE1',
  UNLocationCode: 'CNNBO',
  equipmentEventTypeCode: ['LOAD', 'DISC'],
  equipmentReference: 'CSQU3054383',
};

describe('a subscription', () => {
  it('has an address and a secret, and every filter of the specification', () => {
    expect(made({})).toEqual(least);
    expect(made(everything)).toEqual({ ...least, ...everything });
    const filters = filtersIn({ ...least, ...everything });
    expect(Object.keys(filters).sort()).toEqual(Object.keys(everything).filter((name) => name !== 'transportDocumentTypeCode').sort());
  });

  it('is filtered by nothing that is null or an empty list', () => {
    const none = Object.fromEntries(Object.keys(everything).map((name) => [name, null]));
    expect(filtersIn(made(none) as never)).toEqual({});
    expect(filtersIn(made({ eventType: [], equipmentReference: 'CSQU3054383' }) as never)).toEqual({ equipmentReference: 'CSQU3054383' });
    expect(readFilters({})).toEqual({ words: {}, texts: {}, created: [] });
  });

  it('reads its filters as a list of events does', () => {
    expect(readFilters({ eventType: ['SHIPMENT', 'TRANSPORT'], bookingReference: '6400000017', exportVoyageNumber: '114S' } as never)).toEqual({
      words: { eventType: ['SHIPMENT', 'TRANSPORT'] },
      texts: { carrierBookingReference: ['6400000017'], exportVoyageNumber: ['114S'] },
      created: [],
    });
  });

  it.each([
    { eventType: 'SHIPMENT' }, { eventType: ['shipment'] }, { eventType: ['SHIPMENT,TRANSPORT'] }, { shipmentEventTypeCode: ['NONE'] },
    { documentTypeCode: ['NONE'] }, { transportEventTypeCode: ['ARRV'] }, { equipmentEventTypeCode: ['GTIN', 'FOO'] }, { equipmentEventTypeCode: [7] },
    { transportDocumentTypeCode: ['BOL'] }, { carrierBookingReference: '' }, { carrierBookingReference: 'A'.repeat(36) }, { bookingReference: 'A'.repeat(36) },
    { transportDocumentReference: 'A'.repeat(21) }, { transportDocumentReference: ['COSU6400000017'] }, { equipmentReference: 'A'.repeat(16) },
    { transportCallID: 'A'.repeat(101) }, { vesselIMONumber: '12345678' }, { vesselIMONumber: 9074729 }, { exportVoyageNumber: 'A'.repeat(51) },
    { carrierVoyageNumber: 'A'.repeat(51) }, { carrierServiceCode: 'ABCDEF' }, { UNLocationCode: 'CNNBO1' }, { scheduleID: 'A'.repeat(37) },
    { callbackUrl: undefined }, { callbackUrl: 'nowhere' }, { callbackUrl: '' }, { callbackUrl: 7 }, { callbackUrl: `https://example.com/${'a'.repeat(2000)}` },
    { secret: undefined }, { secret: '' }, { secret: 'no base64!' }, { secret: base64(31) }, { secret: base64(65) }, { secret: 7 },
  ])('is none with %j', (more) => {
    const [field = ''] = Object.keys(more);
    expect(reasonsOf(made(more))).toMatchObject([{ reason: 'invalidParameter', message: expect.stringContaining(field) as string }]);
  });

  it.each([base64(32), base64(36), base64(64)])('has a secret of 32 to 64 bytes', (secret) => expect(readBody(secretBody, { secret })).toEqual({ secret }));

  it('is told of all that is wrong at once', () => {
    expect(reasonsOf(made({ eventType: ['NONE'], secret: 'x', shape: 'round', __proto: 1 })).map(({ reason }) => reason).sort()).toEqual(['invalidParameter', 'invalidParameter', 'invalidQuery', 'invalidQuery']);
    for (const body of [null, [], 'text', 7]) expect(reasonsOf(readBody(newSubscription, body))).toMatchObject([{ reason: 'invalidParameter' }]);
  });

  it('gives its id and its secret only where they belong', () => {
    expect(reasonsOf(made({ subscriptionID: '3cecb101-7a1a-43a4-9d62-e88a131651e2' }))).toMatchObject([{ reason: 'invalidQuery' }]);
    expect(reasonsOf(readBody(subscription, least))).toMatchObject([{ reason: 'invalidQuery', message: expect.stringContaining('PUT …/secret') as string }]);
  });

  it.each([
    { eventType: ['SHIPMENT'], transportEventTypeCode: ['ARRI'] },
    { eventType: ['TRANSPORT'], shipmentEventTypeCode: ['DRFT'] },
    { eventType: ['EQUIPMENT'], documentTypeCode: ['BKG'] },
    { eventType: ['TRANSPORT', 'SHIPMENT'], equipmentEventTypeCode: ['LOAD'] },
    { eventType: ['SHIPMENT'], vesselIMONumber: '9074729' },
    { eventType: ['SHIPMENT'], exportVoyageNumber: '114S' },
    { eventType: ['SHIPMENT'], UNLocationCode: 'CNNBO' },
  ])('contradicts itself: %j', (filters) => expect(reasonsOf(readFilters(filters as never))).toMatchObject([{ reason: 'invalidQuery' }]));
}); // prettier-ignore
