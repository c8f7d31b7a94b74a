import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { BILL, BOX, contextOf, houseView, manyViews, OTHER_BOX, sampleViews } from '../events/testing/sample-context.ts'; // prettier-ignore
import type { ShipmentThen } from '../journey/as-of/as-of-loader.ts';
import { tooLarge } from '../journey/as-of/as-of-refusals.ts';
import { createRestApp } from '../rest/rest-app.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { epcisQueries } from './facade.ts';

const app = appFor(() => contextOf(sampleViews([houseView()])));

function appFor(context: () => Context) {
  return createRestApp([epcisQueries], context);
}

async function list(path: string, through = app): Promise<{ events: EpcisEvent[]; next: string | null }> {
  const response = await through.request(path.startsWith('/') ? path : `/epcis/v2/events?${path}`);
  expect(response.status, await response.clone().text()).toBe(200);
  expect(response.headers.get('gs1-epcis-version')).toBe('2.0.0');
  const body = (await response.json()) as {
    type: string;
    epcisBody: { queryResults: { resultsBody: { eventList: EpcisEvent[] } } };
  };
  expect(body.type).toBe('EPCISQueryDocument');
  const link = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '');
  return { events: body.epcisBody.queryResults.resultsBody.eventList, next: link?.[1] ?? null };
}

const brief = (events: readonly EpcisEvent[]) =>
  events.map(({ type, bizStep }) => `${type.replace('Event', '')} ${bizStep?.split(':').at(-1)}`);
const bic = (box: string) => `urn:epc:id:bic:${box}`;
const bill = encodeURIComponent(`urn:throughline:paper:MASTER_BILL:${BILL}`);
const SEA = ['Transaction BOOKING_CONFIRMED', 'Transaction DECL_RELEASED', 'Transaction MANIFEST_ACCEPTED', 'Object GATED_IN', 'Aggregation loading', 'Transaction departing', 'Transaction BL_ISSUED', 'Aggregation unloading']; // prettier-ignore

