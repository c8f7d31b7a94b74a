import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { claimText } from 'graph-schema/identity/claim-text';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import type { Context } from '../context.ts';
import { contextOf, sampleViews } from '../events/testing/sample-context.ts';
import { FeedHub } from '../feed/feed-hub.ts';
import { positionAt } from '../feed/find-position.ts';
import { FakeFeed } from '../feed/testing/fake-feed.ts';
import { viewsById, type See } from '../feed/told-to.ts';
import { queryOfJson } from './query.ts';
import { serveQuery } from './serve-query.ts';

const SEA = 'shp_aaaaaaaaaaaaaaaa';
const log = pino({ level: 'silent' });
const claims = sampleViews().flatMap(({ facts }) => facts.claims);
const loaded = claims.find(({ event }) => event.code === 'LOADED')?.id ?? '';

/** A connection that takes a text when it is told to. */
class Line extends EventEmitter {
  readonly texts: string[] = [];
  readonly taken: (() => void)[] = [];
  closed: number | null = null;
  isHungUp = false;
  pings = 0;
  send(text: string, taken: () => void): void {
    this.texts.push(text);
    this.taken.push(taken);
  }
  ping(): void {
    this.pings += 1;
  }
  close(code: number): void {
    this.closed = code;
  }
  terminate(): void {
    this.isHungUp = true;
    this.emit('close', 1006);
  }
}

let feed: FakeFeed;
let hub: FeedHub;
let context: Context;
beforeEach(() => {
  feed = new FakeFeed(1);
  const sample = contextOf(sampleViews());
  const run = async (statement: { readonly name: string; readonly text: string }, params: Record<string, unknown>): Promise<unknown[]> => {
    if (statement.name === 'feedClaims') return claims.filter(({ id }) => (params['ids'] as string[]).includes(id)).map(({ id, event }) => ({ id, claim: claimText(event) }));
    if (statement.name === 'feedShipments') return (params['ids'] as string[]).map((id) => ({ id, aliases: [], numbers: [], sight: null }));
    return feed.run(statement, params);
  };
  const graph = { run } as unknown as Context['graph'];
  hub = new FeedHub(graph, { onFeed: () => () => undefined }, log);
  context = { ...sample, graph, feed: hub, log, access: { ...sample.access, wall: Date.now }, renew: () => Promise.resolve(null) };
}); // prettier-ignore
afterEach(() => {
  hub.close();
  vi.useRealTimers();
});

async function serve(line: Line): Promise<() => void> {
  const query = queryOfJson({});
  if ('problems' in query) throw new Error('no query');
  const after = writeCursor(await positionAt(context.graph, { sight: 'ALL', own: null }, null));
  const followed = { query, after, schedule: null, reportIfEmpty: false };
  const see: See = async (_, ids) => viewsById(ids, await Promise.all(ids.map((id) => context.shipments.load(id))));
  return serveQuery(line as unknown as WebSocket, { context, see, name: 'all', id: 's', followed });
} // prettier-ignore

it('reads on when the connection took what it was given: one text waits, however much comes', async () => {
  const line = new Line();
  const end = await serve(line);
  for (let count = 0; count < 100; count += 1)
    feed.append(0, [{ shipment: SEA, kind: 'ADDED', ids: [loaded] }]);
  await vi.waitFor(() => expect(line.texts.length).toBe(1), 5000);
  await hub.look();
  expect(line.texts.length).toBe(1);
  line.taken[0]?.();
  await vi.waitFor(() => expect(line.texts.length).toBe(2), 5000);
  expect(JSON.parse(line.texts[1] ?? '')).toMatchObject({ type: 'EPCISQueryDocument', epcisBody: { queryResults: { queryName: 'all', subscriptionID: 's' } } }); // prettier-ignore
  end();
  expect(line.closed).toBe(1001);
});

it('hangs up on who does not answer a ping until the next', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const line = new Line();
  await serve(line);
  vi.advanceTimersByTime(12_000);
  line.emit('pong');
  vi.advanceTimersByTime(12_000);
  expect([line.pings, line.isHungUp]).toEqual([2, false]);
  vi.advanceTimersByTime(12_000);
  expect(line.isHungUp).toBe(true);
});

it('says when something was missed', async () => {
  const line = new Line();
  await serve(line);
  feed.append(0, [{ shipment: SEA, kind: 'ADDED', ids: [loaded] }]);
  await vi.waitFor(() => expect(line.texts.length).toBe(1), 5000);
  line.taken[0]?.();
  feed.epoch = 'another';
  await hub.look();
  await vi.waitFor(() => expect(line.closed).toBe(1012), 5000);
}); // prettier-ignore
