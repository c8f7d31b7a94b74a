import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createClient } from './create-client.ts';
import { cursorFile } from './keep-cursor.ts';
import type { RequestError } from './request-error.ts';
import { serveSockets, type SocketService } from './testing/socket-service.ts';

const BEGINNING = '0';
const pageAt = (cursor: number) => ({ statusFeed: { __typename: 'FeedPage', cursor: String(cursor), behind: 0, entries: [] } }); // prettier-ignore
const RESYNC = {
  __typename: 'ResyncError',
  code: 'RESYNC',
  message: 'Anew.',
  reason: 'EXPIRED',
  cursor: '9',
};

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Told {
  /** What follows a cursor; where it ends, so does the subscription. */
  readonly pages: (after: string | null) => AsyncIterable<object>;
  readonly isKnown?: (authorization: unknown) => boolean;
}

/** A feed of numbers over a socket that is cut whenever `cut` is called. */
async function feed({ pages, isKnown }: Told): Promise<SocketService> {
  const service = await serveSockets(
    { statusFeed: ({ after }: { after: string | null }) => pages(after) },
    isKnown,
  );
  server = service.server;
  return service;
}

it('goes on behind the last page wherever it is cut off, and when the service ends it', async () => {
  const asked: (string | null)[] = [];
  const { url, cut } = await feed({
    pages: async function* (after) {
      asked.push(after);
      yield pageAt(Number(after) + 1);
      yield pageAt(Number(after) + 2);
      // The first connection is cut; later ones the service ends, as when it stops.
      if (after === BEGINNING) await new Promise<never>(() => undefined);
    },
  });
  const told: string[] = [];
  const lost: (string | null)[] = [];
  const onDisconnect = (error: RequestError | null) => void lost.push(error && error.code);
  for await (const { cursor } of createClient({ url }).statusFeed(BEGINNING, { onDisconnect })) {
    told.push(cursor);
    if (cursor === '2') cut();
    if (cursor === '7') break;
  }
  expect(told).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(asked).toEqual(['0', '2', '4', '6']);
  expect(lost).toEqual(['UNREACHABLE', null, null]);
});

it('tries again later where too many sockets are open', async () => {
  const { url, refuse } = await feed({
    pages: async function* (after) {
      yield pageAt(Number(after) + 1);
      await new Promise<never>(() => undefined);
    },
  });
  const told: string[] = [];
  const lost: string[] = [];
  const onDisconnect = (error: RequestError | null) => void lost.push(`${error?.code} ${error?.message}`);
  for await (const { cursor } of createClient({ url }).statusFeed(BEGINNING, { onDisconnect })) {
    told.push(cursor);
    if (cursor === '2') break;
    refuse();
  }
  expect([told, lost]).toEqual([['1', '2'], ['TOO_MANY At most 200.']]);
});

it('ends with a ResyncError, which has the cursor to go on from', async () => {
  const { url } = await feed({
    pages: async function* () {
      yield { statusFeed: RESYNC };
    },
  });
  const told = [];
  for await (const answer of createClient({ url }).statusFeed('gone')) told.push(answer);
  expect(told).toEqual([RESYNC]);
});

it('keeps in a file how far all entries were taken, and repeats a page that was broken off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const asked: (string | null)[] = [];
  const entry = (id: string) => ({ id, shipmentId: 's', kind: 'ADDED', at: '2026-11-21T09:07:00Z', claims: [], change: null, mergedInto: null });
  const { url } = await feed({
    pages: async function* (after) {
      asked.push(after);
      for (let at = Number(after) + 1; at <= 2; at += 1)
        yield { statusFeed: { ...pageAt(at).statusFeed, entries: [entry(`${at}.a`), entry(`${at}.b`)] } };
      yield { statusFeed: RESYNC };
    },
  });
  const file = join(folder, 'cursor.txt');
  const { follow } = createClient({ url });
  const told: string[] = [];
  for await (const { id } of follow(cursorFile(file))) {
    told.push(id);
    if (id === '2.a') break;
  }
  expect(readFileSync(file, 'utf8')).toBe('1');
  for await (const { id } of follow(cursorFile(file))) told.push(id);
  expect(told).toEqual(['1.a', '1.b', '2.a', '2.a', '2.b']);
  expect(asked).toEqual([null, '1']);
  expect(readFileSync(file, 'utf8')).toBe('9');
  rmSync(folder, { recursive: true });
}); // prettier-ignore

it('sends its key, and gives up where that is none', async () => {
  const { url } = await feed({
    pages: async function* () {
      yield pageAt(1);
    },
    isKnown: (authorization) => authorization === 'Bearer tl_of-somebody',
  });
  const known = await createClient({ url, key: 'tl_of-somebody' }).statusFeed(null).next();
  expect(known.value?.cursor).toBe('1');
  await expect(createClient({ url }).statusFeed(null).next()).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

it('ends when whoever follows has left: while nothing comes, and while nobody answers', async () => {
  const { url } = await feed({
    pages: async function* () {
      yield pageAt(1);
      await new Promise<never>(() => undefined);
    },
  });
  const leave = new AbortController();
  const told = [];
  for await (const { cursor } of createClient({ url }).statusFeed(null, { signal: leave.signal })) {
    told.push(cursor);
    setImmediate(() => leave.abort());
  }
  expect(told).toEqual(['1']);

  const nobody = new AbortController();
  const onDisconnect = () => nobody.abort();
  const closed = createClient({ url: 'http://127.0.0.1:9/graphql' });
  expect(await closed.statusFeed(null, { signal: nobody.signal, onDisconnect }).next()).toEqual({ done: true, value: undefined });
}); // prettier-ignore
