import { told } from 'graph-schema/testing/journey-story';
import { ningbo } from 'graph-schema/testing/sample-locations';
import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { createRestApp, openApiDocument } from '../rest/rest-app.ts';
import { dcsaError } from './dcsa-error.ts';
import { dcsaEvent, type DcsaEvent } from './event-schemas.ts';
import { dcsaTrackAndTrace2 } from './facade.ts';
import { eventUuid } from '../events/event-id.ts';
import { BILL, BOOKING, BOX, contextOf, houseView, manyViews, OTHER_BOX, sampleViews } from '../events/testing/sample-context.ts'; // prettier-ignore

const facades = [dcsaTrackAndTrace2];
const app = appFor(() => contextOf(sampleViews([houseView()])));

function appFor(context: () => Context) {
  return createRestApp(facades, context);
}

async function list(query: string, through = app) {
  const response = await through.request(query.startsWith('/') ? query : `/v2/events?${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  expect(response.headers.get('api-version')).toBe('2.2.0');
  const events = (await response.json()) as DcsaEvent[];
  for (const event of events) expect(dcsaEvent.parse(event)).toEqual(event);
  return { events, headers: response.headers };
}

const brief = (events: readonly DcsaEvent[]) =>
  events.map((event) =>
    event.eventType === 'EQUIPMENT'
      ? event.equipmentEventTypeCode
      : event.eventType === 'TRANSPORT'
        ? event.transportEventTypeCode
        : `${event.documentTypeCode}+${event.shipmentEventTypeCode}`,
  );
const ofSea = ['ARRI', 'BKG+CONF', 'CUS+RELS', 'GTIN', 'LOAD', 'DEPA', 'TRD+ISSU', 'DISC'];

describe('events', () => {
  it.each([
    ['', ['ARRI', 'BKG+CONF', 'DEPA', 'CUS+RELS', 'GTIN', 'LOAD', 'DEPA', 'TRD+ISSU', 'DISC']],
    ['eventType=SHIPMENT', ['BKG+CONF', 'CUS+RELS', 'TRD+ISSU']],
    ['eventType=SHIPMENT,TRANSPORT&sort=eventType:DESC', ['ARRI', 'DEPA', 'DEPA', 'CUS+RELS', 'TRD+ISSU', 'BKG+CONF']],
    ['shipmentEventTypeCode=RELS,CONF', ['BKG+CONF', 'CUS+RELS']],
    ['documentTypeCode=TRD', ['TRD+ISSU']],
    [`carrierBookingReference=${BOOKING}`, ofSea],
    [`bookingReference=${BOOKING}`, ofSea],
    [`transportDocumentReference=${BILL}`, ofSea],
    [`transportDocumentReference=${BILL.slice(4)}`, ofSea],
    ['transportDocumentReference=NBHX0001', ['GTIN', 'LOAD', 'DEPA']],
    ['transportDocumentReference=MAEU0000000', []],
    ['transportEventTypeCode=DEPA', ['DEPA', 'DEPA']],
    ['vesselIMONumber=9321483', ['ARRI']],
    ['exportVoyageNumber=114S', ['GTIN', 'LOAD', 'DEPA']],
    ['carrierVoyageNumber=114S', ['GTIN', 'LOAD', 'DEPA']],
    ['carrierServiceCode=FE1', []],
    ['UNLocationCode=CNNBO', ['GTIN', 'LOAD', 'DEPA']],
    ['equipmentEventTypeCode=LOAD,DISC', ['LOAD', 'DISC']],
    [`equipmentReference=${OTHER_BOX}`, ['DEPA']],
    [`equipmentReference=${BOX}&eventType=EQUIPMENT`, ['GTIN', 'LOAD', 'DISC']],
    ['eventCreatedDateTime=2026-10-25T14:48:00Z', ['LOAD']],
    ['eventCreatedDateTime:eq=2026-10-25T22:48:00%2B08:00', ['LOAD']],
    ['eventCreatedDateTime:gte=2026-10-25T22:48:00+08:00&eventCreatedDateTime:lt=2026-10-26T12:00:00+08:00', ['LOAD', 'DEPA']],
    ['eventCreatedDateTime:gt=2026-10-25T14:48:00Z&eventCreatedDateTime:lte=2026-10-26T04:00:00Z', ['DEPA', 'TRD+ISSU']],
    ['shipmentEventTypeCode=DRFT&equipmentEventTypeCode=GTIN', []],
    ['eventType=SHIPMENT,EQUIPMENT&equipmentEventTypeCode=GTIN', ['GTIN']],
    ['transportDocumentID=3cecb101-7a1a-43a4-9d62-e88a131651e2', []],
    ['sort=eventDateTime:DESC&eventType=EQUIPMENT', ['DISC', 'LOAD', 'GTIN']],
    ['sort=equipmentReference,eventDateTime&limit=2', ['GTIN', 'BKG+CONF']],
  ])('%s', async (query, expected) => {
    const { events } = await list(query);
    if (query.startsWith('sort=equipmentReference')) expect(events).toHaveLength(2);
    else if (query.includes('sort=eventType')) expect(brief(events).slice(0, 3).sort()).toEqual(['ARRI', 'DEPA', 'DEPA']);
    else expect(brief(events)).toEqual(expected);
  }); // prettier-ignore

  it('at one call are found by its id, and each by its own', async () => {
    const { events } = await list('equipmentEventTypeCode=LOAD');
    const [load] = events;
    const call = load?.eventType === 'EQUIPMENT' ? load.transportCall?.transportCallID : null;
    expect(brief((await list(`transportCallID=${call}`)).events)).toEqual(['GTIN', 'LOAD', 'DEPA']);
    const response = await app.request(`/v2/events/${load?.eventID}`);
    expect(await response.json()).toEqual(load);
  });

  it('tell a box as it was at the move before, where a terminal leaves that out', async () => {
    const { events } = await list('equipmentEventTypeCode=LOAD');
    expect(events).toMatchObject([
      { emptyIndicatorCode: 'LADEN', eventDateTime: '2026-10-25T22:48:00+08:00' },
    ]);
  });

  it('of a bill name its booking and all its boxes', async () => {
    const { events } = await list('documentTypeCode=TRD');
    expect(events).toMatchObject([
      {
        documentID: BILL,
        documentReferences: [
          { documentReferenceType: 'BKG', documentReferenceValue: BOOKING },
          { documentReferenceType: 'TRD', documentReferenceValue: BILL },
        ],
        references: [{ referenceType: 'EQ', referenceValue: BOX }],
      },
    ]);
  });
});

describe('an event that went', () => {
  const paper = `MASTER_BILL:${BILL}` as const;
  const sea = sampleViews()[0]?.facts;
  const loaded = sea?.claims.find(({ event }) => event.code === 'LOADED')?.id ?? '';
  const early = told('TERMINAL', 'LOADED', '2026-10-25 21:48', ningbo, { box: BOX, paper });
  const never = told('TERMINAL', 'GATED_OUT', '2026-10-25 20:00', ningbo, { box: BOX, paper });
  const shipment = sea?.shipmentId ?? '';
  const gone = [
    { shipment, claim: early, at: '2026-11-05T08:00:00Z', instead: [loaded] },
    { shipment, claim: never, at: '2026-11-05T08:00:00Z' },
  ];
  const through = appFor(() => contextOf(sampleViews(), 'ALL', gone));

  it('is in no list, and says at its address when it went, and what is told in its place', async () => {
    expect(brief((await list('limit=100', through)).events)).toEqual(brief((await list('limit=100')).events));
    const response = await through.request(`/v2/events/${eventUuid(shipment, early.id)}`);
    expect(response.status).toBe(410);
    expect(dcsaError.parse(await response.json()).errors).toEqual([{ reason: 'gone', message: expect.stringContaining('2026-11-05T08:00:00Z') as string }]);
    const next = /^<([^>]+)>; rel="successor-version"$/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
    expect(dcsaEvent.parse(await (await through.request(next)).json())).toMatchObject({ equipmentEventTypeCode: 'LOAD', eventDateTime: '2026-10-25T22:48:00+08:00' });
    const other = await through.request(`/v2/events/${eventUuid(shipment, never.id)}`);
    expect([other.status, other.headers.get('link')]).toEqual([410, null]);
  });

  it('never was for whoever does not see its cargo', async () => {
    const member = appFor(() => contextOf(sampleViews(), ['SHIPMENT:shp_bbbbbbbbbbbbbbbb'], gone));
    expect((await member.request(`/v2/events/${eventUuid(shipment, early.id)}`)).status).toBe(404);
  });

  it('stood as of an instant before it went, and what is told in its place was not known by then', async () => {
    const ask = (id: string, asOf: string) => through.request(`/v2/events/${eventUuid(shipment, id)}?asOf=${asOf}`);
    const then = await ask(early.id, '2026-11-01T00:00:00Z');
    expect([then.status, dcsaEvent.parse(await then.json())]).toMatchObject([200, { equipmentEventTypeCode: 'LOAD', eventDateTime: '2026-10-25T21:48:00+08:00' }]);
    const since = await ask(early.id, '2026-11-06T08:00:00%2B08:00');
    expect([since.status, since.headers.get('link')]).toEqual([410, `</v2/events/${eventUuid(shipment, loaded)}?asOf=2026-11-06T00:00:00.000Z>; rel="successor-version"`]);
    expect((await ask(loaded, '2026-10-25T14:47:59Z')).status).toBe(404);
    expect((await ask(loaded, '2026-10-25T14:48:00Z')).status).toBe(200);
  });

  it('of an instant is told with the rights of today', async () => {
    const member = appFor(() => contextOf(sampleViews(), ['SHIPMENT:shp_bbbbbbbbbbbbbbbb'], gone));
    expect((await member.request(`/v2/events/${eventUuid(shipment, early.id)}?asOf=2026-11-01T00:00:00Z`)).status).toBe(404);
  });
}); // prettier-ignore

describe('whoever may see some', () => {
  const own = 'shp_bbbbbbbbbbbbbbbb';
  const member = appFor(() => contextOf(sampleViews([houseView()]), [`SHIPMENT:${own}`]));

  it('is told of those alone, whatever is asked', async () => {
    expect(brief((await list('', member)).events)).toEqual(['DEPA']);
    expect((await list(`transportDocumentReference=${BILL}`, member)).events).toEqual([]);
    const [hidden] = (await list('documentTypeCode=TRD')).events;
    expect((await member.request(`/v2/events/${hidden?.eventID}`)).status).toBe(404);
  });

  it('of a house is told of the house, where the master is another’s', async () => {
    const ofHouse = appFor(() => contextOf(sampleViews([houseView()]), ['SHIPMENT:shp_cccccccccccccccc']));
    const { events } = await list('', ofHouse);
    expect(brief(events)).toEqual(['GTIN', 'LOAD', 'DEPA']);
    expect(events[0]?.documentReferences).toEqual([
      { documentReferenceType: 'TRD', documentReferenceValue: 'NBHX0001' },
    ]);
  });
});

it('whoever has an answer already is told that it stands', async () => {
  const first = await app.request('/v2/events?eventType=EQUIPMENT');
  const tag = first.headers.get('etag') ?? '';
  const ask = (query: string) => app.request(`/v2/events?${query}`, { headers: { 'if-none-match': tag } });
  const again = await ask('eventType=EQUIPMENT');
  expect([again.status, await again.text(), again.headers.get('api-version')]).toEqual([304, '', '2.2.0']);
  expect((await ask('eventType=SHIPMENT')).status).toBe(200);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
});

describe('pages', () => {
  it.each(['', '&sort=eventDateTime:DESC', '&eventType=EQUIPMENT'])('follow each other to the end %s', async (rest) => {
    const { events: all } = await list(`limit=100${rest}`);
    const seen: DcsaEvent[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(`limit=2${rest}${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.headers.get('current-page')).not.toBeNull();
      seen.push(...page.events);
      cursor = page.headers.get('next-page-cursor');
      expect(page.headers.get('next-page')).toBe(cursor && `/v2/events?cursor=${cursor}`);
    } while (cursor);
    expect(seen).toEqual(all);
  }); // prettier-ignore

  it('lead back, to the first and to the last', async () => {
    const first = await list('limit=4&sort=eventDateTime');
    const second = await list(first.headers.get('next-page') ?? '');
    expect((await list(second.headers.get('prev-page') ?? '')).events).toEqual(first.events);
    expect((await list(second.headers.get('first-page') ?? '')).events).toEqual(first.events);
    expect((await list(second.headers.get('current-page') ?? '')).events).toEqual(second.events);
    const last = await list(first.headers.get('last-page') ?? '');
    expect(last.events).toHaveLength(1);
    expect(last.headers.get('next-page')).toBeNull();
  });

  it('of more shipments than are sorted at once have each event once', async () => {
    const many = appFor(() => contextOf(manyViews(600)));
    const seen = new Set<string>();
    let path: string | null = '/v2/events?limit=70';
    for (let pages = 0; path !== null && pages < 20; pages += 1) {
      const page: Awaited<ReturnType<typeof list>> = await list(path, many);
      for (const { eventID } of page.events) seen.add(eventID);
      path = page.headers.get('next-page');
    }
    expect(path).toBeNull();
    expect(seen.size).toBe(600);
  });

  it('end after so many shipments, however few of their events match', async () => {
    const many = appFor(() => contextOf(manyViews(600)));
    const first = await list('equipmentEventTypeCode=LOAD', many);
    expect(first.events).toEqual([]);
    expect(first.headers.get('next-page-cursor')).not.toBeNull();
  });
});