describe('events', () => {
  it.each([
    [`EQ_bizTransaction_bol=${bill}`, SEA],
    [`EQ_bizTransaction_bol=${encodeURIComponent(`https://erp.example.com/bol/${BILL.slice(4)}`)}`, []],
    [`eventType=ObjectEvent|AggregationEvent&MATCH_anyEPC=${bic(BOX)}`, ['Object GATED_IN', 'Aggregation loading', 'Aggregation unloading']],
    [`MATCH_epc=${bic(OTHER_BOX)}`, ['Object departing']],
    [`MATCH_epc=urn:epc:idpat:bic:TBJU*`, ['Object departing']],
    ['MATCH_parentID=urn:epc:id:imovn:9074729', ['Aggregation loading', 'Aggregation unloading']],
    ['EQ_bizStep=loading|unloading', ['Aggregation loading', 'Aggregation unloading']],
    ['EQ_bizStep=urn:epcglobal:cbv:bizstep:loading', ['Aggregation loading']],
    ['EQ_bizStep=https://ref.gs1.org/cbv/BizStep-loading', ['Aggregation loading']],
    ['EQ_bizStep=urn:throughline:step:GATED_IN', ['Object GATED_IN']],
    ['EQ_action=DELETE', ['Aggregation unloading']],
    [`EQ_readPoint=${encodeURIComponent('https://vocabulary.uncefact.org/unlocode#SGSIN')}`, ['Aggregation unloading']],
    ['GE_eventTime=2026-10-26T06:00:00%2B08:00&LT_eventTime=2026-10-30T18:10:00%2B08:00', ['Transaction departing', 'Transaction BL_ISSUED']],
    ['GE_recordTime=2026-10-26T04:00:00Z', ['Transaction BL_ISSUED', 'Aggregation unloading']],
    ['orderBy=eventTime&orderDirection=ASC&eventCountLimit=2', ['Transaction BOOKING_CONFIRMED', 'Object departing']],
    ['orderBy=eventTime&eventCountLimit=1', ['Aggregation unloading']],
    ['EQ_disposition=in_transit', []],
    ['MATCH_epcClass=urn:epc:class:lgtin:4012345.012345.998877', []],
    ['EXISTS_errorDeclaration', []],
    ['GT_quantity=5', []],
    ['maxEventCount=20&EQ_action=DELETE', ['Aggregation unloading']],
    ['/epcis/v2/bizSteps/loading/events', ['Aggregation loading']],
    [`/epcis/v2/epcs/${encodeURIComponent(bic(OTHER_BOX))}/events`, ['Object departing']],
    ['/epcis/v2/eventTypes/ObjectEvent/events?orderBy=recordTime&orderDirection=ASC', ['Object departing', 'Object GATED_IN']],
  ])('%s', async (query, expected) => {
    const { events } = await list(query);
    expect(brief(events)).toEqual(expected);
  }); // prettier-ignore

  it('say in what a box is, where, under which papers, and in our words what a ship and code it is', async () => {
    const { events } = await list('EQ_bizStep=loading');
    expect(events).toEqual([
      expect.objectContaining({
        eventTime: '2026-10-25T22:48:00+08:00',
        eventTimeZoneOffset: '+08:00',
        action: 'ADD',
        parentID: 'urn:epc:id:imovn:9074729',
        childEPCs: [bic(BOX)],
        readPoint: { id: 'https://vocabulary.uncefact.org/unlocode#CNNBO' },
        bizTransactionList: expect.arrayContaining([
          { type: 'bol', bizTransaction: `urn:throughline:paper:MASTER_BILL:${BILL}` },
        ]),
        'throughline:code': 'LOADED',
        'throughline:vessel': 'KAPOK',
        'throughline:voyage': '114S',
      }),
    ]);
  });

  it('are found each by its id', async () => {
    const { events } = await list('');
    for (const event of events)
      expect((await list(`/epcis/v2/events/${encodeURIComponent(event.eventID)}`)).events).toEqual([event]);
    expect(new Set(events.map(({ eventID }) => eventID)).size).toBe(events.length);
  });

  it('come page by page, each once, sorted or not', async () => {
    for (const sort of ['', '&orderBy=eventTime', '&eventType=TransactionEvent']) {
      const all = (await list(`perPage=100${sort}`)).events;
      const seen: EpcisEvent[] = [];
      for (let at: string | null = `perPage=2${sort}`; at !== null;) {
        const page: Awaited<ReturnType<typeof list>> = await list(at);
        seen.push(...page.events);
        at = page.next;
      }
      expect(seen).toEqual(all);
    }
  });

  it('of many shipments come page by page, and a limit of all of them holds over pages', async () => {
    const many = appFor(() => contextOf(manyViews(600)));
    const seen = new Set<string>();
    for (let at: string | null = 'perPage=70&eventCountLimit=200'; at !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list(at, many);
      for (const { eventID } of page.events) seen.add(eventID);
      at = page.next;
    }
    expect(seen.size).toBe(200);
  });

  it('are told to whoever may see some of those alone', async () => {
    const own = appFor(() => contextOf(sampleViews([houseView()]), ['SHIPMENT:shp_bbbbbbbbbbbbbbbb']));
    expect(brief((await list('', own)).events)).toEqual(['Object departing']);
    expect((await list(`EQ_bizTransaction_bol=${bill}`, own)).events).toEqual([]);
    const [hidden] = (await list('EQ_bizStep=loading')).events;
    const response = await own.request(`/epcis/v2/events/${encodeURIComponent(hidden?.eventID ?? '')}`);
    expect(response.status).toBe(404);
  });
});

it('whoever has an answer already is told that it stands, later, too', async () => {
  let now = Date.parse('2026-11-07T00:00:00Z');
  const later = appFor(() => ({ ...contextOf(sampleViews()), now: () => (now += 60_000) }));
  const first = await later.request('/epcis/v2/events');
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await later.request('/epcis/v2/events', { headers })).status).toBe(304);
  expect((await later.request('/epcis/v2/events?EQ_action=ADD', { headers })).status).toBe(200);
});

