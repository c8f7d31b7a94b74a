import { afterEach, expect, it } from 'vitest';
import { createClient } from './create-client.ts';
import type { RequestError } from './request-error.ts';
import { serveSockets, type SocketService } from './testing/socket-service.ts';

let service: SocketService | null = null;
afterEach(() => {
  service?.server.closeAllConnections();
  service?.server.close();
});

const NOT_FOUND = { __typename: 'NotFoundError', code: 'NOT_FOUND', message: 'None.' };
const updateAt = (cursor: string) => ({ journeyUpdated: { __typename: 'JourneyUpdate', cursor, shipment: { id: 'shp_a' } } }); // prettier-ignore

/** A journey that is told by these, connection by connection; the last is told again. */
async function journey(...connections: readonly (() => AsyncIterable<object>)[]): Promise<SocketService> {
  let opened = 0;
  service = await serveSockets({
    journeyUpdated: ({ id }: { id: string }) => {
      expect(id).toBe('shp_a');
      return (connections[opened++] ?? connections.at(-1)!)();
    },
  });
  return service;
}

it('is told as it is by then after each cut, until there is no shipment any more', async () => {
  const { url, cut } = await journey(
    async function* () {
      yield updateAt('1');
      yield updateAt('2');
      await new Promise<never>(() => undefined);
    },
    async function* () {
      yield updateAt('2');
    },
    async function* () {
      yield updateAt('3');
      yield { journeyUpdated: NOT_FOUND };
    },
  );
  const told: string[] = [];
  const lost: (string | null)[] = [];
  const onDisconnect = (error: RequestError | null) => void lost.push(error && error.code);
  for await (const answer of createClient({ url }).journeyUpdated('shp_a', { onDisconnect })) {
    told.push(answer.__typename === 'JourneyUpdate' ? `${answer.shipment.id} ${answer.cursor}` : answer.code);
    if (told.length === 2) cut();
  }
  expect(told).toEqual(['shp_a 1', 'shp_a 2', 'shp_a 2', 'shp_a 3', 'NOT_FOUND']);
  expect(lost).toEqual(['UNREACHABLE', null]);
});

it('ends when whoever follows it has left', async () => {
  const { url } = await journey(async function* () {
    yield updateAt('1');
    await new Promise<never>(() => undefined);
  });
  const leave = new AbortController();
  const told: string[] = [];
  for await (const { __typename } of createClient({ url }).journeyUpdated('shp_a', {
    signal: leave.signal,
  })) {
    told.push(__typename);
    setImmediate(() => leave.abort());
  }
  expect(told).toEqual(['JourneyUpdate']);
});
