import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { gateOut } from './testing/gate-out.ts';
import { openLiveStream, type LiveStream, type Transport } from './testing/live-stream.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
let system: SampleSystem;
const open: LiveStream<Told>[] = [];
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

function follow(transport: Transport, variables: Record<string, unknown>): LiveStream<Told> {
  const stream = openLiveStream<Told>(transport, system.url, FOLLOW, variables);
  open.push(stream);
  return stream;
}

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

  it('tells what a fact made of the journey', async () => {
    const all = await readAll(await cursorAt('2026-01-01T00:00:00Z'), 1000, { kinds: ['DERIVED'], parts: ['PHASE'] });
    expect(all.length).toBeGreaterThan(0);
    for (const { change } of all) expect(change?.parts).toContain('PHASE');
  });
}); // prettier-ignore
