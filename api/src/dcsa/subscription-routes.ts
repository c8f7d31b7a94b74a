import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { resumeDelivery } from 'graph-schema/cypher/feed/webhook-deliveries';
import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import type { WebhookForm, WebhookSecret } from 'graph-schema/domain/feed/webhook';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { problemOf } from '../access/guard-schema.ts';
import { feedReader } from '../access/own-rules.ts';
import type { Context } from '../context.ts';
import { positionAt } from '../feed/find-position.ts';
import type { RestApp, RestEnv } from '../rest/facade.ts';
import { changeOwn, createOwn, deleteOwn, listOwn, WEBHOOKS_MAX } from '../webhooks/own-webhooks.ts';
import { feedFilterOf } from './callback-form.ts';
import { refuse, type Reason } from './dcsa-error.ts';
import { filtersIn, newSubscription, readBody, readFilters, secretBody, subscription, type Subscribed, type Subscription } from './subscription-body.ts'; // prettier-ignore
import { pageOf, readPageQuery } from './subscription-pages.ts';
import { VERSION } from './version.ts';

// Event subscriptions of DCSA Track and Trace 2.2.0: webhooks of an organisation in a form of their own.

const PATH = '/v2/event-subscriptions';
const FORM: WebhookForm = 'DCSA_2';
const BODY_BYTES_MAX = 64 * 1024;
/** Entries of the feed in one call; a shipment that opened brings all its events with one. */
const ENTRIES = 25;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Asked = HonoContext<RestEnv>;

export function subscriptionRoutes(app: RestApp): void {
  const tooLarge = (c: HonoContext) => refuse(c as Asked, 413, [{ reason: 'tooLarge', message: `A body has at most ${BODY_BYTES_MAX} bytes.` }]);
  app.use(`${PATH}/*`, mayAsk);
  // On those alone that have a body: it would wrap that of others, which have none.
  app.on(['POST', 'PUT'], [PATH, `${PATH}/*`], bodyLimit({ maxSize: BODY_BYTES_MAX, onError: tooLarge }));
  app.get(PATH, async (c) => {
    const asked = readPageQuery(new URL(c.req.url).searchParams);
    if ('reasons' in asked) return refuse(c, 400, asked.reasons);
    const own = (await listOwn(c.get('context'))).filter(({ form }) => form === FORM);
    const { page, headers } = pageOf(own, asked, PATH);
    return c.json(page.map(tellSubscription), 200, headers);
  });
  app.post(PATH, create);
  app.get(`${PATH}/:subscriptionID`, async (c) => {
    const id = idOf(c);
    const found = id === null ? null : await find(c.get('context'), id);
    return found ? c.json(tellSubscription(found)) : notThere(c, id);
  });
  app.put(`${PATH}/:subscriptionID`, change);
  app.delete(`${PATH}/:subscriptionID`, async (c) => {
    const id = idOf(c);
    const gone = id === null ? null : await deleteOwn(c.get('context'), 'deleteEventSubscription', id, FORM);
    return gone ? c.body(null, 204) : notThere(c, id);
  });
  app.put(`${PATH}/:subscriptionID/secret`, changeSecret);
  for (const [path, allowed] of [[PATH, 'GET, POST'], [`${PATH}/:subscriptionID`, 'GET, PUT, DELETE'], [`${PATH}/:subscriptionID/secret`, 'PUT']] as const)
    app.all(path, (c) => {
      c.header('Allow', allowed);
      return refuse(c, 405, [{ reason: 'methodNotAllowed', message: `${allowed} are there.` }]);
    });
} // prettier-ignore

/** Members read; who has their organisation called are programs with its key, and its administrators. */
const mayAsk: MiddlewareHandler<RestEnv> = async (c, next) => {
  const { asker } = c.get('context');
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const may = isRead
    ? problemOf(asker, 'MEMBER') === null
    : asker.kind === 'API_KEY' || problemOf(asker, 'ADMIN') === null;
  if (!may) return refuse(c, 403, [{ reason: 'forbidden', message: 'Not for you to ask.' }]);
  return next();
};

async function create(c: Asked): Promise<Response> {
  const body = await bodyOf(c, newSubscription);
  if (body instanceof Response) return body;
  const context = c.get('context');
  const { callbackUrl, secret } = body;
  const filters = filtersIn(body);
  const wanted = subscribedTo(filters, context);
  if ('reasons' in wanted) return refuse(c, 400, wanted.reasons);
  const why = await whyNotCalled(callbackUrl, context);
  if (why) return refuse(c, 400, why);
  const made = await createOwn(context, 'createEventSubscription', {
    id: randomUUID(),
    form: FORM,
    url: callbackUrl,
    description: 'DCSA Track and Trace 2.2',
    ...wanted,
    entriesMax: ENTRIES,
    secrets: secretsOf(secret),
    cursor: writeCursor(await positionAt(context.graph, feedReader(context.asker), null)),
  });
  if (!made)
    return refuse(c, 409, [{ reason: 'tooMany', message: `An organisation has at most ${WEBHOOKS_MAX} subscriptions and webhooks.` }]);
  return c.json(tellSubscription(made), 201, { Location: `${PATH}/${made.id}` });
} // prettier-ignore