describe('a request that cannot be answered', () => {
  const cursorOfOther = async () =>
    (await list('limit=2&eventType=EQUIPMENT')).headers.get('next-page-cursor');
  it.each([
    ['eventType=INVALID_SHIPMENT_EVENT', 'invalidParameter'],
    ['eventType=', 'invalidParameter'],
    ['eventType=shipment', 'invalidParameter'],
    ['shipmentEventTypeCode=INVALID', 'invalidParameter'],
    ['documentTypeCode=INVALID', 'invalidParameter'],
    ['transportEventTypeCode=ARRV', 'invalidParameter'],
    ['equipmentEventTypeCode=GTIN,FOO', 'invalidParameter'],
    ['eventType=SHIPMENT&transportEventTypeCode=ARRI', 'invalidQuery'],
    ['eventType=TRANSPORT&shipmentEventTypeCode=DRFT', 'invalidQuery'],
    ['eventType=EQUIPMENT&shipmentEventTypeCode=DRFT', 'invalidQuery'],
    ['eventType=SHIPMENT&vesselIMONumber=9074729', 'invalidQuery'],
    ['limit=0', 'invalidParameter'],
    ['limit=-1', 'invalidParameter'],
    ['limit=ten', 'invalidParameter'],
    ['limit=1.5', 'invalidParameter'],
    ['limit=99999999999', 'invalidParameter'],
    ['cursor=abc', 'invalidParameter'],
    ['asOf=2026-10-25', 'invalidParameter'],
    ['asOf=2027-01-01T00:00:00Z', 'invalidParameter'],
    ['cursor=', 'invalidParameter'],
    ['sort=somewhere', 'invalidParameter'],
    ['sort=eventDateTime:UP', 'invalidParameter'],
    ['eventCreatedDateTime=yesterday', 'invalidParameter'],
    ['eventCreatedDateTime:gte=2026-10-25', 'invalidParameter'],
    ['eventCreatedDateTime:gte=2026-02-30T00:00:00Z', 'invalidParameter'],
    ['eventCreatedDateTime:after=2026-10-25T00:00:00Z', 'invalidQuery'],
    ['vesselIMONumber=90747290', 'invalidParameter'],
    ['UNLocationCode=CNNBOX', 'invalidParameter'],
    ['carrierBookingReference=', 'invalidParameter'],
    ['transportDocumentRefrence=COSU6400000017', 'invalidQuery'],
  ])('%s', async (query, reason) => {
    await refused(`/v2/events?${query}`, 400, reason);
  });

  it('has a cursor of another list, or one that was changed', async () => {
    const cursor = await cursorOfOther();
    await refused(`/v2/events?cursor=${cursor}&eventType=SHIPMENT`, 400, 'invalidQuery');
    await refused(`/v2/events?cursor=x${cursor}`, 400, 'invalidParameter');
    expect((await list(`cursor=${cursor}`)).events).toHaveLength(1);
  });

  it('wants another version', async () => {
    const response = await app.request('/v2/events', { headers: { 'API-Version': '1' } });
    expect(response.status).toBe(400);
    expect((await app.request('/v2/events', { headers: { 'API-Version': '2' } })).status).toBe(200);
  });

  it.each([
    ['/v2/events/not-a-uuid', 400, 'invalidParameter'],
    ['/v2/events/3cecb101-7a1a-43a4-9d62-e88a131651e2', 404, 'notFound'],
    ['/v2/events/3cecb101-7a1a-43a4-9d62-e88a131651e2?asOf=2026-10-25', 400, 'invalidParameter'],
    [
      '/v2/events/3cecb101-7a1a-43a4-9d62-e88a131651e2?asOf=2026-10-25T00:00:00Z&asOf=',
      400,
      'invalidParameter',
    ],
    ['/v2/events/3cecb101-7a1a-43a4-9d62-e88a131651e2?asOf=2027-01-01T00:00:00Z', 400, 'invalidParameter'],
    ['/v2/events/3cecb101-7a1a-43a4-9d62-e88a131651e2?asOf=2020-01-01T00:00:00Z', 400, 'invalidParameter'],
    ['/v2/nothing', 404, 'notFound'],
  ])('%s', (path, status, reason) => refused(path, status, reason));

  it('comes from nobody', async () => {
    const closed = createRestApp(facades, () => null);
    const response = await closed.request('/v2/events');
    expect(response.status).toBe(401);
    expect(response.headers.get('api-version')).toBe('2.2.0');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(dcsaError.parse(await response.json())).toMatchObject({ errors: [{ reason: 'unauthenticated' }] });
    expect((await closed.request('/openapi.json')).headers.get('content-type')).toBe(
      'application/problem+json',
    );
  });

  it('would change what is only read', async () => {
    const response = await app.request('/v2/events', { method: 'POST', body: '[]' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  async function refused(path: string, status: number, reason: string): Promise<void> {
    const response = await app.request(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('api-version')).toBe('2.2.0');
    const body = dcsaError.parse(await response.json());
    expect(body).toMatchObject({ httpMethod: 'GET', statusCode: status });
    expect(body.errors.map((error) => error.reason)).toContain(reason);
  }
});

describe('the OpenAPI document', () => {
  const document = openApiDocument(app, facades);

  it('describes all requests, with every filter', () => {
    const described = Object.entries(document.paths ?? {}).map(([path, methods]) => [path, ...Object.keys(methods).sort()].join(' ')); // prettier-ignore
    expect(described).toEqual([
      '/v2/events get',
      '/v2/events/{eventID} get',
      '/v2/event-subscriptions get post',
      '/v2/event-subscriptions/{subscriptionID} delete get put',
      '/v2/event-subscriptions/{subscriptionID}/secret put',
    ]);
    const callback = document.paths?.['/v2/event-subscriptions']?.post?.callbacks;
    expect(Object.keys(callback ?? {})).toEqual(['event']);
    const namesOf = (path: string) => (document.paths?.[path]?.get?.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : null)); // prettier-ignore
    expect(namesOf('/v2/events/{eventID}')).toEqual(['eventID', 'asOf', 'API-Version']);
    const names = namesOf('/v2/events');
    expect(names).toEqual(
      expect.arrayContaining(['eventType', 'transportDocumentReference', 'eventCreatedDateTime:gte', 'limit', 'cursor', 'sort', 'API-Version']),
    ); // prettier-ignore
  });

  it('is served', async () => {
    const response = await app.request('/openapi.json');
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });
});
