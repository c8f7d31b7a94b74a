import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { tagged } from '../rest/etag.ts';
import type { Facade, RestEnv } from '../rest/facade.ts';
import { answerEvent } from './answer-event.ts';
import { answerEvents } from './answer-events.ts';
import { answerCollected, answerCollection } from './answer-collection.ts';
import { COLLECTIONS, type CollectionName } from './collections.ts';
import { DISCOVERY, negotiate } from './headers.ts';
import { describeEpcis } from './openapi.ts';
import { epcisProblem } from './problems.ts';
import { queryFor } from './query.ts';
import { queryRoutes } from './query-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { EVENT_TYPES } from './vocabulary.ts';

const BASE = '/epcis/v2';
const NO_TYPE = `Types of event: ${EVENT_TYPES.join(', ')}.`;
const app = new OpenAPIHono<RestEnv>();
describeEpcis(app.openAPIRegistry);
app.use(`${BASE}/*`, negotiate, ...tagged('gs1-epcis-version'));
app.use(BASE, negotiate);

app.get(BASE, (c) => c.json(['events', ...Object.keys(COLLECTIONS), 'queries']));
app.get(`${BASE}/events`, (c) => answerEvents(c, null));
app.get(`${BASE}/events/:eventID`, (c) => answerEvent(c, c.req.param('eventID')));

for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
  const { parameter } = COLLECTIONS[name];
  app.get(`${BASE}/${name}`, (c) => answerCollection(c, name));
  app.get(`${BASE}/${name}/:id`, (c) => answerCollected(c, name, c.req.param('id')));
  app.get(`${BASE}/${name}/:id/events`, (c) => {
    const id = c.req.param('id');
    const isNone = name === 'eventTypes' && !EVENT_TYPES.some((type) => type === id);
    return isNone
      ? epcisProblem(c, 'NoSuchNameException', NO_TYPE)
      : answerEvents(c, queryFor(parameter, id));
  });
}

queryRoutes(app);
subscriptionRoutes(app);

/** Which methods a path has, and which versions are spoken. */
app.options(`${BASE}/*`, (c) => discovery(c));
app.options(BASE, (c) => discovery(c));
function discovery(c: HonoContext<RestEnv>): Response {
  for (const [header, value] of Object.entries(DISCOVERY)) c.header(header, value);
  c.header('Allow', methodsOf(c.req.path.slice(BASE.length)));
  return c.body(null, 204);
}

function methodsOf(path: string): string {
  if (/^\/queries(?:\/[^/]+\/subscriptions)?$/.test(path)) return 'OPTIONS, POST, GET';
  return /^\/queries\/[^/]+(?:\/subscriptions\/[^/]+)?$/.test(path) ? 'OPTIONS, DELETE, GET' : 'OPTIONS, GET';
}

app.all(`${BASE}/queries/*`, (c) => notAllowed(c));
app.all(`${BASE}/queries`, (c) => notAllowed(c));
function notAllowed(c: HonoContext<RestEnv>): Response {
  const allowed = methodsOf(c.req.path.slice(BASE.length));
  if (allowed.includes(c.req.method)) return epcisProblem(c, 'NoSuchNameException', 'There is no such path.');
  c.header('Allow', allowed);
  return epcisProblem(c, 'NotAllowed', `${allowed} are there.`);
}

app.all('/epcis/*', (c) => epcisProblem(c, 'NoSuchNameException', 'There is no such path.'));
app.onError((error, c) => {
  const { context, requestId } = c.var;
  context.log.error({ err: error, requestId, path: c.req.path }, 'request failed');
  return epcisProblem(c, 'Internal', `Request ${requestId} failed.`);
});

export const epcisQueries: Facade = {
  paths: ['/epcis'],
  name: 'GS1 EPCIS 2.0',
  description: 'Events of things and papers, as EPCIS repositories answer for them GS1 追溯事件查询.',
  app,
  unauthenticated: (c, detail) => epcisProblem(c, 'SecurityException', detail),
};
