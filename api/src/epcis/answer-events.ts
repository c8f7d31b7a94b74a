import { createHash } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import type { RestEnv } from '../rest/facade.ts';
import { queryDocument } from './document.ts';
import { AsOfError } from '../errors.ts';
import { partialHeader } from '../events/partial-page.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { listEvents } from './list-events.ts';
import { MOST_ON_A_PAGE, nextLink, readEventPaging, type EventPaging } from './paging.ts';
import { epcisProblem } from './problems.ts';
import { bothQueries, queryOfAddress, type EpcisQuery } from './query.ts';

/** A page of the events that the address asks for, of those that its path is for. */
export async function answerEvents(c: HonoContext<RestEnv>, ofPath: EpcisQuery | null): Promise<Response> {
  const paging = readEventPaging(new URL(c.req.url).searchParams);
  if (typeof paging === 'string') return epcisProblem(c, 'QueryParameterException', paging);
  const asked = queryOfAddress(paging.rest);
  if ('problems' in asked) return epcisProblem(c, 'QueryParameterException', asked.problems.join(' '));
  const query = ofPath ? bothQueries(ofPath, asked) : asked;
  if (!query)
    return epcisProblem(c, 'QueryParameterException', 'The path already says what the query says otherwise.');
  return answerQuery(c, query, paging, 'SimpleEventQuery');
}

/** A page of the events of a query, or why nothing can be known as of that instant. */
export async function answerQuery(
  c: HonoContext<RestEnv>,
  query: EpcisQuery,
  paging: EventPaging,
  queryName: string,
): Promise<Response> {
  return answerPage(c, query, paging, queryName).catch((error: unknown) => refuseAsOf(c, error));
}

/** Why nothing can be known as of an instant; any other error goes on as it is. */
export function refuseAsOf(c: HonoContext<RestEnv>, error: unknown): Response {
  if (!(error instanceof AsOfError)) throw error;
  return epcisProblem(c, 'QueryParameterException', `asOf: ${error.code}. ${error.message}`);
}

async function answerPage(
  c: HonoContext<RestEnv>,
  query: EpcisQuery,
  { perPage, token, asOf, question }: EventPaging,
  queryName: string,
): Promise<Response> {
  const { pathname } = new URL(c.req.url);
  const context = c.get('context');
  if (query.maxEventCount !== null && token === null) {
    const limit = Math.min(query.maxEventCount, MOST_ON_A_PAGE) + 1;
    const all = await listEvents(query, { limit, at: null, asOf }, context);
    if (!all || all.next || all.events.length > query.maxEventCount)
      return epcisProblem(c, 'QueryTooLargeException', `More than ${query.maxEventCount} events match.`);
  }
  const before = token?.n ?? 0;
  const left = query.eventCountLimit === null ? Infinity : query.eventCountLimit - before;
  const limit = Math.min(perPage, left);
  const page = await listEvents(query, { limit, at: token && { mode: token.m, after: token.at }, asOf }, context);
  if (!page) return epcisProblem(c, 'QueryTooComplexException', 'Too many shipments to sort: name a thing, a paper or a record time.');
  const isOver = page.next === null || page.events.length >= left;
  const next = isOver || page.next === null ? {} : nextLink(pathname, perPage, { q: question, m: page.mode, at: [...page.next], n: before + page.events.length });
  c.header('ETag', tagOfEvents(page.events));
  return c.json(queryDocument(page.events, queryName, context.now()), 200, { ...next, ...partialHeader(page) });
} // prettier-ignore

/** When the document was made says nothing of its events. */
export function tagOfEvents(events: readonly EpcisEvent[]): string {
  return `"${createHash('sha256').update(JSON.stringify(events)).digest('base64url').slice(0, 22)}"`;
}
