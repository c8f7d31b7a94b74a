import { describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { ship, told } from 'graph-schema/testing/journey-story';
import { ningbo } from 'graph-schema/testing/sample-locations';
import { eventUuid } from '../../events/event-id.ts';
import { BILL, BOOKING, BOX, contextOf, houseView, manyViews, OTHER_BOX, sampleViews, type SampleGone } from '../../events/testing/sample-context.ts'; // prettier-ignore
import { createRestApp, openApiDocument } from '../../rest/rest-app.ts';
import { dcsa3Event, type Dcsa3Event } from './event-schemas.ts';
import { dcsaTrackAndTrace3 } from './facade.ts';
import { dcsa3Error, type FeedbackElement } from './feedback.ts';

const app = appFor(() => contextOf(sampleViews([houseView()])));

function appFor(context: () => Context) {
  return createRestApp([dcsaTrackAndTrace3], context);
}

async function list(query: string, through = app) {
  const response = await through.request(`/v3/events?${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  expect(response.headers.get('api-version')).toBe('3.0.0');
  const { events, feedbackElements = [] } = (await response.json()) as { events: Dcsa3Event[]; feedbackElements?: FeedbackElement[] };
  for (const event of events) expect(dcsa3Event.parse(event)).toEqual(event);
  return { events, remarks: feedbackElements, cursor: response.headers.get('next-page-cursor') };
} // prettier-ignore

async function refused(path: string, status: number, init: RequestInit = {}): Promise<string[]> {
  const response = await app.request(path, init);
  expect(response.status, path).toBe(status);
  expect(response.headers.get('api-version')).toBe('3.0.0');
  const { feedbackElements } = dcsa3Error.parse(await response.json());
  expect(new Set(feedbackElements.map(({ severity }) => severity))).toEqual(new Set(['ERROR']));
  return feedbackElements.map(({ message }) => message);
}

function brief({ eventClassification: type, shipmentDetails }: Dcsa3Event): string {
  switch (type.eventType) {
    case 'SHIPMENT':
      return `${shipmentDetails?.documentReference?.type}+${type.shipmentEventType}`;
    case 'TRANSPORT':
      return type.transportEventType;
    case 'EQUIPMENT':
      return type.equipmentEventType;
    case 'IOT':
      return type.iotEventType;
  }
}
const ids = (events: readonly Dcsa3Event[]) => events.map(({ eventID }) => eventID).sort();
const ofSea = ['ARRIVED', 'BOOKING+CONFIRMED', 'CUSTOMS_CLEARANCE+RELEASED', 'ADVANCE_MANIFEST_FILING+CONFIRMED', 'GATED_IN', 'LOADED', 'DEPARTED', 'TRANSPORT_DOCUMENT+ISSUED', 'DISCHARGED']; // prettier-ignore

describe('events', () => {
  it.each([
    [`carrierBookingReference=${BOOKING}`, ofSea],
    [`transportDocumentReference=${BILL}`, ofSea],
    [`transportDocumentReference=${BILL.slice(4)}`, ofSea],
    [`carrierBookingReference=${BOOKING}&equipmentReference=${BOX}&eventTypes=EQUIPMENT`, ['GATED_IN', 'LOADED', 'DISCHARGED']],
    [`transportDocumentReference=${BILL}&equipmentReference=${OTHER_BOX}`, []],
    [`equipmentReference=${OTHER_BOX}`, ['DEPARTED']],
    [`equipmentReference=${BOX}&eventTypes=TRANSPORT,SHIPMENT`, ofSea.filter((word) => !/^(GATED_IN|LOADED|DISCHARGED)$/.test(word))],
    ['transportDocumentReference=NBHX0001', ['GATED_IN', 'LOADED', 'DEPARTED']],
    ['transportDocumentReference=MAEU0000000', []],
    ['eventTypes=IOT', []],
    ['eventUpdatedDateTimeMin=2026-10-25T14:48:00Z&eventUpdatedDateTimeMax=2026-10-25T22:48:00%2B08:00', ['LOADED']],
    ['eventUpdatedDateTimeMin=2026-10-25T22:48:00+08:00&eventUpdatedDateTimeMax=2026-10-25T22:00:00Z', ['LOADED', 'DEPARTED']],
    [`carrierBookingReference=${BOOKING}&eventTypes=EQUIPMENT&eventUpdatedDateTimeMin=2026-10-26T00:00:00Z`, ['DISCHARGED']],
  ])('%s', async (query, expected) => expect((await list(query)).events.map(brief)).toEqual(expected));

  it('say of a move all that the standard has room for', async () => {
    const { events: [load] } = await list(`equipmentReference=${BOX}&eventTypes=EQUIPMENT&eventUpdatedDateTimeMax=2026-10-25T14:48:00Z&eventUpdatedDateTimeMin=2026-10-25T14:48:00Z`);
    expect(load).toEqual({
      eventID: expect.any(String) as string,
      eventDateTime: '2026-10-25T22:48:00+08:00',
      eventUpdatedDateTime: '2026-10-25T14:48:00Z',
      eventLocation: expect.objectContaining({ UNLocationCode: 'CNNBO' }) as object,
      eventClassification: { eventType: 'EQUIPMENT', eventClassifier: 'ACTUAL', equipmentEventType: 'LOADED' },
      shipmentDetails: {
        documentReference: { type: 'TRANSPORT_DOCUMENT', reference: BILL },
        additionalDocumentReferences: [{ type: 'BOOKING', reference: BOOKING }],
      },
      transportDetails: {
        transportCall: {
          transportCallReference: expect.any(String) as string,
          modeOfTransport: 'VESSEL',
          exportVoyageNumberOrReference: { carrierVoyageNumber: '114S' },
          vesselTransport: { vesselIMONumber: '9074729', vesselName: 'KAPOK' },
        },
      },
      equipmentDetails: { equipmentReference: BOX, emptyIndicator: 'LADEN' },
    });
  });

  it('are each at its id', async () => {
    const { events } = await list('');
    for (const event of events) expect(await (await app.request(`/v3/events/${event.eventID.toUpperCase()}`)).json()).toEqual(event);
  });

  it('say of a train its number where one looks for it', async () => {
    const { events } = await list(`equipmentReference=${OTHER_BOX}`);
    expect(events).toMatchObject([{ transportDetails: { transportCall: { modeOfTransport: 'RAIL', railTransport: { railServiceReference: 'X8024' } } } }]);
  });

  it('of one asker are those that he sees', async () => {
    const member = appFor(() => contextOf(sampleViews([houseView()]), ['SHIPMENT:shp_bbbbbbbbbbbbbbbb']));
    expect((await list('', member)).events.map(brief)).toEqual(['DEPARTED']);
    expect((await list(`transportDocumentReference=${BILL}`, member)).events).toEqual([]);
  });
}); // prettier-ignore

describe('what went', () => {
  const AT = '2026-11-05T08:00:00Z';
  const [SEA, RAIL] = ['shp_aaaaaaaaaaaaaaaa', 'shp_bbbbbbbbbbbbbbbb'];
  const paper = `MASTER_BILL:${BILL}` as const;
  const never = told('TERMINAL', 'GATED_OUT', '2026-10-25 20:00', ningbo, { box: BOX, paper });
  const sailed = told('CARRIER', 'DEPARTED', '2026-10-26 05:00', ningbo, { on: ship('KAPOK', '114S', '9074729'), heard: '2026-10-26T01:00:00Z' });
  const gone: SampleGone[] = [{ shipment: SEA, claim: never, at: AT }, { shipment: SEA, run: 'VOYAGE:9074729/114S', claim: sailed, at: AT }];
  const after = appFor(() => contextOf(sampleViews(), 'ALL', gone));

  it('is published again under its id, retracted when it went, of a ship, too', async () => {
    const { events } = await list(`eventUpdatedDateTimeMin=${AT}`, after);
    expect(events.map((event) => `${brief(event)} ${event.isRetracted}`).sort()).toEqual(['DEPARTED true', 'GATED_OUT true']);
    expect(ids(events)).toEqual([eventUuid(SEA, never.id), eventUuid(SEA, sailed.id)].sort());
    for (const event of events) expect(event).toMatchObject({ eventUpdatedDateTime: AT });
  });

  it.each([
    ['', [...ofSea, 'DEPARTED', 'DEPARTED', 'GATED_OUT']],
    [`transportDocumentReference=${BILL}&eventTypes=EQUIPMENT`, ['GATED_IN', 'LOADED', 'DISCHARGED', 'GATED_OUT']],
    [`equipmentReference=${BOX}&eventUpdatedDateTimeMin=${AT}&eventTypes=TRANSPORT`, ['DEPARTED']],
    ['eventUpdatedDateTimeMin=2026-11-05T08:00:01Z', []],
    [`equipmentReference=${OTHER_BOX}`, ['DEPARTED']],
  ])('stands in a list among the rest: %s', async (query, expected) => expect((await list(query, after)).events.map(brief).sort()).toEqual(expected.toSorted()));

  it('is the event again when it is said again', async () => {
    const [view] = sampleViews();
    const loaded = view?.facts.claims.find(({ event }) => event.code === 'LOADED');
    const again = appFor(() => contextOf(sampleViews(), 'ALL', loaded ? [{ shipment: SEA, claim: loaded, at: AT }] : []));
    const { events } = await list(`equipmentReference=${BOX}`, again);
    expect(events.map(brief)).toContain('LOADED');
    expect(events.filter(({ isRetracted }) => isRetracted)).toEqual([]);
  });

  it('is at its id retracted, and as of an instant before it went as it stood', async () => {
    const at = (query: string) => after.request(`/v3/events/${eventUuid(SEA, never.id)}${query}`);
    expect(dcsa3Event.parse(await (await at('')).json())).toMatchObject({ isRetracted: true, eventUpdatedDateTime: AT });
    const then = dcsa3Event.parse(await (await at('?asOf=2026-11-01T00:00:00Z')).json());
    expect(then).toMatchObject({ eventClassification: { equipmentEventType: 'GATED_OUT' }, eventUpdatedDateTime: '2026-10-25T12:00:00Z' });
    expect(then.isRetracted).toBeUndefined();
    expect((await at('?asOf=2026-10-25T11:59:59Z')).status).toBe(404);
  });

  it('is told to nobody who does not see the shipment', async () => {
    const member = appFor(() => contextOf(sampleViews(), [`SHIPMENT:${RAIL}`], gone));
    expect((await list('', member)).events.map(brief)).toEqual(['DEPARTED']);
    expect((await member.request(`/v3/events/${eventUuid(SEA, never.id)}`)).status).toBe(404);
    expect((await member.request(`/v3/events/${eventUuid(SEA, never.id)}?asOf=2026-11-01T00:00:00Z`)).status).toBe(404);
  });
}); // prettier-ignore

describe('pages', () => {
  it.each(['', `&carrierBookingReference=${BOOKING}`, '&eventTypes=EQUIPMENT'])('follow each other to the end %s', async (rest) => {
    const { events: all } = await list(`limit=100${rest}`);
    const seen: Dcsa3Event[] = [];
    let cursor: string | null = null;
    do {
      // The question is kept beside the cursor, as the standard has it.
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=2${rest}${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.events);
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual(all);
    const first = await list(`limit=2${rest}`);
    if (first.cursor) expect((await list(`cursor=${first.cursor}`)).events).toEqual(all.slice(2, 4));
  });

  it('of many shipments have each event once', async () => {
    const many = appFor(() => contextOf(manyViews(300)));
    const seen = new Set<string>();
    for (let at: string | null = ''; at !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=70${at}`, many);
      for (const { eventID } of page.events) seen.add(eventID);
      at = page.cursor && `&cursor=${page.cursor}`;
    }
    expect(seen.size).toBe(300);
  });

  it('say what is answered otherwise than it was asked', async () => {
    expect((await list('limit=5000&eventTypes=EQUIPMENT,REEFER')).remarks.map(({ severity }) => severity)).toEqual(['WARN', 'INFO']);
    expect((await list('limit=5')).remarks).toEqual([]);
  });
}); // prettier-ignore

