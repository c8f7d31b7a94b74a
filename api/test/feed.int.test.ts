import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { openLiveStream, type LiveStream, type Transport } from './testing/live-stream.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
let system: SampleSystem;
const open: Pick<LiveStream<unknown>, 'close'>[] = [];
beforeAll(async () => {
  system = await startSampleSystem();
}, START_MS);
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
});
afterAll(() => system.stop());

interface Page {
  readonly __typename: string;
  readonly reason?: string;
  readonly cursor: string;
  readonly behind: number;
  readonly entries: readonly {
    readonly id: string;
    readonly shipmentId: string;
    readonly kind: string;
    readonly claims: readonly {
      readonly code: string;
      readonly equipmentReference: string | null;
      readonly time: { readonly local: string };
      readonly place: { readonly unLocode: string } | null;
    }[];
    readonly change: { readonly parts: readonly string[] } | null;
    readonly shipment: { readonly id: string } | null;
  }[];
}
interface Told {
  readonly statusFeed: Page;
}

const PAGE = `{
  __typename
  ... on ResyncError { reason cursor }
  ... on FeedPage {
    cursor behind
    entries {
      id shipmentId kind
      claims { code equipmentReference time { local } place { unLocode } }
      change { parts }
      shipment { id }
    }
  }
}`;
const FOLLOW = `subscription ($after: String, $filter: FeedFilter, $first: Int) { statusFeed(after: $after, filter: $filter, first: $first) ${PAGE} }`;
const CHANGES = `query ($after: String, $filter: FeedFilter, $first: Int) { changes(after: $after, filter: $filter, first: $first) ${PAGE} }`;

