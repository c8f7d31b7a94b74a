import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import type { Facade, RestEnv } from '../rest/facade.ts';
import { tagged } from '../rest/etag.ts';
import { refuse } from './dcsa-error.ts';
import { QUESTIONS, resolveCursor } from './event-cursor.ts';
import { utcDateTime } from '../events/date-time.ts';
import { findEvent } from './find-event.ts';
import type { GoneEvent } from './gone-event.ts';
import { listEvents } from './list-events.ts';
import { pageHeaders } from './page-headers.ts';
import { describeEvents } from './openapi.ts';
import { readAsOf, readEventQuery } from './query.ts';
import { describeSubscriptions } from './subscription-openapi.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { VERSION } from './version.ts';

const MAJOR = /^2(?:\.\d+){0,2}$/;

/** In each answer the version of the contract; a request may name its major version, and then the right one. */
const version: MiddlewareHandler<RestEnv> = async (c, next) => {
  c.header('API-Version', VERSION);
  const asked = c.req.header('api-version');
  if (asked !== undefined && !MAJOR.test(asked.trim()))
    return refuse(c, 400, [{ reason: 'invalidHeader', message: 'API-Version: this is version 2.' }]);
  return next();
};

const app = new OpenAPIHono<RestEnv>();
app.use('/v2/*', version, ...tagged('api-version'));
describeEvents(app.openAPIRegistry);
describeSubscriptions(app.openAPIRegistry);

app.get('/v2/events', async (c) => {
  const given = new URL(c.req.url).searchParams;
  const asked = readEventQuery(given);
  if (!('limit' in asked)) return refuse(c, 400, asked);
  const resolved = resolveCursor(asked, given, QUESTIONS);
  if ('reason' in resolved) return refuse(c, 400, [resolved]);
  const { query, cursor } = resolved;
  const page = await listEvents(query, cursor, c.get('context'));
  if ('reason' in page) return refuse(c, 400, [page]);
  return c.json(page.events, 200, pageHeaders('/v2/events', query, cursor, page));
});

app.get('/v2/events/:eventID', async (c) => {
  const eventId = c.req.param('eventID').toLowerCase();
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(eventId))
    return refuse(c, 400, [{ reason: 'invalidParameter', message: 'eventID: a UUID.' }]);
  const asOf = readAsOf(new URL(c.req.url).searchParams);
  if (asOf !== null && typeof asOf !== 'number') return refuse(c, 400, [asOf]);
  const found = await findEvent(eventId, asOf, c.get('context'));
  switch (found.outcome) {
    case 'STANDS':
      return c.json(found.event);
    case 'GONE':
      return tellGone(c, found.gone, asOf);
    case 'REFUSED':
      return refuse(c, 400, [found.refusal]);
    case 'NONE':
      return refuse(c, 404, [{ reason: 'notFound', message: 'There is no event of this id.' }]);
  }
});

/** Whoever has the event is told that it does not hold, and where what is said in its place is (RFC 9110, 15.5.11; RFC 5829). */
function tellGone(c: HonoContext<RestEnv>, { at, instead }: GoneEvent, asOf: number | null): Response {
  const then = asOf === null ? '' : `?asOf=${new Date(asOf).toISOString()}`;
  const message = `This event does not hold any more: it went on ${utcDateTime(at)}, by its sender's word or because it was of other cargo.`;
  if (instead.length > 0)
    c.header('Link', instead.map((id) => `</v2/events/${id}${then}>; rel="successor-version"`).join(', '));
  return refuse(c, 410, [{ reason: 'gone', message }]);
}

subscriptionRoutes(app);
app.all('/v2/events', (c) => {
  c.header('Allow', 'GET');
  return refuse(c, 405, [{ reason: 'methodNotAllowed', message: 'GET reads events.' }]);
});
app.all('/v2/*', (c) => refuse(c, 404, [{ reason: 'notFound', message: 'There is no such path.' }]));
app.onError((error, c) => {
  const { context, requestId } = c.var;
  context.log.error({ err: error, requestId, path: c.req.path }, 'request failed');
  c.header('API-Version', VERSION);
  return refuse(c, 500, [{ reason: 'internalError', message: `Request ${requestId} failed.` }]);
});

export const dcsaTrackAndTrace2: Facade = {
  paths: ['/v2'],
  name: 'DCSA Track and Trace 2.2',
  description:
    'Events of shipments, as an ocean carrier publishes them, and subscriptions to them 船公司货物追踪标准接口.',
  app,
  unauthenticated(c, detail) {
    c.header('API-Version', VERSION);
    return refuse(c, 401, [{ reason: 'unauthenticated', message: detail }], Date.now());
  },
};
