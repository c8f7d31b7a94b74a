import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EpcisEvent } from '../src/epcis/epcis-event.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { ANCHOR, startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

const START_MS = 300_000;
const QUERIES = '/epcis/v2/queries';
const BOX = 'urn:epc:id:bic:CBHU3804175';
const GATED_OUT = 'urn:throughline:step:GATED_OUT';
const QUERY = { eventType: ['ObjectEvent'], EQ_bizStep: [GATED_OUT], MATCH_epc: [BOX] };
let system: SampleSystem;
const receivers: WebhookReceiver[] = [];
beforeAll(async () => {
  system = await startSampleSystem();
}, START_MS);
afterEach(async () => {
  const queries = await json<{ name: string }[]>(await ask(QUERIES));
  for (const { name } of queries) await ask(`${QUERIES}/${name}`, 'DELETE');
  for (const one of receivers.splice(0)) await one.close();
});
afterAll(() => system.stop());

function ask(path: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers } };
  return fetch(new URL(path, system.url), body === undefined ? init : { ...init, body: JSON.stringify(body) });
} // prettier-ignore

async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

interface QueryDocument {
  readonly epcisBody: {
    readonly queryResults: {
      readonly queryName: string;
      readonly subscriptionID?: string;
      readonly resultsBody: { readonly eventList: EpcisEvent[] };
    };
  };
}
const eventsIn = ({ epcisBody }: QueryDocument) => epcisBody.queryResults.resultsBody.eventList;

/** All pages of a list of events. */
async function list(path: string): Promise<EpcisEvent[]> {
  const events: EpcisEvent[] = [];
  for (let at: string | undefined = path; at !== undefined;) {
    const response = await ask(at);
    expect(response.status, at).toBe(200);
    events.push(...eventsIn(await json<QueryDocument>(response)));
    at = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return events;
}

const ids = (events: readonly EpcisEvent[]) => events.map(({ eventID }) => eventID).sort();

describe('a named query', () => {
  it('is kept, told, asked page by page, and forgotten', async () => {
    const query = { eventType: ['AggregationEvent'], EQ_action: ['ADD', 'DELETE'] };
    const made = await ask(QUERIES, 'POST', { name: 'aboard', query });
    expect([made.status, made.headers.get('location'), await made.json()]).toEqual([201, `${QUERIES}/aboard`, { name: 'aboard', query }]);
    await ask(QUERIES, 'POST', { name: 'boxes', query: { EQ_eventID: ['urn:uuid:3cecb101-7a1a-43a4-9d62-e88a131651e2'] } });
    expect(await json(await ask(`${QUERIES}/aboard`))).toEqual({ name: 'aboard', query });
    const first = await ask(`${QUERIES}?perPage=1`);
    expect((await json<{ name: string }[]>(first)).map(({ name }) => name)).toEqual(['aboard']);
    const next = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect((await json<{ name: string }[]>(await ask(next))).map(({ name }) => name)).toEqual(['boxes']);

    const same = await list('/epcis/v2/events?eventType=AggregationEvent&EQ_action=ADD|DELETE&perPage=1000');
    expect(same.length).toBeGreaterThan(5);
    expect(ids(await list(`${QUERIES}/aboard/events?perPage=3`))).toEqual(ids(same));
    const document = await json<QueryDocument>(await ask(`${QUERIES}/aboard/events`));
    expect(document.epcisBody.queryResults.queryName).toBe('aboard');
    expect(await list(`${QUERIES}/boxes/events`)).toEqual([]);

    expect((await ask(`${QUERIES}/aboard`, 'DELETE')).status).toBe(204);
    for (const path of ['aboard', 'aboard/events', 'aboard/subscriptions']) expect((await ask(`${QUERIES}/${path}`)).status, path).toBe(404);
  });

  it.each([
    ['the same name', { name: 'one', query: QUERY }, 409, 'ResourceAlreadyExistsException'],
    ['a name of the standard', { name: 'SimpleEventQuery', query: QUERY }, 409, 'ResourceAlreadyExistsException'],
    ['an unknown parameter', { name: 'two', query: { GE_eventDate: '2026-01-01T00:00:00Z' } }, 400, 'QueryValidationException'],
    ['a wrong value', { name: 'two', query: { EQ_action: ['SHIPPED'] } }, 400, 'QueryValidationException'],
    ['one value where a list stands', { name: 'two', query: { EQ_action: 'ADD' } }, 400, 'QueryValidationException'],
    ['no name', { query: QUERY }, 400, 'ValidationException'],
  ])('is refused with %s', async (_, body, status, exception) => {
    await ask(QUERIES, 'POST', { name: 'one', query: QUERY });
    const response = await ask(QUERIES, 'POST', body);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ type: `epcisException:${exception}`, status });
  });

  it('says what may be done with it', async () => {
    const allowed = async (path: string) => (await ask(path, 'OPTIONS')).headers.get('allow');
    expect(await allowed(QUERIES)).toBe('OPTIONS, POST, GET');
    expect(await allowed(`${QUERIES}/one`)).toBe('OPTIONS, DELETE, GET');
    expect(await allowed(`${QUERIES}/one/events`)).toBe('OPTIONS, GET');
    expect(await allowed(`${QUERIES}/one/subscriptions`)).toBe('OPTIONS, POST, GET');
    expect(await allowed(`${QUERIES}/one/subscriptions/1`)).toBe('OPTIONS, DELETE, GET');
    expect((await ask(QUERIES, 'PUT', {})).status).toBe(405);
    await ask(QUERIES, 'POST', { name: 'one', query: QUERY });
    const overHttp = await ask(`${QUERIES}/one/events?stream=true`);
    expect([overHttp.status, overHttp.headers.get('upgrade')]).toEqual([426, 'websocket']);
    expect((await ask(`${QUERIES}/one/events?stream=true&hour=1`)).status).toBe(400);
  });
}); // prettier-ignore

