import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Credentials } from './access/asking.ts';
import { within } from './deadline.ts';

/** What a subscription is answered with, one payload after the other. */
export interface LiveStream<T> {
  /** The first payload from now on that satisfies the condition. Fails loudly at the deadline, and when the stream ends. */
  until(what: string, holds: (data: T) => boolean): Promise<T>;
  /** Resolves when the server ends the stream. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

export type Transport = 'graphql-ws' | 'SSE';

interface Payload<T> {
  readonly data?: T | null;
  readonly errors?: unknown;
}

export function openLiveStream<T>(
  transport: Transport,
  url: string,
  query: string,
  variables: Record<string, unknown>,
  credentials: Pick<Credentials, 'authorization'> = {},
): LiveStream<T> {
  const open = transport === 'SSE' ? overSse<T> : overWebSocket<T>;
  const { payloads, close } = open(url, query, variables, credentials);
  const next = async (what: string): Promise<T | null> => {
    const result = await within(what, payloads.next());
    if (result.done) return null;
    if (!result.value.data) throw new Error(`${what}: ${JSON.stringify(result.value)}`);
    return result.value.data;
  };
  return {
    async until(what, holds) {
      for (;;) {
        const data = await next(what);
        if (data === null) throw new Error(`the stream ended before: ${what}`);
        if (holds(data)) return data;
      }
    },
    async ended() {
      while ((await next('the end of the stream')) !== null);
    },
    close,
  };
}

interface Opened<T> {
  readonly payloads: AsyncIterator<Payload<T>>;
  close(): Promise<void>;
}

function overWebSocket<T>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
  { authorization }: Pick<Credentials, 'authorization'>,
): Opened<T> {
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: authorization === undefined ? {} : { authorization },
    retryAttempts: 0,
  });
  return {
    payloads: client.iterate<T>({ query, variables }) as AsyncIterator<Payload<T>>,
    close: async () => {
      await client.dispose();
    },
  };
}

function overSse<T>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
  credentials: Credentials,
): Opened<T> {
  const stop = new AbortController();
  return {
    payloads: events<T>(url, query, variables, { signal: stop.signal, credentials }),
    close: async () => stop.abort(),
  };
}

/** `text/event-stream` as GraphQL over SSE writes it in its distinct connections mode: `next` with data, then `complete`. */
async function* events<T>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
  { signal, credentials }: { readonly signal: AbortSignal; readonly credentials: Credentials },
): AsyncGenerator<Payload<T>, void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...credentials },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body)
    throw new Error(`no event stream: ${response.status} ${await response.text()}`);
  let buffer = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    buffer += chunk.replaceAll('\r\n', '\n');
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      const fields = buffer.slice(0, end).split('\n');
      buffer = buffer.slice(end + 2);
      const field = (name: string) =>
        fields.filter((f) => f.startsWith(`${name}:`)).map((f) => f.slice(name.length + 1).trim());
      if (field('event')[0] === 'complete') return;
      if (field('event')[0] === 'next') yield JSON.parse(field('data').join('\n')) as Payload<T>;
    }
  }
}
