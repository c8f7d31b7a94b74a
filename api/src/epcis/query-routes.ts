import { createEpcisQuery, deleteEpcisQuery, listEpcisQueries, type EpcisQueryRow } from 'graph-schema/cypher/access/epcis-queries'; // prettier-ignore
import { deleteWebhook, listWebhooks } from 'graph-schema/cypher/feed/webhooks';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { changeAccounts } from '../access/change-accounts.ts';
import { problemOf } from '../access/guard-schema.ts';
import type { Context } from '../context.ts';
import type { RestApp, RestEnv } from '../rest/facade.ts';
import { ownerOf } from '../webhooks/owner-of.ts';
import { answerQuery } from './answer-events.ts';
import { nextLink, readEventPaging, readPaging } from './paging.ts';
import { epcisProblem } from './problems.ts';
import { queryOfJson } from './query.ts';
import { bodyOf } from './request-body.ts';
import { subscribedOf } from './subscription-body.ts';
import { CONTROL_NAMES, readControls, whyNotControls } from './subscription-controls.ts';

// Named queries (EPCIS 2.0, REST binding `/queries`): each is kept for the organisation that made it, and asked with what whoever asks
// may see.

const PATH = '/epcis/v2/queries';
/** An organisation has at most so many. */
const QUERIES_MAX = 100;
/** The standard's own name for a query that is not kept. */
const RESERVED = 'SimpleEventQuery';

const newQuery = z.strictObject({
  '@context': z.unknown().optional(),
  name: z.string().regex(/^\w[\w.~-]{0,63}$/, 'up to 64 letters, digits and, behind the first, . _ ~ -'),
  query: z.unknown(),
});

export function queryRoutes(app: RestApp): void {
  app.use(PATH, mayAsk);
  app.use(`${PATH}/*`, mayAsk);
  app.get(PATH, async (c) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const paging = readPaging(searchParams);
    if (typeof paging === 'string') return epcisProblem(c, 'QueryParameterException', paging);
    const { perPage, token, rest: others } = paging;
    if (others.length > 0) return epcisProblem(c, 'QueryParameterException', 'A list takes perPage and nextPageToken.');
    const rows = await listOwn(c.get('context'), { after: String(token?.at?.[0] ?? ''), limit: perPage + 1 });
    const page = rows.slice(0, perPage);
    const last = page.at(-1);
    const link = rows.length > perPage && last ? nextLink(pathname, perPage, { q: '', m: 'WALK', at: [last.name], n: 0 }) : {};
    return c.json(page.map(tellQuery), 200, link);
  });

  app.post(PATH, async (c) => {
    const body = await bodyOf(c, newQuery);
    if (body instanceof Response) return body;
    const read = queryOfJson(body.query);
    if ('problems' in read) return epcisProblem(c, 'QueryValidationException', read.problems.join(' '));
    const context = c.get('context');
    const owner = queryOwner(context);
    const { name } = body;
    const taken = () => epcisProblem(c, 'ResourceAlreadyExistsException', `There is a query ${name}.`);
    if (name === RESERVED) return taken();
    if ((await listOwn(context, { limit: QUERIES_MAX })).length >= QUERIES_MAX)
      return epcisProblem(c, 'QueryTooComplexException', `An organisation has at most ${QUERIES_MAX} queries.`);
    const made = { owner, name, query: JSON.stringify(body.query), createdAt: context.access.wall(), attempt: randomUUID() };
    const row = await changeAccounts(context, 'createEpcisQuery', async (run) => (await run(createEpcisQuery, made))[0] ?? null, () => name);
    return row ? c.json(tellQuery(row), 201, { Location: `${PATH}/${name}` }) : taken();
  });

  app.get(`${PATH}/:name`, async (c) => {
    const row = await findQuery(c.get('context'), c.req.param('name'));
    return row ? c.json(tellQuery(row)) : epcisProblem(c, 'NoSuchNameException', NO_QUERY);
  });

  app.delete(`${PATH}/:name`, async (c) => {
    const context = c.get('context');
    const name = c.req.param('name');
    const gone = await changeAccounts(context, 'deleteEpcisQuery', async (run) => {
      const [deleted] = await run(deleteEpcisQuery, { owner: queryOwner(context), name });
      if (!deleted) return null;
      // Whoever is called with what it asks for is called no more.
      const organisation = ownerOf(context.asker);
      for (const { id, form, events } of await run(listWebhooks, { organisation, id: null }))
        if (form === 'EPCIS_2' && subscribedOf(events).queryName === name) await run(deleteWebhook, { organisation, id });
      return deleted;
    }, (deleted) => deleted.name);
    if (!gone) return epcisProblem(c, 'NoSuchNameException', NO_QUERY);
    context.webhooks.nudge();
    return c.body(null, 204);
  });

  app.get(`${PATH}/:name/events`, async (c) => {
    const row = await findQuery(c.get('context'), c.req.param('name'));
    if (!row) return epcisProblem(c, 'NoSuchNameException', NO_QUERY);
    const paging = readEventPaging(new URL(c.req.url).searchParams);
    if (typeof paging === 'string') return epcisProblem(c, 'QueryParameterException', paging);
    const isUpgrade = c.req.header('upgrade')?.toLowerCase() === 'websocket';
    if (isUpgrade || paging.rest.some(([name]) => CONTROL_NAMES.includes(name))) return upgradeOnly(c);
    if (paging.rest.length > 0) return epcisProblem(c, 'QueryParameterException', 'A named query takes perPage, nextPageToken and asOf.');
    const query = queryOfJson(JSON.parse(row.query));
    if ('problems' in query) return epcisProblem(c, 'QueryParameterException', query.problems.join(' '));
    return answerQuery(c, query, paging, row.name);
  });
} // prettier-ignore

