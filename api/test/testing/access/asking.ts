import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { within } from '../deadline.ts';

/** What somebody is answered: over GraphQL. */
export interface Answered<T = Record<string, unknown>> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export type Credentials = Readonly<Partial<Record<'authorization' | 'cookie' | 'x-forwarded-for', string>>>;

export const bearer = (token: string): Credentials => ({ authorization: `Bearer ${token}` });

/** Somebody with these credentials, who asks over HTTP. */
export function askingAs(url: string, credentials: Credentials) {
  const post = (query: string, variables: object) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...credentials },
      body: JSON.stringify({ query, variables }),
    });
  return {
    credentials,
    async ask<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answered<T>> {
      const { extensions: _, ...answer } = (await (await post(query, variables)).json()) as Answered<T> & { extensions?: unknown };
      return answer;
    },
    /** The answer, which has to be one. */
    async need<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<T> {
      const { data, errors } = await this.ask<T>(query, variables);
      if (!data || errors) throw new Error(`${query.slice(0, 200)}: ${JSON.stringify(errors)}`);
      return data;
    },
    /** What a façade answers. */
    get: (path: string) => fetch(new URL(path, url), { headers: credentials }),
    cookieOf: async (query: string, variables: object) =>
      (await post(query, variables)).headers.getSetCookie()[0]?.split(';')[0] ?? '',
    follow<T>(query: string, variables: Record<string, unknown> = {}): Followed<T> {
      return follow<T>(url, credentials, query, variables);
    },
  };
} // prettier-ignore

export type Somebody = ReturnType<typeof askingAs>;

export interface Followed<T> {
  /** The next answer; null: it is over. */
  next(what: string, deadlineMs?: number): Promise<Answered<T> | null>;
  close(): Promise<void>;
}

function follow<T>(
  url: string,
  credentials: Credentials,
  query: string,
  variables: Record<string, unknown>,
): Followed<T> {
  const { authorization, ...headers } = credentials;
  /** As a browser does: what stands in its jar goes with the request that opens the socket. */
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: Socket,
    connectionParams: { authorization },
    retryAttempts: 0,
  });
  const answers = client.iterate<T>({ query, variables });
  return {
    async next(what, deadlineMs) {
      const { done, value } = await within(what, answers.next(), deadlineMs);
      return done ? null : (value as Answered<T>);
    },
    async close() {
      await client.dispose();
    },
  };
}
