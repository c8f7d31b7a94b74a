import type { WebSocket } from 'ws';
import { feedReader } from '../access/own-rules.ts';
import { canEnd } from '../access/while-known.ts';
import type { Context } from '../context.ts';
import { sightName } from '../feed/find-position.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { See } from '../feed/told-to.ts';
import { queryDocument } from './document.ts';
import { followQuery, type FollowedQuery } from './follow-query.ts';
import { findQuery, mayRead } from './query-routes.ts';

/** Who does not answer a ping until the next one is not there any more. */
const PING_MS = 12_000;
/** So often it is asked whether the subscriber still may, and the query is still there. */
const ASKED_EVERY_MS = 10_000;
/** Who does not answer that it is over is hung up on. */
const CLOSE_MS = 2000;

/** RFC 6455, 7.4.1, and what IANA lists besides. */
const CLOSES = {
  QUERY_GONE: [1000, 'The query is gone.'],
  GOING_AWAY: [1001, 'This process ends: connect again.'],
  NOT_ANY_MORE: [1008, 'Not for you to ask any more.'],
  FAILED: [1011, 'The service failed: connect again.'],
  MISSED: [1012, 'Something was missed, or is seen otherwise now: ask the query, then connect again.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export interface ServedQuery {
  readonly context: Context;
  readonly see: See;
  readonly name: string;
  /** Names the subscription in each document. */
  readonly id: string;
  readonly followed: FollowedQuery;
}

/**
 * Tells a subscriber what matches a query for as long as both are there. One document is on its way at a time, and the next is read
 * when the connection took it: who is slow is given old entries later, never a place in memory. Answers how to end it when the process does.
 */
export function serveQuery(socket: WebSocket, served: ServedQuery): () => void {
  const { context, name } = served;
  const left = new AbortController();
  const close = ([code, reason]: readonly [number, string]) => {
    if (left.signal.aborted) return;
    left.abort();
    socket.close(code, reason);
    setTimeout(() => socket.terminate(), CLOSE_MS).unref();
  };
  let isThere = true;
  const pinging = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, PING_MS);
  // That the graph does not answer says nothing of him.
  const asking = setInterval(() => void whyOver(context, name).then((why) => why && close(why), () => undefined), ASKED_EVERY_MS);
  socket.on('pong', () => (isThere = true));
  socket.on('error', () => socket.terminate());
  socket.once('close', () => {
    left.abort();
    clearInterval(pinging);
    clearInterval(asking);
  });
  void tell(socket, served, left.signal).then(close, (error: unknown) => {
    if (left.signal.aborted) return;
    context.log.error({ err: error, query: name }, 'followed query failed');
    close(CLOSES.FAILED);
  });
  return () => close(CLOSES.GOING_AWAY);
} // prettier-ignore

/** Until one cannot go on; answers why. */
async function tell(
  socket: WebSocket,
  { context, see, name, id, followed }: ServedQuery,
  left: AbortSignal,
): Promise<readonly [number, string]> {
  const { graph, asker, access, places, feed, log } = context;
  const { mask, wall } = access;
  const following = { graph, asker, see, mask, places, feed, log, wall, left };
  for await (const events of followQuery(following, followed)) {
    if (left.aborted) break;
    if (events instanceof ResyncError) return CLOSES.MISSED;
    await send(socket, JSON.stringify(queryDocument(events, name, wall(), id)));
  }
  return CLOSES.QUERY_GONE;
}

/** Until the connection has taken it. */
function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => socket.send(text, (error) => (error ? reject(error) : resolve())));
}

/** Why it is over; null: it is not. */
async function whyOver(context: Context, name: string): Promise<readonly [number, string] | null> {
  const asker = canEnd(context) ? await context.renew() : context.asker;
  if (!asker || !mayRead(asker)) return CLOSES.NOT_ANY_MORE;
  if (sightName(feedReader(asker)) !== sightName(feedReader(context.asker))) return CLOSES.MISSED;
  return (await findQuery({ ...context, asker }, name)) ? null : CLOSES.QUERY_GONE;
}