describe('a request that cannot be answered', () => {
  it.each([
    'eventTypes=', 'eventTypes=equipment', 'eventTypes=EQUIPMENT,NONE', 'eventTypes=SHIPMENT&eventTypes=IOT', 'carrierBookingReference=', `carrierBookingReference=${'A'.repeat(101)}`,
    'transportDocumentReference=', 'equipmentReference=', 'equipmentReference=A&equipmentReference=B', 'eventUpdatedDateTimeMin=now', 'eventUpdatedDateTimeMin=2026-10-25',
    'eventUpdatedDateTimeMax=2026-02-30T00:00:00Z', 'limit=0', 'limit=-1', 'limit=ten', 'limit=1.5', 'limit=99999999999', 'cursor=', 'cursor=abc', 'asOf=', 'asOf=2026-10-25', 'asOf=2027-01-01T00:00:00Z', 'eventType=EQUIPMENT', 'sort=eventDateTime', '__proto__=1',
  ])('%s', async (query) => expect(await refused(`/v3/events?${query}`, 400)).toHaveLength(1));

  it('is told of all that is wrong at once', async () => expect(await refused('/v3/events?limit=0&eventTypes=NONE&shape=round', 400)).toHaveLength(3));

  it('has a cursor of another question', async () => {
    const { cursor } = await list('limit=2&eventTypes=EQUIPMENT');
    await refused(`/v3/events?cursor=${cursor}&eventTypes=SHIPMENT`, 400);
    await refused(`/v3/events?cursor=x${cursor}`, 400);
  });

  it('is of another version, of no path, or would change what is only read', async () => {
    await refused('/v3/events', 400, { headers: { 'API-Version': '2.2.0' } });
    for (const version of ['3', '3.0.0', '3.0.0-20260525-beta']) expect((await app.request('/v3/events', { headers: { 'API-Version': version } })).status).toBe(200);
    await refused('/v3/nothing', 404);
    await refused('/v3/events', 405, { method: 'POST', body: '{}' });
  });

  it.each([
    ['none', 404], ['3cecb101-7a1a-43a4-9d62-e88a131651e2', 404], ['none?asOf=2026-10-25', 400], ['none?asOf=2027-01-01T00:00:00Z', 400],
    ['none?asOf=2026-10-25T00:00:00Z&asOf=2026-10-26T00:00:00Z', 400], ['none?limit=1', 400],
  ])('is for the event %s', async (asked, status) => expect(await refused(`/v3/events/${asked}`, status)).toHaveLength(1));

  it.each([['/v3/event-subscriptions', 'GET'], ['/v3/event-subscriptions', 'POST'], ['/v3/event-subscriptions/one/secret', 'PUT']])('is for subscriptions, which the standard leaves out: %s %s', async (path, method) => {
    const response = await app.request(path, { method });
    expect([response.status, response.headers.get('content-type'), response.headers.get('api-version')]).toEqual([501, 'application/problem+json', '3.0.0']);
    expect(await response.json()).toMatchObject({ status: 501, code: 'NOT_IMPLEMENTED', detail: expect.stringContaining('/v2/event-subscriptions') as string });
  });

  it('comes from nobody', async () => {
    const response = await createRestApp([dcsaTrackAndTrace3], () => null).request('/v3/events');
    expect([response.status, response.headers.get('api-version')]).toEqual([401, '3.0.0']);
    dcsa3Error.parse(await response.json());
  });
}); // prettier-ignore

it('the OpenAPI document describes every parameter', () => {
  const { paths } = openApiDocument(app, [dcsaTrackAndTrace3]);
  const namesOf = (path: string) => (paths?.[path]?.get?.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : null));
  expect(Object.keys(paths ?? {})).toEqual(['/v3/events', '/v3/events/{eventID}']);
  expect(namesOf('/v3/events/{eventID}')).toEqual(['eventID', 'asOf', 'API-Version']);
  expect(namesOf('/v3/events')).toEqual(['carrierBookingReference', 'transportDocumentReference', 'equipmentReference', 'eventTypes', 'eventUpdatedDateTimeMin', 'eventUpdatedDateTimeMax', 'limit', 'asOf', 'cursor', 'API-Version']);
}); // prettier-ignore