describe('a subscription', () => {
  async function subscribe(more: object = { stream: true, signatureToken: 'a token of mine' }, answer = 200) {
    const receiver = await openWebhookReceiver(() => answer);
    receivers.push(receiver);
    await ask(QUERIES, 'POST', { name: 'gone', query: QUERY });
    const made = await ask(`${QUERIES}/gone/subscriptions`, 'POST', { dest: `${receiver.url}/queryCallback`, ...more });
    const body = await json<{ subscriptionID: string }>(made);
    expect(made.status, JSON.stringify(body)).toBe(201);
    return { receiver, body, location: made.headers.get('location') ?? '' };
  }

  it('is called with what matches, signed, in the form of the standard, until it ends', async () => {
    const { receiver, body, location } = await subscribe();
    expect(body).toEqual({ subscriptionID: expect.any(String) as string, queryName: 'gone', dest: `${receiver.url}/queryCallback`, stream: true, createdAt: expect.any(String) as string, 'throughline:state': 'ENABLED' });
    expect(location).toBe(`${QUERIES}/gone/subscriptions/${body.subscriptionID}`);
    await system.deliver('ningbo-terminal', gateOut('CBHU3804220', '1601'));
    await system.deliver('ningbo-terminal', gateOut('CBHU3804175', '1602'));
    const [call] = await eventually('the call', () => (receiver.calls.length > 0 ? receiver.calls : null));
    expect(call).toMatchObject({ method: 'POST', path: '/queryCallback', headers: { 'content-type': 'application/json', 'gs1-epcis-version': '2.0.0', 'gs1-cbv-version': '2.0.0' } });
    const signature = createHmac('sha256', 'a token of mine').update(call?.body ?? '').digest('base64');
    expect(call?.headers['gs1-signature']).toBe(signature);
    const document = JSON.parse(call?.body ?? '') as QueryDocument;
    expect(document.epcisBody.queryResults).toMatchObject({ queryName: 'gone', subscriptionID: body.subscriptionID });
    const events = eventsIn(document);
    expect(events.map(({ epcList, bizStep }) => [epcList, bizStep])).toEqual([[[BOX], GATED_OUT]]);
    expect(await list(`${QUERIES}/gone/events`)).toEqual(expect.arrayContaining(events));
    const notified = await eventually('it is noted', async () => {
      const told = await json<{ lastNotifiedAt?: string }>(await ask(location));
      return told.lastNotifiedAt === undefined ? null : told;
    });
    expect(await json(await ask(`${QUERIES}/gone/subscriptions`))).toEqual([notified]);
    expect((await ask(location, 'DELETE')).status).toBe(204);
    expect((await ask(location)).status).toBe(404);
  });

  it('begins where it is told to, and without a token is not signed', async () => {
    const { receiver } = await subscribe({ stream: true, initialRecordTime: '2026-01-01T00:00:00Z' });
    const [call] = await eventually('the past', () => (receiver.calls.length > 0 ? receiver.calls : null));
    expect(call?.headers['gs1-signature']).toBeUndefined();
    const told = () => receiver.calls.flatMap(({ body }) => eventsIn(JSON.parse(body) as QueryDocument));
    const all = await list(`${QUERIES}/gone/events`);
    await eventually('all of it', () => (new Set(ids(told())).size >= all.length ? true : null));
    expect([...new Set(ids(told()))].sort()).toEqual(ids(all));
  });

  it('is called at its times, with what has come since or with nothing', async () => {
    const { receiver, body } = await subscribe({ schedule: { second: '0/2' }, reportIfEmpty: true });
    expect(body).toMatchObject({ schedule: { second: '0/2' }, reportIfEmpty: true });
    const documents = () => receiver.calls.map((call) => JSON.parse(call.body) as QueryDocument);
    await eventually('a call with nothing', () => (documents().some((one) => eventsIn(one).length === 0) ? true : null));
    await system.deliver('ningbo-terminal', gateOut('CBHU3804175', '1603', 'RECTIFIED'));
    const told = await eventually('a call with something', () => documents().find((one) => eventsIn(one).length > 0) ?? null);
    // The terminal had said another time before.
    expect(eventsIn(told).map(({ epcList, errorDeclaration }) => [epcList, errorDeclaration?.reason]).sort()).toEqual([[[BOX], undefined], [[BOX], 'incorrect_data']].sort());
  });

  it('is told that an event was replaced, by what, and asked for it the list says the same', async () => {
    const { receiver } = await subscribe();
    const told = () => receiver.calls.flatMap(({ body }) => eventsIn(JSON.parse(body) as QueryDocument));
    await system.deliver('ningbo-terminal', gateOut('CBHU3804175', '1610'));
    const first = await eventually('the first', () => told().find(({ eventTime }) => eventTime.includes('T16:10')) ?? null);
    await system.deliver('ningbo-terminal', gateOut('CBHU3804175', '1612', 'RECTIFIED'));
    const declared = await eventually('the declaration', () => told().find(({ eventID, errorDeclaration }) => eventID === first.eventID && errorDeclaration) ?? null);
    const second = await eventually('the second', () => told().find(({ eventTime }) => eventTime.includes('T16:12')) ?? null);
    const { errorDeclaration, recordTime, ...event } = declared;
    expect({ ...first, recordTime }).toEqual({ ...event, recordTime });
    expect(errorDeclaration).toEqual({ declarationTime: recordTime, reason: 'incorrect_data', correctiveEventIDs: [second.eventID] });
    const listed = await list(`${QUERIES}/gone/events`);
    expect(listed).toEqual(expect.arrayContaining([declared, second]));
    expect(listed.filter(({ eventID }) => eventID === first.eventID)).toEqual([declared]);
    expect(await list(`/epcis/v2/events?EXISTS_errorDeclaration&EQ_correctiveEventID=${second.eventID}`)).toContainEqual(declared);
    expect(await list(`/epcis/v2/events/${first.eventID}`)).toEqual([declared]);
  });

  it('is told that what was captured was taken back, also where nothing is left of its cargo', async () => {
    const box = 'TBJU4182505';
    const bill = 'urn:throughline:paper:MASTER_BILL:COSU6499999990';
    const receiver = await openWebhookReceiver(() => 200);
    receivers.push(receiver);
    await ask(QUERIES, 'POST', { name: 'bill', query: { EQ_bizTransaction_bol: [bill] } });
    await ask(`${QUERIES}/bill/subscriptions`, 'POST', { dest: receiver.url, stream: true });
    const told = () => receiver.calls.flatMap(({ body }) => eventsIn(JSON.parse(body) as QueryDocument));
    const said = {
      type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'departing', epcList: [`urn:epc:id:bic:${box}`], eventID: 'urn:uuid:3cecb101-7a1a-43a4-9d62-e88a131651e2',
      eventTime: '2026-11-21T16:20:00+08:00', eventTimeZoneOffset: '+08:00', readPoint: { id: 'https://vocabulary.uncefact.org/unlocode#CNNBO' },
      bizTransactionList: [{ type: 'bol', bizTransaction: bill }],
    };
    const capture = (event: object) => ask('/epcis/v2/capture', 'POST', { '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'], type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-21T08:31:00Z', epcisBody: { eventList: [event] } }, { authorization: `Bearer ${system.keyOf('sample-ocean-carrier')}` });
    expect((await capture(said)).status).toBe(202);
    const original = await eventually('the event', () => told()[0] ?? null);
    expect((await capture({ ...said, errorDeclaration: { declarationTime: '2026-11-21T16:30:00+08:00', reason: 'did_not_occur' } })).status).toBe(202);
    const declared = await eventually('the declaration', () => told().find(({ errorDeclaration }) => errorDeclaration) ?? null);
    expect(declared).toEqual({ ...original, recordTime: declared.recordTime, errorDeclaration: { declarationTime: declared.recordTime, reason: 'did_not_occur' } });
    expect(await list('/epcis/v2/events?EQ_errorReason=did_not_occur')).toContainEqual(declared);
    expect(await list(`/epcis/v2/events/${original.eventID}`)).toEqual([declared]);
    expect((await ask(`${QUERIES}/bill`, 'DELETE')).status).toBe(204);
  });

  it('is told that what was said of a ship was taken back of the cargo aboard, as lists and DCSA are', async () => {
    const bill = 'urn:throughline:paper:MASTER_BILL:COSU6412780350';
    const [aboard] = await list(`/epcis/v2/events?EQ_bizStep=loading&EQ_bizTransaction_bol=${bill}&orderBy=eventTime&orderDirection=DESC`);
    const at = (hours: number) => new Date(Date.parse(aboard?.eventTime ?? '') + hours * 3_600_000).toISOString();
    const voyage = { carrierVoyageNumber: aboard?.['throughline:voyage'] };
    const vesselTransport = { vesselIMONumber: aboard?.parentID?.split(':').at(-1) };
    const transportCall = { transportCallReference: 'LKCMB', modeOfTransport: 'VESSEL', exportVoyageNumberOrReference: voyage, importVoyageNumberOrReference: voyage, vesselTransport };
    const arrived = {
      eventID: 'never-called', eventDateTime: at(48), eventUpdatedDateTime: at(49), eventLocation: { UNLocationCode: 'LKCMB' },
      eventClassification: { eventType: 'TRANSPORT', eventClassifier: 'ACTUAL', transportEventType: 'ARRIVED' }, transportDetails: { transportCall },
    };
    const receiver = await openWebhookReceiver(() => 200);
    receivers.push(receiver);
    await ask(QUERIES, 'POST', { name: 'ship', query: { EQ_bizTransaction_bol: [bill], EQ_bizStep: ['arriving'] } });
    await ask(`${QUERIES}/ship/subscriptions`, 'POST', { dest: receiver.url, stream: true });
    const told = () => receiver.calls.flatMap(({ body }) => eventsIn(JSON.parse(body) as QueryDocument));
    await system.deliver('sample-ocean-carrier', JSON.stringify({ events: [arrived] }), new Date(Date.parse(ANCHOR) - 60_000).toISOString());
    const original = await eventually('the arrival', () => told().find(({ readPoint }) => readPoint?.id.endsWith('LKCMB')) ?? null);
    const back = { eventID: arrived.eventID, isRetracted: true, eventUpdatedDateTime: at(50), eventClassification: {} };
    await system.deliver('sample-ocean-carrier', JSON.stringify({ events: [back] }));
    const declared = await eventually('the declaration', () => told().find(({ errorDeclaration }) => errorDeclaration) ?? null);
    const recordTime = ANCHOR.replace('.000Z', 'Z');
    expect(declared).toEqual({ ...original, recordTime, errorDeclaration: { declarationTime: recordTime, reason: 'did_not_occur' } });
    expect(await list(`${QUERIES}/ship/events`)).toContainEqual(declared);
    expect(await list(`/epcis/v2/events/${original.eventID}`)).toEqual([declared]);
    expect(await list(`/epcis/v2/events?EXISTS_errorDeclaration&GE_recordTime=${recordTime}`)).toContainEqual(declared);
    const eventID = original.eventID.slice('urn:uuid:'.length);
    const { events } = await json<{ events: object[] }>(await ask(`/v3/events?eventTypes=TRANSPORT&eventUpdatedDateTimeMin=${recordTime}&limit=1000`));
    expect(events).toContainEqual(expect.objectContaining({ eventID, isRetracted: true, eventUpdatedDateTime: recordTime }));
    expect((await ask(`/v2/events/${eventID}`)).status).toBe(410);
  });

  it('ends with its query', async () => {
    const { location } = await subscribe();
    await ask(`${QUERIES}/gone`, 'DELETE');
    await ask(QUERIES, 'POST', { name: 'gone', query: QUERY });
    expect((await ask(location)).status).toBe(404);
    expect(await json(await ask(`${QUERIES}/gone/subscriptions`))).toEqual([]);
  });

  it.each([
    ['neither stream nor schedule', { dest: 'https://example.com/hook' }, 400, 'SubscriptionControlsException'],
    ['a private address', { dest: 'https://10.1.2.3/hook', stream: true }, 400, 'ValidationException'],
    ['no https', { dest: 'http://example.com/hook', stream: true }, 400, 'ValidationException'],
    ['a beginning that lies ahead', { dest: 'https://example.com/hook', stream: true, initialRecordTime: '2030-01-01T00:00:00Z' }, 400, 'SubscriptionControlsException'],
    ['no address', { stream: true }, 400, 'ValidationException'],
    ['stream and schedule', { dest: 'https://example.com/hook', stream: true, schedule: { hour: '1' } }, 400, 'SubscriptionControlsException'],
    ['no such hour', { dest: 'https://example.com/hook', schedule: { hour: '24' } }, 400, 'ValidationException'],
    ['a day that never comes', { dest: 'https://example.com/hook', schedule: { month: '2', dayOfMonth: '30' } }, 400, 'SubscriptionControlsException'],
  ])('is refused with %s', async (_, body, status, exception) => {
    await ask(QUERIES, 'POST', { name: 'gone', query: QUERY });
    const response = await ask(`${QUERIES}/gone/subscriptions`, 'POST', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ type: `epcisException:${exception}`, status });
  });
}); // prettier-ignore

