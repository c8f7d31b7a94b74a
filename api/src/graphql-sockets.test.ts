import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NOBODY, type Asker } from 'graph-schema/domain/access/asker';
import { createClient, type Client } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { createSchema, createYoga } from 'graphql-yoga';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Asked } from './access/asker-of-request.ts';
import type { Context, Services } from './context.ts';
import { socketOptions, type Yoga } from './graphql-sockets.ts';
import { limitSubscriptions } from './limits/limit-subscriptions.ts';
import { OpenAtOnce } from './limits/open-at-once.ts';
import { RateLimit } from './limits/rate-limit.ts';
import { persistedOperations } from './persisted-operations/persisted-operations.ts';

let server: Server | null = null;
const clients: Client[] = [];
afterEach(() => {
  for (const one of clients.splice(0)) void one.dispose();
  server?.closeAllConnections();
  server?.close();
});

const ASKERS: Readonly<Record<string, Asker>> = {
  a: { ...NOBODY, kind: 'API_KEY', actor: 'key_a' },
  b: { ...NOBODY, kind: 'API_KEY', actor: 'key_b' },
};
const NOBODYS_ANSWER = new Promise<never>(() => undefined);

/** A service that tells once and then nothing more, with these limits. */
async function serve({ requests = 100, sockets = 100, subscriptions = 100 }): Promise<string> {
  const access = {
    askerOf: async ({ bearer }: { bearer: string | null }) => ASKERS[bearer ?? ''] ?? null,
    isProxy: () => false,
  } as Pick<Services['access'], 'askerOf' | 'isProxy'> as Services['access'];
  const schema = createSchema<Asked & Context>({
    typeDefs: 'type Query { one: Int! } type Subscription { told: Int! ended: Int! }',
    resolvers: {
      Query: { one: () => 1 },
      Subscription: {
        told: {
          subscribe: async function* () {
            yield { told: 1 };
            await NOBODYS_ANSWER;
          },
        },
        ended: {
          subscribe: async function* () {
            yield { ended: 1 };
          },
        },
      },
    },
  });
  const operations = persistedOperations(new Map(), 'allowed');
  const yoga = createYoga({
    schema,
    context: async ({ connectionParams }: Asked) => {
      const [, bearer = ''] = String(connectionParams?.['authorization']).split(' ');
      return { asker: ASKERS[bearer] ?? NOBODY, address: '', request: null } as unknown as Context;
    },
    plugins: [limitSubscriptions(new OpenAtOnce(subscriptions))],
  }) as unknown as Yoga;
  const http = createServer();
  server = http;
  useServer(
    socketOptions({ access }, yoga, operations, {
      requests: new RateLimit(requests),
      sockets: new OpenAtOnce(sockets),
    }),
    new WebSocketServer({ server: http }),
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return `ws://127.0.0.1:${(http.address() as AddressInfo).port}/`;
}

/** A socket that is opened when it is first asked over, and stays. */
function socketOf(url: string, key: string) {
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
    lazyCloseTimeout: 60_000,
  });
  clients.push(client);
  return {
    /** The first answer, as a code where it is refused, and how to end what it is of. */
    async ask(query: string): Promise<{ told: unknown; end: () => void }> {
      const answers = client.iterate({ query });
      const told = await answers.next().then(
        ({ value }) => value?.errors?.[0]?.extensions?.['code'] ?? value?.data,
        (error: unknown) => (Array.isArray(error) ? error[0].extensions : (error as CloseEvent).code),
      );
      return { told, end: () => void answers.return?.() };
    },
    close: () => void client.dispose(),
  };
}

describe('over graphql-ws', () => {
  it('operations count as requests of their key, over however many sockets, and the sockets stay', async () => {
    const url = await serve({ requests: 2 });
    const [first, second, other] = [socketOf(url, 'a'), socketOf(url, 'a'), socketOf(url, 'b')];
    expect((await first.ask('{ one }')).told).toEqual({ one: 1 });
    expect((await second.ask('subscription { ended }')).told).toEqual({ ended: 1 });
    const refused = { code: 'TOO_MANY', retryAfterSeconds: expect.any(Number) as number };
    expect((await first.ask('{ one }')).told).toEqual(refused);
    expect((await second.ask('subscription { told }')).told).toEqual(refused);
    expect((await other.ask('{ one }')).told).toEqual({ one: 1 });
  });

  it('a key has so many sockets, and another one when one is closed', async () => {
    const url = await serve({ sockets: 2 });
    const [first, second, third] = [socketOf(url, 'a'), socketOf(url, 'a'), socketOf(url, 'a')];
    await first.ask('{ one }');
    await second.ask('{ one }');
    expect((await third.ask('{ one }')).told).toBe(1013);
    expect((await socketOf(url, 'b').ask('{ one }')).told).toEqual({ one: 1 });
    first.close();
    await expect.poll(async () => (await socketOf(url, 'a').ask('{ one }')).told).toEqual({ one: 1 });
  });

  it('whoever is none is counted by his address, whatever he calls himself', async () => {
    const url = await serve({ sockets: 1 });
    await socketOf(url, 'x').ask('{ one }');
    expect((await socketOf(url, 'y').ask('{ one }')).told).toBe(1013);
    expect((await socketOf(url, 'a').ask('{ one }')).told).toEqual({ one: 1 });
  });

  it('a key follows so many things at a time, and another one when one ends, is left or cut off', async () => {
    const url = await serve({ subscriptions: 2 });
    const [first, second] = [socketOf(url, 'a'), socketOf(url, 'a')];
    const left = await first.ask('subscription { told }');
    expect(left.told).toEqual({ told: 1 });
    expect((await first.ask('subscription { ended }')).told).toEqual({ ended: 1 });
    const again = async () => (await second.ask('subscription { told }')).told;
    await expect.poll(again).toEqual({ told: 1 });
    expect(await again()).toBe('TOO_MANY');
    expect((await first.ask('subscription { ended }')).told).toBe('TOO_MANY');
    expect((await first.ask('{ one }')).told).toEqual({ one: 1 });
    expect((await socketOf(url, 'b').ask('subscription { told }')).told).toEqual({ told: 1 });
    left.end();
    await expect.poll(again).toEqual({ told: 1 });
    expect(await again()).toBe('TOO_MANY');
    second.close();
    await expect.poll(async () => (await first.ask('subscription { ended }')).told).toEqual({ ended: 1 });
  });
});
