'use client';

import { persistedExchange } from '@urql/exchange-persisted';
import { createClient as createSocket } from 'graphql-ws';
import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Client, type ExecutionResult, Provider, fetchExchange, subscriptionExchange } from 'urql';
import { operationId } from '../../gql/operation-id.ts';

export type Connection = 'CONNECTING' | 'OPEN' | 'LOST';

interface LiveClient {
  readonly client: Client;
  readonly connection: () => Connection;
  readonly onConnection: (listener: () => void) => () => void;
}

const pingEveryMs = 10_000;
const pongWithinMs = 5_000;
const OWN_CLOSE = 1000;
const longestPauseMs = 15_000;

/**
 * One socket to the origin that served the page. It opens with the first feed and closes after the last; when lost it
 * comes back by itself, and each feed then starts with a snapshot, which is how the page catches up.
 */
function createLiveClient(endpoint: string, token: string | null): LiveClient {
  let connection: Connection = 'CONNECTING';
  const listeners = new Set<() => void>();
  const report = (next: Connection) => {
    connection = next;
    for (const listener of listeners) listener();
  };
  const asked = token === null ? null : { authorization: `Bearer ${token}` };
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const socket = createSocket({
    url: () => endpoint || `${location.origin.replace(/^http/, 'ws')}/graphql`,
    ...(asked && { connectionParams: asked }),
    keepAlive: pingEveryMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (attempt) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.min(longestPauseMs, 500 * 2 ** attempt) * (0.75 + Math.random() / 2));
      }),
    on: {
      connected: () => report('OPEN'),
      // Without a feed it is closed by this page itself.
      closed: (event) => report((event as Partial<CloseEvent>).code === OWN_CLOSE ? 'CONNECTING' : 'LOST'),
      ping: (received) => {
        // A network that vanished sends no close: without an answer the socket is given up and dialled again.
        if (!received) overdue = setTimeout(() => socket.terminate(), pongWithinMs);
      },
      pong: (received) => {
        if (received) clearTimeout(overdue);
      },
    },
  });
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    ...(asked && { fetchOptions: { headers: asked } }),
    exchanges: [
      // By id; in full where the API does not know it, being older, or the browser cannot make it.
      persistedExchange({
        generateHash: operationId,
        enableForSubscriptions: true,
        preferGetForPersistedQueries: false,
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables, extensions }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              {
                query: query ?? '',
                variables: variables as Record<string, unknown>,
                extensions: extensions as Record<string, unknown>,
              },
              { ...sink, next: (result) => sink.next(result as ExecutionResult) },
            ),
          }),
        }),
      }),
    ],
  });
  return {
    client,
    connection: () => connection,
    onConnection: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const LiveContext = createContext<LiveClient | null>(null);

interface LiveProviderProps {
  /** Empty: the page's own origin. */
  readonly endpoint: string;
  /** Of a shared journey: what it is asked with; null: with the session of whoever looks. */
  readonly token: string | null;
  readonly children: ReactNode;
}

export function LiveProvider({ endpoint, token, children }: LiveProviderProps) {
  const [live] = useState(() => createLiveClient(endpoint, token));
  return (
    <LiveContext value={live}>
      <Provider value={live.client}>{children}</Provider>
    </LiveContext>
  );
}

export function useConnection(): Connection {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useConnection needs a LiveProvider');
  return useSyncExternalStore(live.onConnection, live.connection, () => 'CONNECTING');
}