describe('top-level resources', () => {
  it.each([
    ['eventTypes', 'EventTypeItemList', 'eventType', 'AggregationEvent'],
    ['epcs', 'EPCItemList', 'epc', bic(BOX)],
    ['bizSteps', 'BizStepItemList', 'bizStep', 'loading'],
    ['readPoints', 'ReadPointItemList', 'readPoint', 'https://vocabulary.uncefact.org/unlocode#CNNBO'],
  ])('%s list what there is, each with its events', async (name, type, field, value) => {
    const response = await app.request(`/epcis/v2/${name}`);
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ type, [field]: expect.arrayContaining([value]) });
    const sub = await app.request(`/epcis/v2/${name}/${encodeURIComponent(value)}`);
    expect(await sub.json()).toEqual(['events']);
    const { events } = await list(`/epcis/v2/${name}/${encodeURIComponent(value)}/events?perPage=100`);
    expect(events.length).toBeGreaterThan(0);
    expect((await app.request(`/epcis/v2/${name}/urn:nobody:knows`)).status).toBe(404);
  });

  it('list what there was at an instant, page by page, and say that what is too large to be looked back at is left out', async () => {
    const steps = async (through: typeof app, query: string) => {
      const response = await through.request(`/epcis/v2/bizSteps?${query}`);
      expect(response.status, await response.clone().text()).toBe(200);
      return { response, values: ((await response.json()) as { bizStep: string[] }).bizStep };
    };
    const then = 'asOf=2026-10-26T12:00:00Z';
    expect((await steps(app, '')).values).toContain('unloading');
    const { response, values } = await steps(app, then);
    expect(values).toEqual(expect.arrayContaining(['loading', 'departing']));
    expect(values).not.toContain('unloading');
    expect(response.headers.get('throughline-partial')).toBeNull();
    expect(await (await app.request(`/epcis/v2/bizSteps/loading?${then}`)).json()).toEqual(['events']);

    const many = appFor(() => contextOf([...manyViews(600), ...sampleViews()]));
    const read = async (query: string) => {
      const found = new Set<string>();
      let pages = 0;
      for (let at: string | null = query; at !== null; pages += 1) {
        const page: Awaited<ReturnType<typeof steps>> = await steps(many, at);
        for (const value of page.values) found.add(value);
        const link: string | undefined = /\?([^>]+)>; rel="next"/.exec(page.response.headers.get('link') ?? '')?.[1];
        at = link ?? null;
      }
      return { found: [...found].sort(), pages };
    };
    const all = await read(then);
    expect([all.found, all.pages > 1]).toEqual([values, true]);

    const large = appFor(() => {
      const context = contextOf(sampleViews());
      const load = ({ id, at }: ShipmentThen) =>
        id === 'shp_aaaaaaaaaaaaaaaa' ? Promise.reject(tooLarge(100)) : context.shipmentsThen.load({ id, at });
      return { ...context, shipmentsThen: { ...context.shipmentsThen, load, clear: () => undefined } as unknown as Context['shipmentsThen'] };
    });
    const cut = await steps(large, then);
    expect([cut.values, cut.response.headers.get('throughline-partial')]).toEqual([['departing'], 'AS_OF_TOO_LARGE']);
  }); // prettier-ignore

  it('say which versions are spoken', async () => {
    const response = await app.request('/epcis/v2/events', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('gs1-epcis-min')).toBe('2.0.0');
    expect(response.headers.get('allow')).toBe('OPTIONS, GET');
    expect(await (await app.request('/epcis/v2')).json()).toContain('events');
  });
});

it('the document of all requests describes each of them', async () => {
  const response = await app.request('/openapi.json');
  const { paths } = (await response.json()) as {
    paths: Record<string, { get: { parameters?: { name: string }[] } }>;
  };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/epcis/v2/events', '/epcis/v2/events/{eventID}', '/epcis/v2/epcs/{id}/events']),
  );
  const namesOf = (path: string) => paths[path]?.get.parameters?.map(({ name }) => name);
  expect(namesOf('/epcis/v2/events/{eventID}')).toEqual(['eventID', 'asOf']);
  expect(namesOf('/epcis/v2/bizSteps')).toEqual(['perPage', 'nextPageToken', 'asOf']);
  const names = namesOf('/epcis/v2/events');
  expect(names).toEqual(expect.arrayContaining(['GE_eventTime', 'MATCH_anyEPC', 'orderBy', 'nextPageToken']));
});