describe('capture', () => {
  const event = {
    type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'departing', epcList: [BOX],
    eventTime: '2026-11-21T16:30:00+08:00', eventTimeZoneOffset: '+08:00',
    readPoint: { id: 'https://vocabulary.uncefact.org/unlocode#CNNBO' },
    bizTransactionList: [{ type: 'bol', bizTransaction: 'urn:throughline:paper:MASTER_BILL:COSU6415530971' }],
  }; // prettier-ignore
  const context = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'];
  const document = (eventList: readonly object[]) => ({ '@context': context, type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-21T08:31:00Z', epcisBody: { eventList } }); // prettier-ignore
  const asSender = () => ({ authorization: `Bearer ${system.keyOf('ningbo-terminal')}` });
  interface Job {
    readonly captureID: string;
    readonly running: boolean;
    readonly success: boolean;
    readonly errors: readonly unknown[];
  }

  it('takes documents under the address of the queries, and tells what became of them', async () => {
    const taken = await ask('/epcis/v2/capture', 'POST', document([event]), asSender());
    expect([taken.status, taken.headers.get('gs1-epcis-version'), taken.headers.get('gs1-capture-error-behaviour')]).toEqual([202, '2.0.0', 'rollback']);
    const location = taken.headers.get('location') ?? '';
    const job = await eventually('the job', async () => {
      const told = await json<Job>(await ask(location, 'GET', undefined, asSender()));
      return told.running ? null : told;
    });
    expect(job).toMatchObject({ success: true, errors: [] });
    const jobs = await json<Job[]>(await ask('/epcis/v2/capture?perPage=5', 'GET', undefined, asSender()));
    expect(jobs[0]?.captureID).toBe(job.captureID);
    const steps = async () => (await list(`/epcis/v2/events?MATCH_anyEPC=${BOX}&GE_eventTime=2026-11-21T16:30:00%2B08:00`)).map(({ bizStep }) => bizStep);
    await eventually('it is told', async () => ((await steps()).includes('departing') ? true : null));

    const one = await ask('/epcis/v2/events', 'POST', { '@context': context, ...event, eventTime: '2026-11-21T16:31:00+08:00' }, asSender());
    expect(one.status).toBe(202);
    expect(one.headers.get('location')).toMatch(/^\/epcis\/v2\/capture\//);
  });

  it('takes what can be taken where its sender says so, and else nothing of what has an error', async () => {
    const events = [{ ...event, eventTime: '2026-11-21T16:40:00+08:00' }, { ...event, eventTime: 'yesterday' }];
    const capture = async (behaviour: string) => {
      const taken = await ask('/epcis/v2/capture', 'POST', document(events), { ...asSender(), 'gs1-capture-error-behaviour': behaviour });
      expect(taken.headers.get('gs1-capture-error-behaviour')).toBe(behaviour);
      return eventually('the job', async () => {
        const told = await json<Job>(await ask(taken.headers.get('location') ?? '', 'GET', undefined, asSender()));
        return told.running ? null : told;
      });
    };
    const times = async () => (await list(`/epcis/v2/events?MATCH_anyEPC=${BOX}&GE_eventTime=2026-11-21T16:40:00%2B08:00`)).length;
    expect(await capture('rollback')).toMatchObject({ success: false, captureErrorBehaviour: 'rollback' });
    expect(await times()).toBe(0);
    expect(await capture('proceed')).toMatchObject({ success: false, captureErrorBehaviour: 'proceed' });
    await eventually('it is told', async () => ((await times()) > 0 ? true : null));
  });

  it('answers by the standard whom it does not take', async () => {
    const refused = async (response: Response) => [response.status, (await json<{ type: string }>(response)).type];
    expect(await refused(await ask('/epcis/v2/capture', 'POST', document([event])))).toEqual([401, 'epcisException:SecurityException']);
    // However much he sends.
    expect(await refused(await ask('/epcis/v2/capture', 'POST', document(Array.from({ length: 20_000 }, () => event)), { authorization: 'Bearer none' }))).toEqual([401, 'epcisException:SecurityException']);
    expect(await refused(await ask('/epcis/v2/capture', 'POST', {}, { ...asSender(), 'content-type': 'text/plain' }))).toEqual([415, 'epcisException:UnsupportedMediaTypeException']);
    expect(await refused(await ask('/epcis/v2/capture', 'POST', {}, { ...asSender(), 'gs1-capture-error-behaviour': 'maybe' }))).toEqual([400, 'epcisException:ValidationException']);
    expect(await refused(await ask('/epcis/v2/capture/none', 'GET', undefined, asSender()))).toEqual([404, 'epcisException:NoSuchNameException']);
    const options = await ask('/epcis/v2/capture', 'OPTIONS');
    const [allow, newest, behaviour] = ['allow', 'gs1-epcis-max', 'gs1-capture-error-behaviour'].map((name) => options.headers.get(name));
    expect([options.status, allow, newest, behaviour]).toEqual([204, 'OPTIONS, POST, GET', '2.0.0', 'rollback']);
  });
}); // prettier-ignore
