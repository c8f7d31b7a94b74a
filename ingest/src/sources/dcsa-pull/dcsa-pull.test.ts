import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { Accepted, Arrival } from '../intake.ts';
import type { DcsaPull } from '../receivers-file.ts';
import type { SourceRegistry } from '../source-registry.ts';
import type { Turns } from '../turns.ts';
import { pullDcsaEvents } from './dcsa-pull.ts';
import { nextPage } from './page.ts';

type Answer = {
  readonly events: unknown;
  readonly headers?: Record<string, string>;
  readonly status?: number;
};

let folder: string;
let server: Server;
let base: string;
let asked: { readonly query: Record<string, string>; readonly key: string | undefined }[];
let answer: (query: URLSearchParams) => Answer;
let taken: string[];
let isBusy: boolean;
let turns: Turns | null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dcsa-'));
  writeFileSync(join(folder, 'key'), 'key-of-ours\n');
  [asked, taken, isBusy, turns] = [[], [], false, null];
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    asked.push({ query: Object.fromEntries(searchParams), key: request.headers['consumer-key']?.toString() });
    const { events, headers = {}, status = 200 } = answer(searchParams);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(events));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await turns?.stop();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(given: Partial<DcsaPull> = {}, pagesMax?: number): void {
  const pull: DcsaPull = {
    source: 'carrier',
    url: `${base}/v2/events`,
    version: 2,
    queries: [{}],
    keyHeader: 'consumer-key',
    keyFile: join(folder, 'key'),
    headers: { 'api-version': '2' },
    limit: 2,
    everySeconds: 0.05,
    since: '2026-11-01T00:00:00Z',
    ...given,
  };
  const intake = {
    async accept({ source, bytes }: Arrival): Promise<Accepted> {
      if (isBusy) return { outcome: 'BUSY', retryAfterSeconds: 5 };
      taken.push(`${source.id} ${Buffer.from(bytes).toString()}`);
      return { outcome: 'ACCEPTED', rawId: 'x', sha256: 'x', receivedAt: 'x' };
    },
  };
  const sources = { find: (id: string) => ({ ...sampleSource, id }) } as unknown as SourceRegistry;
  turns = pullDcsaEvents(pull, intake, sources, placesFile(), 10_000, pino({ level: 'silent' }), pagesMax);
}

const placesFile = () => join(folder, 'places.json');
const places = () => Object.values(JSON.parse(readFileSync(placesFile(), 'utf8')) as Record<string, string>);
const soon = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });
const event = (id: number, made: string) => ({ eventID: String(id), eventCreatedDateTime: made });

describe('events of a carrier are pulled', () => {
  it('page by page, then what is new, each page once', async () => {
    const [a, b, c] = [event(1, '2026-11-07T08:00:00+08:00'), event(2, '2026-11-07T01:00:00Z'), event(3, '2026-11-08T00:00:00Z')]; // prettier-ignore
    let isLater = false;
    answer = (query) => {
      const since = Date.parse(query.get('eventCreatedDateTime:gte') ?? '');
      if (since > Date.parse('2026-11-06T00:00:00Z')) return { events: isLater ? [b, c] : [b] };
      return query.has('cursor') ? { events: [b] } : { events: [a], headers: { 'next-page': 'bmV4dA==' } };
    };
    start();
    await soon(() => expect(asked.length).toBeGreaterThan(4));
    expect(taken).toEqual([`carrier ${JSON.stringify([a])}`, `carrier ${JSON.stringify([b])}`]);
    expect(asked.slice(0, 2)).toEqual([
      { query: { limit: '2', 'eventCreatedDateTime:gte': '2026-11-01T00:00:00Z' }, key: 'key-of-ours' },
      { query: { limit: '2', 'eventCreatedDateTime:gte': '2026-11-01T00:00:00Z', cursor: 'bmV4dA==' }, key: 'key-of-ours' },
    ]); // prettier-ignore
    // Five minutes are asked for again.
    expect(places()).toEqual(['2026-11-07T00:55:00.000Z']);
    isLater = true;
    await soon(() => expect(taken).toContain(`carrier ${JSON.stringify([b, c])}`));
    await soon(() => expect(places()).toEqual(['2026-11-07T23:55:00.000Z']));
  });

  it('of version 3 by the names of 3, each query by itself', async () => {
    answer = (query) => {
      if (query.get('equipmentReference') === 'BAD') return { events: null, status: 400 };
      const events = [{ eventID: '1', eventUpdatedDateTime: '2026-11-07T00:00:00Z' }];
      return query.has('cursor')
        ? { events: { events: [] } }
        : { events: { events }, headers: { 'next-page-cursor': 'c' } };
    };
    start({ version: 3, queries: [{ equipmentReference: 'BAD' }, { carrierBookingReference: 'B1' }] });
    await soon(() => expect(places()).toEqual(['2026-11-06T23:55:00.000Z']));
    expect(asked[1]?.query).toEqual({
      carrierBookingReference: 'B1',
      limit: '2',
      eventUpdatedDateTimeMin: '2026-11-01T00:00:00Z',
    });
    expect(asked[2]?.query['cursor']).toBe('c');
    expect(taken.every((one) => one.includes('eventUpdatedDateTime'))).toBe(true);
  });

  it('again from the same place until all of it is durable', async () => {
    answer = () => ({ events: [event(1, '2026-11-07T00:00:00Z')] });
    isBusy = true;
    start();
    await soon(() => expect(asked.length).toBeGreaterThan(2));
    expect(new Set(asked.map(({ query }) => query['eventCreatedDateTime:gte'])).size).toBe(1);
    isBusy = false;
    await soon(() => expect(places()).toHaveLength(1));
    expect(taken).toHaveLength(1);
  });
});