async function changes(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await ask<{ changes: Page }>(system.url, CHANGES, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.changes;
}

async function cursorAt(at: string | null): Promise<string> {
  const { data } = await ask<{ feedCursor: string }>(system.url, 'query ($at: DateTime) { feedCursor(at: $at) }', { at }); // prettier-ignore
  return data?.feedCursor ?? '';
}

function followTo<T>(transport: Transport, query: string, variables: Record<string, unknown>): LiveStream<T> {
  const stream = openLiveStream<T>(transport, system.url, query, variables);
  open.push(stream);
  return stream;
}
const follow = (transport: Transport, variables: Record<string, unknown>) => followTo<Told>(transport, FOLLOW, variables); // prettier-ignore

/** All entries behind a cursor, so many at a time. */
async function readAll(after: string, first: number, filter: object | null = null): Promise<Page['entries']> {
  const entries: Page['entries'][number][] = [];
  for (let cursor = after; ;) {
    const page = await changes({ after: cursor, first, filter });
    expect(page.__typename).toBe('FeedPage');
    entries.push(...page.entries);
    cursor = page.cursor;
    if (page.behind === 0) return entries;
  }
}

const byShipment = (entries: Page['entries']) => {
  const ids = new Map<string, string[]>();
  for (const { shipmentId, id } of entries) ids.set(shipmentId, [...(ids.get(shipmentId) ?? []), id]);
  return ids;
};

describe('the feed of the sample world', () => {
  it('is the same however it is cut into pages, and each shipment in its order', async () => {
    const start = await cursorAt('2026-01-01T00:00:00Z');
    const all = await readAll(start, 1000);
    expect(all.length).toBeGreaterThan(100);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const small = await readAll(start, 7);
    for (const [shipment, ids] of byShipment(all)) expect(byShipment(small).get(shipment)?.slice(0, ids.length)).toEqual(ids);
    const numbered = await readAll(start, 100, { numbers: ['COSU6415530971'], codes: ['DISCHARGED'] });
    expect(numbered.length).toBeGreaterThan(0);
    for (const { claims, kind } of numbered) {
      if (kind === 'ADDED') expect(claims.map(({ code }) => code)).toContain('DISCHARGED');
    }
  });

  it('begins with now where nobody names a cursor, and with a word where it cannot go on', async () => {
    const now = await changes({});
    expect(now).toMatchObject({ __typename: 'FeedPage', entries: [] });
    expect(await changes({ after: now.cursor })).toMatchObject({ __typename: 'FeedPage' });
    expect(await changes({ after: 'c29tZXRoaW5n' })).toMatchObject({ __typename: 'ResyncError', reason: 'NO_CURSOR' });
  });

  it.each([
    { transport: 'graphql-ws', box: 'CBHU3804175', at: '1650' },
    { transport: 'SSE', box: 'CBHU3804220', at: '1655' },
  ] as const)('is followed over $transport: what is told comes, with what changed, and again from any cursor', async ({ transport, box, at }) => {
    const filter = { numbers: ['COSU6415530971'] };
    const stream = follow(transport, { filter });
    const first = await stream.until('a cursor at once', () => true);
    expect(first.statusFeed.entries).toEqual([]);
    await system.deliver('ningbo-terminal', gateOut(box, at));
    const isGateOut = ({ claims }: Page['entries'][number]) => claims.some(({ code, equipmentReference }) => code === 'GATED_OUT' && equipmentReference === box);
    const told = await stream.until('the gate-out', ({ statusFeed }) => statusFeed.entries.some(isGateOut));
    const entry = told.statusFeed.entries.find(isGateOut);
    expect(entry).toMatchObject({ kind: 'ADDED', shipment: { id: entry?.shipmentId } });
    expect(entry?.claims[0]).toMatchObject({ time: { local: `2026-11-21T16:${at.slice(2)}:00` }, place: { unLocode: 'CNNBO' } });

    // Whoever kept the first cursor gets the same entry, over a new connection and as a poll.
    const again = follow(transport, { filter, after: first.statusFeed.cursor });
    const replayed = await again.until('the gate-out again', ({ statusFeed }) => statusFeed.entries.some(isGateOut));
    expect(replayed.statusFeed.entries.find(isGateOut)?.id).toBe(entry?.id);
    const polled = await readAll(first.statusFeed.cursor, 100, filter);
    expect(polled.find(isGateOut)).toEqual(entry);
    expect((await changes({ after: told.statusFeed.cursor, filter })).entries.some(isGateOut)).toBe(false);
  });

  it('is polled by GET with the tag of the answer that one has: nothing new is 304, until something is', async () => {
    const filter = { numbers: ['COSU6415530971'] };
    const after = (await changes({ filter })).cursor;
    const poll = (tag: string, more: Record<string, string> = {}) => {
      const address = new URL(system.url);
      address.search = String(new URLSearchParams({ query: CHANGES, variables: JSON.stringify({ after, filter }), ...more }));
      return fetch(address, { headers: { accept: 'application/graphql-response+json', 'if-none-match': tag } });
    };
    let tag = '';
    // A page that has nothing for him moves on with the feed, and is another then.
    const untilQuiet = (sent: (held: string) => string) =>
      eventually('nothing is new', async () => {
        const answer = await poll(sent(tag));
        tag = answer.headers.get('etag') ?? '';
        return answer.status === 304 ? answer : null;
      });
    const quiet = await untilQuiet((held) => held);
    expect(await quiet.text()).toBe('');
    expect(quiet.headers.get('cache-control')).toBe('private, no-cache');
    await untilQuiet((held) => `W/${held}, "other"`);
    // Of another question that tag says nothing.
    expect((await poll(tag, { query: '{ feedCursor }' })).status).toBe(200);
    await system.deliver('ningbo-terminal', gateOut('CBHU3804220', '1711', 'RECTIFIED'));
    const isTold = ({ claims }: Page['entries'][number]) => claims.some(({ code, equipmentReference }) => code === 'GATED_OUT' && equipmentReference === 'CBHU3804220');
    await eventually('it is told', async () => {
      const answer = await poll(tag);
      if (answer.status === 304) return null;
      expect(answer.headers.get('etag')).not.toBe(tag);
      tag = answer.headers.get('etag') ?? '';
      const { data } = (await answer.json()) as { data: { changes: Page } };
      return data.changes.entries.some(isTold) ? true : null;
    });
  }, 60_000);

  it('tells what a fact made of the journey', async () => {
    const all = await readAll(await cursorAt('2026-01-01T00:00:00Z'), 1000, { kinds: ['DERIVED'], parts: ['PHASE'] });
    expect(all.length).toBeGreaterThan(0);
    for (const { change } of all) expect(change?.parts).toContain('PHASE');
  });

  it('tells of exceptions as they opened and closed, only those that are asked for', async () => {
    const after = await cursorAt('2026-01-01T00:00:00Z');
    const query = 'subscription ($after: String, $filter: ExceptionFilter) { exceptions(after: $after, filter: $filter, first: 1000) { ... on ExceptionPage { behind news { id news shipmentId exception { kind severity } shipment { id } } } } }';
    interface News {
      readonly exceptions: { readonly behind: number; readonly news: readonly { readonly id: string; readonly news: string; readonly shipmentId: string; readonly exception: { readonly kind: string; readonly severity: string }; readonly shipment: { readonly id: string } | null }[] };
    }
    const all = await followTo<News>('graphql-ws', query, { after }).until('exceptions', ({ exceptions }) => exceptions.news.length > 0);
    expect(all.exceptions.news.some(({ news }) => news === 'OPENED')).toBe(true);
    for (const { shipment, shipmentId } of all.exceptions.news) expect(shipment?.id ?? shipmentId).toBeTruthy();
    const kind = all.exceptions.news[0]?.exception.kind ?? '';
    const severity = all.exceptions.news[0]?.exception.severity ?? '';
    const some = await followTo<News>('SSE', query, { after, filter: { kinds: [kind], severities: [severity] } }).until('some of them', ({ exceptions }) => exceptions.news.length > 0);
    expect(new Set(some.exceptions.news.map(({ exception }) => `${exception.kind} ${exception.severity}`))).toEqual(new Set([`${kind} ${severity}`]));
  });

  it('tells what happens at a port, and nothing else', async () => {
    const query = 'subscription ($after: String) { portActivity(port: "CNNBO", after: $after) { ... on PortActivityPage { moves { news claim { code equipmentReference place { unLocode } } shipmentId } } } }';
    interface Moves {
      readonly portActivity: { readonly moves: readonly { readonly news: string; readonly claim: { readonly code: string; readonly equipmentReference: string | null; readonly place: { readonly unLocode: string } | null } }[] };
    }
    const past = await followTo<Moves>('SSE', query, { after: await cursorAt('2026-01-01T00:00:00Z') }).until('the past', ({ portActivity }) => portActivity.moves.length > 0);
    expect(new Set(past.portActivity.moves.map(({ claim }) => claim.place?.unLocode))).toEqual(new Set(['CNNBO']));
    const stream = followTo<Moves>('graphql-ws', query, {});
    await stream.until('a cursor at once', () => true);
    await system.deliver('ningbo-terminal', gateOut('CBHU3804175', '1702', 'RECTIFIED'));
    const isIt = ({ news, claim }: Moves['portActivity']['moves'][number]) => news === 'ADDED' && claim.code === 'GATED_OUT' && claim.equipmentReference === 'CBHU3804175';
    await stream.until('the gate-out', ({ portActivity }) => portActivity.moves.some(isIt));
  });

  it('shows what moves in a view of the map, and how intake does', async () => {
    const query = 'subscription ($box: MapBox!) { livePositions(box: $box, zoom: 12) { moved { id kind latitude longitude } left hidden } }';
    interface Positions {
      readonly livePositions: { readonly moved: readonly { readonly id: string; readonly latitude: number; readonly longitude: number }[]; readonly left: readonly string[]; readonly hidden: number };
    }
    const { livePositions: world } = await followTo<Positions>('SSE', query, { box: { west: -180, south: -90, east: 180, north: 90 } }).until('the world', () => true);
    expect(world.moved.length).toBeGreaterThan(0);
    const [one] = world.moved;
    const [latitude, longitude] = [one?.latitude ?? 0, one?.longitude ?? 0];
    const box = { west: longitude - 0.1, south: latitude - 0.1, east: longitude + 0.1, north: latitude + 0.1 };
    const { livePositions: near } = await followTo<Positions>('graphql-ws', query, { box }).until('a view', () => true);
    expect(near.moved.map(({ id }) => id)).toContain(one?.id);
    expect(near.moved.length).toBeLessThan(world.moved.length);
    const { ingestHealth } = await followTo<{ ingestHealth: object }>('SSE', 'subscription { ingestHealth { isReady waiting active } }', {}).until('health', () => true);
    expect(ingestHealth).toMatchObject({ isReady: true, waiting: expect.any(Number) as number });
  });
}); // prettier-ignore
