import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, execute, GraphQLError, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { filled } from './filled.ts';

export const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

/** A service whose sockets a test may cut, or close because there are too many. */
export interface SocketService {
  readonly url: string;
  readonly server: Server;
  readonly cut: () => void;
  readonly refuse: () => void;
}

/** Subscriptions that are answered by these, by field. */
export async function serveSockets(
  subscription: Readonly<Record<string, (args: never) => AsyncIterable<object>>>,
  isKnown: (authorization: unknown) => boolean = () => true,
): Promise<SocketService> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer(
    {
      schema,
      roots: { subscription },
      execute: (args) => execute({ ...args, fieldResolver: filled }),
      subscribe: (args) => subscribe({ ...args, fieldResolver: filled }),
      onSubscribe: ({ connectionParams }) =>
        isKnown(connectionParams?.['authorization'])
          ? undefined
          : [new GraphQLError('Sign in.', { extensions: { code: 'UNAUTHENTICATED' } })],
    },
    sockets,
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    server,
    cut: () => sockets.clients.forEach((socket) => socket.terminate()),
    refuse: () => sockets.clients.forEach((socket) => socket.close(1013, 'At most 200.')),
  };
}