async function change(c: Asked): Promise<Response> {
  const id = idOf(c);
  const context = c.get('context');
  const before = id === null ? null : await find(context, id);
  if (id === null || !before) return notThere(c, id);
  const body = await bodyOf(c, subscription);
  if (body instanceof Response) return body;
  const { callbackUrl, subscriptionID } = body;
  if (subscriptionID !== undefined && subscriptionID.toLowerCase() !== id)
    return refuse(c, 400, [{ reason: 'invalidParameter', message: 'subscriptionID: another than the path has.' }]);
  const wanted = subscribedTo(filtersIn(body), context);
  if ('reasons' in wanted) return refuse(c, 400, wanted.reasons);
  const why = callbackUrl === before.url ? null : await whyNotCalled(callbackUrl, context);
  if (why) return refuse(c, 400, why);
  const changed = await changeOwn(context, 'changeEventSubscription', id, async (run, { form, state }) => {
    if (form !== FORM) return null;
    const set = { ...wanted, url: callbackUrl };
    // The standard has no other way to say that it may be called again.
    if (state !== 'DISABLED') return set;
    await run(resumeDelivery, { webhook: id, now: context.access.wall(), skip: false });
    return { ...set, state: 'ENABLED', notice: null, failingSince: null, refused: 0 };
  });
  return changed ? c.json(tellSubscription(changed)) : notThere(c, id);
} // prettier-ignore

async function changeSecret(c: Asked): Promise<Response> {
  const id = idOf(c);
  if (id === null) return notThere(c, id);
  const body = await bodyOf(c, secretBody);
  if (body instanceof Response) return body;
  // The standard has room for one signature: the new secret makes it from the next attempt on.
  const changed = await changeOwn(c.get('context'), 'changeEventSubscriptionSecret', id, async (_run, { form }) =>
    form === FORM ? { secrets: secretsOf(body.secret) } : null,
  );
  return changed ? c.body(null, 204) : notThere(c, id);
} // prettier-ignore

async function find(context: Context, id: string): Promise<WebhookRow | null> {
  const [row] = await listOwn(context, id);
  return row?.form === FORM ? row : null;
}

/** What a subscription keeps of its filters: as they were written, as the feed is read by, and how much whoever asks may see. */
function subscribedTo(subscribed: Subscribed, { asker }: Context): { readonly reasons: readonly Reason[] } | Pick<WebhookRow, 'events' | 'filter' | 'groups'> {
  const filter = readFilters(subscribed);
  if ('reasons' in filter) return filter;
  return {
    events: JSON.stringify(subscribed),
    filter: JSON.stringify(feedFilterOf(filter)),
    groups: asker.groups && JSON.stringify(asker.groups),
  };
} // prettier-ignore

/** Nobody is called who does not answer a HEAD. Null: he does. */
async function whyNotCalled(url: string, { webhooks }: Context): Promise<readonly Reason[] | null> {
  const why = await webhooks.caller.probe(url, { 'api-version': VERSION });
  return why === null ? null : [{ reason: 'invalidParameter', message: `callbackUrl: HEAD: ${why}` }];
}

async function bodyOf<T>(c: Asked, schema: z.ZodType<T>): Promise<T | Response> {
  if (!/^application\/json *(;|$)/i.test(c.req.header('content-type') ?? ''))
    return refuse(c, 415, [{ reason: 'unsupportedMediaType', message: 'Content-Type: application/json.' }]);
  const said: unknown = await c.req.json().catch(() => undefined);
  if (said === undefined) return refuse(c, 400, [{ reason: 'invalidParameter', message: 'body: no JSON.' }]);
  const body = readBody(schema, said);
  return isRefused(body) ? refuse(c, 400, body.reasons) : body;
}

function isRefused(body: unknown): body is { readonly reasons: readonly Reason[] } {
  return typeof body === 'object' && body !== null && 'reasons' in body;
}

function tellSubscription({ id, url, events }: WebhookRow): Subscription {
  return { subscriptionID: id, callbackUrl: url, ...(JSON.parse(events ?? '{}') as Subscribed) };
}

function secretsOf(secret: string): string {
  return JSON.stringify([{ secret, endsAt: null }] satisfies WebhookSecret[]);
}

/** Null: it is no UUID. */
function idOf(c: Asked): string | null {
  const id = c.req.param('subscriptionID')?.toLowerCase() ?? '';
  return UUID.test(id) ? id : null;
}

function notThere(c: Asked, id: string | null): Response {
  return id === null
    ? refuse(c, 400, [{ reason: 'invalidParameter', message: 'subscriptionID: a UUID.' }])
    : refuse(c, 404, [{ reason: 'notFound', message: 'There is no subscription of this id.' }]);
}
