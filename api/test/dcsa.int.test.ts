import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dcsaError } from '../src/dcsa/dcsa-error.ts';
import { dcsaEvent, type DcsaEvent } from '../src/dcsa/event-schemas.ts';
import { SORT_FIELDS } from '../src/dcsa/query.ts';
import * as words from '../src/dcsa/vocabulary.ts';
import { requestsOf, type SpecRequest } from './testing/dcsa-requests.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
/** Hundreds of requests; a deadline, not a measure. */
const MANY_MS = 600_000;
let system: SampleSystem;
let base: string;
let all: readonly DcsaEvent[];
beforeAll(async () => {
  system = await startSampleSystem();
  base = new URL('/v2/events', system.url).href;
  all = await list('limit=1000');
}, START_MS);
afterAll(() => system.stop());

async function page(query: string): Promise<{ events: DcsaEvent[]; headers: Headers }> {
  const response = await fetch(query.startsWith('/') ? new URL(query, base) : `${base}?${query}`);
  expect(response.status, query).toBe(200);
  expect(response.headers.get('api-version')).toBe('2.2.0');
  expect(response.headers.get('current-page')).toContain('/v2/events?cursor=');
  return { events: (await response.json()) as DcsaEvent[], headers: response.headers };
}

/** All pages of a list. */
async function list(query: string): Promise<DcsaEvent[]> {
  const events: DcsaEvent[] = [];
  let at: string | null = query;
  while (at !== null) {
    const one: Awaited<ReturnType<typeof page>> = await page(at);
    events.push(...one.events);
    at = one.headers.get('next-page');
  }
  return events;
}

async function refused(query: string, status = 400, init: RequestInit = {}): Promise<readonly string[]> {
  const response = await fetch(query.startsWith('/') ? new URL(query, base) : `${base}?${query}`, init);
  expect(response.status, query).toBe(status);
  expect(response.headers.get('api-version')).toBe('2.2.0');
  const body = dcsaError.parse(await response.json());
  expect(body).toMatchObject({ httpMethod: init.method ?? 'GET', statusCode: status });
  return body.errors.map(({ reason }) => reason);
}

const ids = (events: readonly DcsaEvent[]) => events.map(({ eventID }) => eventID).sort();

