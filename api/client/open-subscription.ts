import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { createClient, type SubscribePayload } from 'graphql-ws';
import type { Service } from './ask.ts';
import { errorOf, RequestError, type ToldError } from './request-error.ts';

const PING_MS = 10_000;
const PONG_WITHIN_MS = 5000;
/** What the protocol closes a socket with where trying again is no use: bad messages, not for you, no such protocol. */
const FINAL_CLOSES: ReadonlySet<number> = new Set([4400, 4401, 4403, 4406]);
/** Too many are open (IANA, WebSocket close codes: try again later). */
const TOO_MANY_SOCKETS = 1013;

/**
 * One connection with the answers of one subscription, until it ends for whatever reason. Throws a {@link RequestError}:
 * `UNREACHABLE`, `INTERNAL` and `TOO_MANY` where another try may help.
 */
export async function* openSubscription<Result, Variables extends Record<string, unknown>>(
  { url, key }: Service,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal: AbortSignal | null,
): AsyncGenerator<Result, void> {
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: globalThis.WebSocket ?? (await import('ws')).WebSocket,
    ...(key !== null && { connectionParams: { authorization: `Bearer ${key}` } }),
    // It would ask for what it has had: whoever calls asks anew for what is to come.
    retryAttempts: 0,
    keepAlive: PING_MS,
    on: {
      // A network that vanished sends no close.
      ping: (isReceived) => {
        if (!isReceived) overdue = setTimeout(() => socket.terminate(), PONG_WITHIN_MS);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(overdue);
      },
    },
  });
  const payload: SubscribePayload = { query: print(document), variables };
  const answers = socket.iterate<Result>(payload);
  const leave = (): void => void answers.return?.();
  signal?.addEventListener('abort', leave);
  try {
    for await (const { data, errors } of answers) {
      if (errors?.length) throw errorOf(errors);
      if (data) yield data;
    }
  } catch (cause) {
    throw told(cause, url);
  } finally {
    clearTimeout(overdue);
    signal?.removeEventListener('abort', leave);
    await socket.dispose();
  }
}

/** What a socket ends with: errors of GraphQL, how it was closed, or why it never opened. */
function told(cause: unknown, url: string): RequestError {
  if (cause instanceof RequestError) return cause;
  if (Array.isArray(cause)) return errorOf(cause as readonly ToldError[]);
  const { code, reason } = cause as { readonly code?: number; readonly reason?: string };
  if (code === TOO_MANY_SOCKETS)
    return new RequestError('TOO_MANY', reason || 'Too many sockets.', { cause });
  if (code !== undefined && FINAL_CLOSES.has(code))
    return new RequestError('REFUSED', reason || `The service closed the socket with ${code}.`, { cause });
  return new RequestError('UNREACHABLE', `The subscription at ${url} is cut off.`, { cause });
}
