import { listDeliveries } from 'graph-schema/cypher/feed/webhook-deliveries';
import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import type { DeliveryAttempt, WebhookForm, WebhookSecret } from 'graph-schema/domain/feed/webhook';
import type { Context as HonoContext } from 'hono';
import { randomUUID } from 'node:crypto';
import { feedReader } from '../access/own-rules.ts';
import type { Context } from '../context.ts';
import { positionAt } from '../feed/find-position.ts';
import type { RestApp, RestEnv } from '../rest/facade.ts';
import { whyNotTarget } from '../webhooks/allowed-targets.ts';
import { createOwn, deleteOwn, listOwn, WEBHOOKS_MAX } from '../webhooks/own-webhooks.ts';
import { feedFilterOf } from './entry-events.ts';
import { nextLink, readPaging } from './paging.ts';
import { epcisProblem } from './problems.ts';
import { queryOfJson } from './query.ts';
import { findQuery, NO_QUERY } from './query-routes.ts';
import { bodyOf } from './request-body.ts';
import { subscribedOf, subscriptionBody, tellSubscription, type Subscribed } from './subscription-body.ts';
import { whyNotControls } from './subscription-controls.ts';

// Query subscriptions (EPCIS 2.0, 8.2.5; REST binding `/queries/{queryName}/subscriptions`): webhooks in a form of their own.

const PATH = '/epcis/v2/queries/:name/subscriptions';
const FORM: WebhookForm = 'EPCIS_2';
/** Entries of the feed in one call; a shipment that opened brings all its events with one. */
const ENTRIES = 25;
const NO_SUBSCRIPTION = 'There is no subscription of this id to this query.';

export function subscriptionRoutes(app: RestApp): void {
  app.get(PATH, async (c) => {
    const context = c.get('context');
    const name = c.req.param('name');
    if (!(await findQuery(context, name))) return epcisProblem(c, 'NoSuchNameException', NO_QUERY);
    const { pathname, searchParams } = new URL(c.req.url);
    const paging = readPaging(searchParams);
    if (typeof paging === 'string') return epcisProblem(c, 'QueryParameterException', paging);
    const { perPage, token, rest: others } = paging;
    if (others.length > 0) return epcisProblem(c, 'QueryParameterException', 'A list takes perPage and nextPageToken.');
    const all = (await listOwn(context)).filter((row) => isOf(row, name)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const rest = all.filter(({ id }) => id > String(token?.at?.[0] ?? ''));
    const page = rest.slice(0, perPage);
    const last = page.at(-1);
    const link = rest.length > perPage && last ? nextLink(pathname, perPage, { q: '', m: 'WALK', at: [last.id], n: 0 }) : {};
    return c.json(await Promise.all(page.map((row) => told(row, context))), 200, link);
  });
  app.post(PATH, (c) => subscribe(c, c.req.param('name')));
  app.get(`${PATH}/:id`, async (c) => {
    const row = await find(c.get('context'), c.req.param('name'), c.req.param('id'));
    return row ? c.json(await told(row, c.get('context'))) : epcisProblem(c, 'NoSuchNameException', NO_SUBSCRIPTION);
  });
  app.delete(`${PATH}/:id`, async (c) => {
    const context = c.get('context');
    const row = await find(context, c.req.param('name'), c.req.param('id'));
    const gone = row && (await deleteOwn(context, 'deleteEpcisSubscription', row.id, FORM));
    if (!gone) return epcisProblem(c, 'NoSuchNameException', NO_SUBSCRIPTION);
    context.webhooks.nudge();
    return c.body(null, 204);
  });
} // prettier-ignore

async function subscribe(c: HonoContext<RestEnv>, name: string): Promise<Response> {
  const context = c.get('context');
  const { graph, asker, access, webhooks, now } = context;
  const row = await findQuery(context, name);
  if (!row) return epcisProblem(c, 'NoSuchNameException', NO_QUERY);
  const body = await bodyOf(c, subscriptionBody);
  if (body instanceof Response) return body;
  const { dest, signatureToken, initialRecordTime = null, schedule = null, reportIfEmpty = false } = body;
  const wrong = whyNotControls(body, now(), access.wall());
  if (wrong !== null) return epcisProblem(c, 'SubscriptionControlsException', wrong);
  const why = whyNotTarget(dest, webhooks.targets);
  if (why !== null) return epcisProblem(c, 'ValidationException', `dest: ${why}`);
  const asked: unknown = JSON.parse(row.query);
  const query = queryOfJson(asked);
  if ('problems' in query) return epcisProblem(c, 'QueryValidationException', query.problems.join(' '));
  const secrets = signatureToken === undefined ? [] : [{ secret: signatureToken, endsAt: null }];
  const made = await createOwn(context, 'createEpcisSubscription', {
    id: randomUUID(),
    form: FORM,
    url: dest,
    description: `EPCIS ${name}`,
    filter: JSON.stringify(feedFilterOf(query)),
    events: JSON.stringify({ queryName: name, query: asked, initialRecordTime, schedule, reportIfEmpty } satisfies Subscribed),
    groups: asker.groups && JSON.stringify(asker.groups),
    entriesMax: ENTRIES,
    secrets: JSON.stringify(secrets satisfies WebhookSecret[]),
    cursor: writeCursor(await positionAt(graph, feedReader(asker), initialRecordTime)),
  });
  if (!made) return epcisProblem(c, 'QueryTooComplexException', `An organisation has at most ${WEBHOOKS_MAX} subscriptions and webhooks.`);
  return c.json(tellSubscription(made, null), 201, { Location: `/epcis/v2/queries/${name}/subscriptions/${made.id}` });
} // prettier-ignore

async function find(context: Context, name: string, id: string): Promise<WebhookRow | null> {
  const [row] = await listOwn(context, id);
  return row && isOf(row, name) ? row : null;
}

function isOf({ form, events }: WebhookRow, name: string): boolean {
  return form === FORM && subscribedOf(events).queryName === name;
}

/** With when its receiver last took a call, as far as the log is kept. */
async function told(row: WebhookRow, { access }: Context) {
  const newest = {
    webhook: row.id,
    state: 'DELIVERED',
    before: Number.MAX_SAFE_INTEGER,
    after: null,
    limit: 1,
  };
  const [delivery] = await access.accounts.read(listDeliveries, newest);
  const attempt = delivery?.attempts.at(-1);
  return tellSubscription(row, attempt === undefined ? null : (JSON.parse(attempt) as DeliveryAttempt).at);
}
