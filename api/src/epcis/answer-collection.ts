import type { Context as HonoContext } from 'hono';
import { eventReads } from '../events/event-reads.ts';
import { partialHeader } from '../events/partial-page.ts';
import type { RestEnv } from '../rest/facade.ts';
import { refuseAsOf } from './answer-events.ts';
import { collect, COLLECTIONS, type CollectionName } from './collections.ts';
import { listEvents } from './list-events.ts';
import { asOfIn, nextLink, readEventPaging, type EventPaging } from './paging.ts';
import { epcisProblem } from './problems.ts';
import { queryFor } from './query.ts';
import { CONTEXT } from './vocabulary.ts';

/** All that the asker's events have under a name, now or at an instant, shipment by shipment: over several pages a value may come again. */
export async function answerCollection(c: HonoContext<RestEnv>, name: CollectionName): Promise<Response> {
  const paging = readEventPaging(new URL(c.req.url).searchParams);
  if (typeof paging === 'string') return epcisProblem(c, 'QueryParameterException', paging);
  if (paging.rest.length > 0) return epcisProblem(c, 'QueryParameterException', 'A list takes perPage, nextPageToken and asOf.');
  return pageOf(c, name, paging).catch((error: unknown) => refuseAsOf(c, error));
} // prettier-ignore

async function pageOf(
  c: HonoContext<RestEnv>,
  name: CollectionName,
  { perPage, token, asOf, question }: EventPaging,
): Promise<Response> {
  const { pathname } = new URL(c.req.url);
  const context = c.get('context');
  const reads = await eventReads(context, asOf);
  const after = String(token?.at?.[0] ?? '');
  const page = await collect(name, perPage, after, { reads, places: context.places });
  const { type, field } = COLLECTIONS[name];
  const link = page.next === null ? {} : nextLink(pathname, perPage, { q: question, m: 'WALK', at: [page.next], n: 0 }); // prettier-ignore
  return c.json({ '@context': CONTEXT, type, [field]: page.values }, 200, {
    ...link,
    ...partialHeader(page),
  });
}

/** What there is of one value: its events, if any has it, now or at an instant. */
export async function answerCollected(
  c: HonoContext<RestEnv>,
  name: CollectionName,
  value: string,
): Promise<Response> {
  const asOf = asOfIn(new URL(c.req.url).searchParams);
  if (typeof asOf === 'string') return epcisProblem(c, 'QueryParameterException', asOf);
  const query = queryFor(COLLECTIONS[name].parameter, value);
  try {
    const page = await listEvents(query, { limit: 1, at: null, asOf }, c.get('context'));
    // Also of what is not found: it may be of what is left out.
    for (const [header, said] of Object.entries(page ? partialHeader(page) : {})) c.header(header, said);
    if (page?.events.length === 0 && page.next === null)
      return epcisProblem(c, 'NoSuchNameException', 'No event has it.');
    return c.json(['events']);
  } catch (error) {
    return refuseAsOf(c, error);
  }
}