describe('DCSA Track and Trace 2.2 of the sample world', () => {
  it('tells events of all three kinds, each in the form of the standard and under an id of its own', async () => {
    for (const event of all) expect(dcsaEvent.parse(event)).toEqual(event);
    expect(new Set(all.map(({ eventType }) => eventType))).toEqual(new Set(words.EVENT_TYPES));
    expect(all.length).toBeGreaterThan(100);
    expect(new Set(ids(all)).size).toBe(all.length);
    for (const event of all.filter((_, index) => index % 9 === 0)) {
      const response = await fetch(`${base}/${event.eventID}`);
      expect(response.headers.get('api-version')).toBe('2.2.0');
      expect(await response.json()).toEqual(event);
    }
  });

  it('answers each value of each parameter with exactly those of all events that have it', async () => {
    const requests = requestsOf(all);
    for (const { query, has } of requests) expect(ids(await list(`${query}&limit=1000`)), query).toEqual(ids(all.filter(has)));
    const found = requests.filter(({ has }) => all.some(has)).map(({ parameter }) => parameter);
    // Ids of a carrier's own database and service codes are told of nothing.
    expect(new Set(found)).toEqual(new Set(requests.map(({ parameter }) => parameter).filter((name) => !/^(transportDocumentID|scheduleID|carrierServiceCode)$/.test(name))));
  }, MANY_MS); // prettier-ignore

  it('answers each two parameters with the events that have both, and refuses what contradicts the kind asked for', async () => {
    const one = new Map<string, SpecRequest>();
    for (const request of requestsOf(all))
      if (!one.has(request.parameter) && all.some(request.has)) one.set(request.parameter, request);
    const pairs = [...one.values()].flatMap((a, index) => [...one.values()].slice(index + 1).map((b) => [a, b] as const));
    let [nothing, something, contradicting] = [0, 0, 0];
    for (const [a, b] of pairs) {
      const query = `${a.query}&${b.query}`;
      const isRefused = a.parameter === 'eventType' && b.kinds !== null && !b.kinds.includes(a.query.split('=')[1] ?? '');
      if (isRefused) {
        expect(await refused(query), query).toContain('invalidQuery');
        contradicting += 1;
        continue;
      }
      const expected = all.filter((event) => a.has(event) && b.has(event));
      expect(ids(await list(`${query}&limit=1000`)), query).toEqual(ids(expected));
      if (expected.length > 0) something += 1;
      else nothing += 1;
    }
    expect(Math.min(nothing, something, contradicting)).toBeGreaterThan(5);
  }, MANY_MS); // prettier-ignore

  it.each(SORT_FIELDS.map((field, index) => `${field}${['', ':ASC', ':DESC'][index % 3]}`))('sorted by %s has each event once, page by page', async (sort) => {
    const events = await list(`sort=${sort}&limit=97`);
    expect(ids(events)).toEqual(ids(all));
    const again = await list(`sort=${sort}&limit=1000`);
    expect(events.map(({ eventID }) => eventID)).toEqual(again.map(({ eventID }) => eventID));
    const [field = '', way] = sort.split(':');
    if (!/^event(DateTime|CreatedDateTime|Type|ID)$/.test(field)) return;
    const values = events.map((event) => {
      const value = (event as unknown as Record<string, string>)[field] ?? '';
      return field.endsWith('DateTime') ? new Date(value).toISOString() : value;
    });
    expect(values).toEqual(way === 'DESC' ? values.toSorted().reverse() : values.toSorted());
  }); // prettier-ignore

  it('leads from a page to those around it, to the first and to the last', async () => {
    const first = await page('limit=40&sort=eventDateTime:DESC');
    const second = await page(first.headers.get('next-page') ?? '');
    expect(first.headers.get('next-page')).toContain(first.headers.get('next-page-cursor'));
    const back = async (name: string) => (await page(second.headers.get(name) ?? '')).events;
    expect(await back('prev-page')).toEqual(first.events);
    expect(await back('first-page')).toEqual(first.events);
    expect(await back('current-page')).toEqual(second.events);
    const last = await page(second.headers.get('last-page') ?? '');
    expect(last.headers.get('next-page')).toBeNull();
    expect(last.events.at(-1)).toEqual((await list('sort=eventDateTime:DESC&limit=1000')).at(-1));
    expect((await page(`cursor=${first.headers.get('next-page-cursor')}&limit=3`)).events).toEqual(second.events.slice(0, 3));
  }); // prettier-ignore

  it('finds a bill with and without its SCAC, and a house by its own number', async () => {
    const events = await list('transportDocumentReference=COSU6415530971');
    expect(events.length).toBeGreaterThan(10);
    expect(ids(await list('transportDocumentReference=6415530971'))).toEqual(ids(events));
    const house = await list('transportDocumentReference=JLR26CKG00117');
    expect(house.length).toBeGreaterThan(10);
    for (const { documentReferences } of house)
      expect(documentReferences).toContainEqual({
        documentReferenceType: 'TRD',
        documentReferenceValue: 'JLR26CKG00117',
      });
  });

  it('of one box on two trips tells each event with the papers of its own trip', async () => {
    const events = await list('equipmentReference=CBHU9051171&eventType=EQUIPMENT');
    const trips = new Map<string, string[]>();
    for (const { documentReferences = [], eventDateTime } of events) {
      const bill = documentReferences.find((one) => one.documentReferenceType === 'TRD')?.documentReferenceValue ?? '';
      trips.set(bill, [...(trips.get(bill) ?? []), new Date(eventDateTime).toISOString()].sort());
    }
    expect(trips.size).toBe(2);
    const [earlier, later] = [...trips.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
    expect((earlier?.at(-1) ?? '') < (later?.[0] ?? '')).toBe(true);
  }); // prettier-ignore
});

describe('a request that the standard does not have', () => {
  it.each([
    ...['eventType', 'shipmentEventTypeCode', 'documentTypeCode', 'transportEventTypeCode', 'equipmentEventTypeCode'].flatMap((name) => [`${name}=`, `${name}=NONE`, `${name}=ship,ment`, `${name}=%00`]),
    ...['carrierBookingReference', 'bookingReference'].flatMap((name) => [`${name}=`, `${name}=${'A'.repeat(36)}`]),
    `transportDocumentReference=${'A'.repeat(21)}`, `equipmentReference=${'A'.repeat(16)}`, `transportCallID=${'A'.repeat(101)}`,
    'vesselIMONumber=12345678', `exportVoyageNumber=${'A'.repeat(51)}`, `carrierVoyageNumber=${'A'.repeat(51)}`, 'carrierServiceCode=ABCDEF',
    'UNLocationCode=CNNBO1', `scheduleID=${'A'.repeat(101)}`, `transportDocumentID=${'A'.repeat(101)}`,
    ...['', ':eq', ':gte', ':gt', ':lte', ':lt'].flatMap((suffix) => ['', 'now', '2026-11-20', '2026-11-20T09:00:00', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z'].map((at) => `eventCreatedDateTime${suffix}=${at}`)),
    'limit=', 'limit=0', 'limit=-1', 'limit=1.5', 'limit=ten', 'limit=2147483648', 'limit=1&limit=2',
    'cursor=', 'cursor=abc', 'cursor=%F0%9F%9A%A2', 'cursor=e30',
    'sort=', 'sort=somewhere', 'sort=eventDateTime:UP', 'sort=eventDateTime:ASC:DESC', 'sort=eventDateTime,,eventID',
  ])('%s', async (query) => expect(await refused(query)).toContain('invalidParameter')); // prettier-ignore

  it.each(['eventtype=SHIPMENT', 'eventCreatedDateTime:after=2026-11-20T00:00:00Z', 'eventDateTime=2026-11-20T00:00:00Z', '__proto__=1', 'constructor=1'])(
    '%s is no parameter', async (query) => expect(await refused(query)).toEqual(['invalidQuery']),
  ); // prettier-ignore

  it('tells of all that is wrong at once', async () => {
    expect(await refused('eventType=NONE&limit=0&shape=round')).toEqual(['invalidParameter', 'invalidParameter', 'invalidQuery']); // prettier-ignore
  });

  it('is a cursor of another list', async () => {
    const { headers } = await page('limit=2&eventType=EQUIPMENT');
    const cursor = headers.get('next-page-cursor');
    expect(await refused(`cursor=${cursor}&eventType=SHIPMENT`)).toEqual(['invalidQuery']);
    expect(await refused(`cursor=x${cursor}`)).toEqual(['invalidParameter']);
  });

  it.each([
    ['/v2/events/not-a-uuid', 400],
    ['/v2/events/3cecb101-7a1a-43a4-9d62-e88a131651e2', 404],
    ['/v2/events/3cecb101-7a1a-53a4-8d62-e88a131651e2', 404],
    ['/v2/nothing', 404],
    ['/v2', 404],
  ])('%s: %i', async (path, status) => void (await refused(path, status)));

  it('is of another version, or would change what is only read', async () => {
    expect(await refused('', 400, { headers: { 'API-Version': '1' } })).toEqual(['invalidHeader']);
    expect((await fetch(base, { headers: { 'API-Version': '2' } })).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect(await refused('', 405, { method })).toEqual(['methodNotAllowed']); // prettier-ignore
  });
});

it('the document of all requests is served', async () => {
  const document = await fetch(new URL('/openapi.json', system.url));
  expect(await document.json()).toMatchObject({ openapi: '3.1.0', paths: { '/v2/events': {} } });
});