export const NO_QUERY = 'There is no query of this name.';

/** What is told as it comes, or at its times, is told over a WebSocket (RFC 9110, 15.5.22), if nothing is wrong with the controls. */
function upgradeOnly(c: HonoContext<RestEnv>): Response {
  const { now, access } = c.get('context');
  const controls = readControls([...new URL(c.req.url).searchParams]);
  const why = typeof controls === 'string' ? controls : whyNotControls(controls, now(), access.wall());
  if (why !== null) return epcisProblem(c, 'SubscriptionControlsException', why);
  c.header('Upgrade', 'websocket');
  return epcisProblem(c, 'UpgradeRequired', 'Ask with `Upgrade: websocket`.');
}

/** Members read; who keeps queries and has his organisation called are programs with its key, and its administrators. */
const mayAsk: MiddlewareHandler<RestEnv> = async (c, next) => {
  const { asker } = c.get('context');
  const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
  const isProgram = asker.kind === 'API_KEY' && !isRead;
  if (!isProgram && !(isRead ? mayRead(asker) : problemOf(asker, 'ADMIN') === null))
    return epcisProblem(c, 'Forbidden', 'Queries are kept for organisations: members read them, programs and administrators change them.');
  return next();
}; // prettier-ignore

export function mayRead(asker: Asker): boolean {
  return problemOf(asker, 'MEMBER') === null;
}

export async function findQuery(context: Context, name: string): Promise<EpcisQueryRow | null> {
  return (await listOwn(context, { name }))[0] ?? null;
}

function listOwn(context: Context, { name = null, after = '', limit = 1 }: { name?: string | null; after?: string; limit?: number }) {
  return context.access.accounts.read(listEpcisQueries, { owner: queryOwner(context), name, after, limit });
} // prettier-ignore

/** Whose a query is; whoever runs the service has the service's. */
function queryOwner({ asker }: Context): string {
  return ownerOf(asker) ?? '*';
}

function tellQuery({ name, query }: EpcisQueryRow) {
  return { name, query: JSON.parse(query) as unknown };
}