describe('a page that is too large', () => {
  it('is told once as a message of its source, and other queries go on', async () => {
    answer = (query) =>
      query.get('equipmentReference') === 'ALL'
        ? { events: [event(1, 'x'.repeat(20_000))] }
        : { events: [event(2, '2026-11-07T00:00:00Z')] };
    start({ queries: [{ equipmentReference: 'ALL' }, { equipmentReference: 'CBHU1234561' }] });
    await soon(() => expect(asked.length).toBeGreaterThan(7));
    const notices = taken.filter((one) => one.includes('"notTaken"'));
    expect(notices).toEqual([expect.stringContaining('"name":"/v2/events?equipmentReference=ALL&')]);
    expect(taken.filter((one) => !notices.includes(one))[0]).toContain('"eventID":"2"');
  });
});

describe('more pages than a round asks for', () => {
  it('are asked for in the rounds after it, each once, and the place is noted with the last', async () => {
    answer = (query) => {
      if (query.get('eventCreatedDateTime:gte') !== '2026-11-01T00:00:00Z') return { events: [] };
      const page = Number(query.get('cursor') ?? '0');
      const events = [event(page, `2026-11-07T00:0${page}:00Z`)];
      return page < 4 ? { events, headers: { 'next-page-cursor': String(page + 1) } } : { events };
    };
    start({}, 2);
    await soon(() => expect(places()).toEqual(['2026-11-06T23:59:00.000Z']));
    expect(asked.slice(0, 5).map(({ query }) => query['cursor'] ?? '0')).toEqual(['0', '1', '2', '3', '4']);
    expect(taken).toHaveLength(5);
  });
});

describe('the next page', () => {
  const current = new URL('https://carrier.example/v2/events?limit=2&cursor=a');
  it.each([
    ['nothing', {}, null],
    ['a cursor (2.0 to 2.2)', { 'next-page': 'YQ==' }, 'https://carrier.example/v2/events?limit=2&cursor=YQ%3D%3D'],
    ['a link (2.3)', { 'next-page': 'https://carrier.example/v2/events?cursor=b' }, 'https://carrier.example/v2/events?cursor=b'],
    ['a path', { 'next-page': '/v2/events?cursor=b' }, 'https://carrier.example/v2/events?cursor=b'],
    ['a cursor (3.0)', { 'next-page-cursor': 'b' }, 'https://carrier.example/v2/events?limit=2&cursor=b'],
    ['RFC 8288', { link: '<https://carrier.example/v2/events?cursor=b>; rel="next"' }, 'https://carrier.example/v2/events?cursor=b'],
    ['another server, which gets no key', { 'next-page': 'https://elsewhere.example/v2/events' }, null],
    ['the same again', { 'next-page-cursor': 'a' }, null],
  ])('%s', (_case, headers, expected) => {
    expect(nextPage(new Headers(headers as Record<string, string>), current)?.href ?? null).toBe(expected);
  }); // prettier-ignore
});
