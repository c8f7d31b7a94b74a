import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { PARTIAL_WORDS, partialHeader } from '../../events/partial-page.ts';
import { tagged } from '../../rest/etag.ts';
import type { Facade, RestEnv } from '../../rest/facade.ts';
import { problem } from '../../rest/problem.ts';
import { resolveCursor, writeCursor, type Questions } from '../event-cursor.ts';
import { MOST_ON_A_PAGE, quoted, readAsOf } from '../query.ts';
import { refuse3, type FeedbackElement } from './feedback.ts';
import { findEvent3 } from './find-event.ts';
import { listEvents3 } from './list-events.ts';
import { describeEvents3, VERSION3 } from './openapi.ts';
import { queryText3, readEventQuery3, type EventQuery3 } from './query.ts';
import { NEVER_TOLD } from './vocabulary.ts';

const MAJOR = /^3(?:\.\d+){0,2}(?:-[\w.-]{1,40})?$/;
const QUESTIONS: Questions<EventQuery3> = {
  read: readEventQuery3,
  text: (query) => queryText3(query, false),
};

/** In each answer the version of the contract; a request may name it, and then the right one. */
const version: MiddlewareHandler<RestEnv> = async (c, next) => {
  c.header('API-Version', VERSION3);
  const asked = c.req.header('api-version');
  if (asked !== undefined && !MAJOR.test(asked.trim())) return refuse3(c, 400, 'API-Version: this is version 3.');
  return next();
}; // prettier-ignore

const app = new OpenAPIHono<RestEnv>();
app.use('/v3/*', version, ...tagged('api-version', 'next-page-cursor'));
describeEvents3(app.openAPIRegistry);

app.get('/v3/events', async (c) => {
  const given = new URL(c.req.url).searchParams;
  const asked = readEventQuery3(given);
  if (!('limit' in asked)) return refuse3(c, 400, ...asked.map(({ message }) => message));
  const resolved = resolveCursor(asked, given, QUESTIONS);
  if ('reason' in resolved) return refuse3(c, 400, resolved.message);
  const { query, cursor } = resolved;
  const page = await listEvents3(query, cursor, c.get('context'));
  if ('reason' in page) return refuse3(c, 400, page.message);
  if (page.next) {
    const next = { q: queryText3(query, true), m: page.mode, at: [...page.next], p: [] };
    c.header('Next-Page-Cursor', writeCursor(next));
  }
  const feedbackElements = [...remarksOn(query, given), ...(page.isPartial ? [PARTIAL] : [])];
  const body = { events: page.events, ...(feedbackElements.length > 0 ? { feedbackElements } : {}) };
  return c.json(body, 200, partialHeader(page));
});

/** Beyond the standard, which lists alone; so is a parameter refused that this service does not have. */
app.get('/v3/events/:eventID', async (c) => {
  const given = new URL(c.req.url).searchParams;
  const others = [...new Set(given.keys())].filter((name) => name !== 'asOf');
  if (others.length > 0) return refuse3(c, 400, ...others.map((name) => `${quoted(name)} is no parameter of this request.`));
  const asOf = readAsOf(given);
  if (asOf !== null && typeof asOf !== 'number') return refuse3(c, 400, asOf.message);
  const found = await findEvent3(c.req.param('eventID').toLowerCase(), asOf, c.get('context'));
  if ('reason' in found) return refuse3(c, 400, found.message);
  return found.event ? c.json(found.event) : refuse3(c, 404, 'There is no event of this id.');
}); // prettier-ignore

for (const path of ['/v3/event-subscriptions', '/v3/event-subscriptions/*']) app.all(path, noSubscriptions);

/** The standard leaves them out, and so has no form for this answer either. */
function noSubscriptions(c: HonoContext<RestEnv>): Response {
  return problem(c, {
    status: 501,
    code: 'NOT_IMPLEMENTED',
    title: 'No subscriptions in this version',
    detail:
      'DCSA Track and Trace 3.0 leaves subscriptions out. Those of 2.2 are at /v2/event-subscriptions; events can be polled here by eventUpdatedDateTimeMin.',
  });
}

app.all('/v3/events', (c) => {
  c.header('Allow', 'GET');
  return refuse3(c, 405, 'GET reads events. Events are sent to the receivers of this service.');
});
app.all('/v3/*', (c) => refuse3(c, 404, 'There is no such path.'));
app.onError((error, c) => {
  const { context, requestId } = c.var;
  context.log.error({ err: error, requestId, path: c.req.path }, 'request failed');
  c.header('API-Version', VERSION3);
  return refuse3(c, 500, `Request ${requestId} failed.`);
});

const PARTIAL = { severity: 'WARN', message: PARTIAL_WORDS } as const;

/** What of a question is answered otherwise than it may be meant. */
function remarksOn({ eventTypes }: EventQuery3, given: URLSearchParams): FeedbackElement[] {
  const remarks: FeedbackElement[] = [];
  const never = NEVER_TOLD.filter((type) => eventTypes?.includes(type));
  if (never.length > 0)
    remarks.push({ severity: 'WARN', message: `This service tells no ${never.join(', ')} events.` });
  if (Number(given.get('limit')) > MOST_ON_A_PAGE)
    remarks.push({ severity: 'INFO', message: `A page has at most ${MOST_ON_A_PAGE} events.` });
  return remarks;
}

export const dcsaTrackAndTrace3: Facade = {
  paths: ['/v3'],
  name: 'DCSA Track and Trace 3.0',
  description: 'The same events in the words of the snapshot of 2026-05-25, which is a beta 货物追踪标准接口 3.0 测试版.',
  app,
  unauthenticated(c, detail) {
    c.header('API-Version', VERSION3);
    return refuse3(c, 401, detail);
  },
}; // prettier-ignore