describe('a request that cannot be answered', () => {
  it.each([
    ['eventType=Event', 400, 'QueryParameterException'],
    ['GE_eventTime=yesterday', 400, 'QueryParameterException'],
    ['EQ_action=LOOK', 400, 'QueryParameterException'],
    ['EQ_readPoint=Ningbo', 400, 'QueryParameterException'],
    ['EQ_eventtime=2026-01-01T00:00:00Z', 400, 'QueryParameterException'],
    ['HASATTR_bizLocation_x=y', 400, 'QueryParameterException'],
    ['EQ_action=ADD&EQ_action=DELETE', 400, 'QueryParameterException'],
    ['perPage=0', 400, 'QueryParameterException'],
    ['nextPageToken=abc', 400, 'QueryParameterException'],
    ['asOf=2026-10-25', 400, 'QueryParameterException'],
    ['asOf=2027-01-01T00:00:00Z', 400, 'QueryParameterException'],
    ['/epcis/v2/bizSteps?asOf=2026-10-25', 400, 'QueryParameterException'],
    ['/epcis/v2/bizSteps?asOf=2027-01-01T00:00:00Z', 400, 'QueryParameterException'],
    ['/epcis/v2/bizSteps?asOf=2020-01-01T00:00:00Z', 400, 'QueryParameterException'],
    ['/epcis/v2/bizSteps?GE_eventTime=2026-10-25T00:00:00Z', 400, 'QueryParameterException'],
    ['/epcis/v2/bizSteps/loading?asOf=2027-01-01T00:00:00Z', 400, 'QueryParameterException'],
    ['/epcis/v2/bizSteps/unloading?asOf=2026-10-26T12:00:00Z', 404, 'NoSuchNameException'],
    ['orderBy=epc', 400, 'QueryParameterException'],
    ['orderDirection=UP', 400, 'QueryParameterException'],
    ['eventCountLimit=1&maxEventCount=1', 400, 'QueryParameterException'],
    ['maxEventCount=2', 413, 'QueryTooLargeException'],
    ['__proto__=1', 400, 'QueryParameterException'],
    ['/epcis/v2/bizSteps/loading/events?EQ_bizStep=unloading', 400, 'QueryParameterException'],
    ['/epcis/v2/eventTypes/Event/events', 404, 'NoSuchNameException'],
    ['/epcis/v2/events/urn:uuid:3cecb101-7a1a-43a4-9d62-e88a131651e2', 404, 'NoSuchNameException'],
    ['/epcis/v2/events/17', 404, 'NoSuchNameException'],
    ['/epcis/v2/events/17?asOf=2026-10-25', 400, 'QueryParameterException'],
    [
      '/epcis/v2/events/17?asOf=2026-10-25T00:00:00Z&asOf=2026-10-26T00:00:00Z',
      400,
      'QueryParameterException',
    ],
    ['/epcis/v2/events/17?asOf=2027-01-01T00:00:00Z', 400, 'QueryParameterException'],
    ['/epcis/v2/events/17?asOf=2020-01-01T00:00:00Z', 400, 'QueryParameterException'],
    ['/epcis/v2/nothing', 404, 'NoSuchNameException'],
    [`EQ_readPoint=urn:x:${'a'.repeat(9_000)}`, 414, 'URITooLongException'],
  ])('%s', async (path, status, exception) => {
    const response = await app.request(path.startsWith('/') ? path : `/epcis/v2/events?${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: `epcisException:${exception}`, status });
  });

  it.each([
    [{ accept: 'text/html' }, 406],
    [{ accept: 'application/ld+json' }, 200],
    [{ 'gs1-epcis-version': '1.2' }, 406],
    [{ 'gs1-epcis-version': '2.0.0' }, 200],
    [{ 'gs1-epc-format': 'Always_GS1_Digital_Link' }, 406],
    [{ 'gs1-epc-format': 'No_Preference' }, 200],
  ])('with %o: %i', async (headers, status) => {
    const response = await app.request('/epcis/v2/events', { headers: headers as Record<string, string> });
    expect(response.status).toBe(status);
  });

  it('comes from nobody', async () => {
    const response = await createRestApp([epcisQueries], () => null).request('/epcis/v2/events');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: 'epcisException:SecurityException' });
  });
});
