import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { STANDS } from '../rest/etag.ts';
import { document, eventHeaders, eventPaging, failure, headers, paging, TAGS } from './openapi-parts.ts';
import { CONTROL_NAMES } from './subscription-controls.ts';
import { subscriptionBody } from './subscription-body.ts';

const text = z.string();
const query = z
  .object({
    name: text,
    query: z.looseObject({}).openapi({ description: 'As GS1’s query-schema.json has it.' }),
  })
  .openapi('EpcisQuery');
const subscription = z
  .looseObject({
    subscriptionID: text,
    queryName: text,
    dest: text,
    stream: z.literal(true).optional(),
    schedule: z.record(text, text).optional(),
    createdAt: z.iso.datetime(),
    initialRecordTime: z.iso.datetime({ offset: true }).optional(),
    lastNotifiedAt: z.iso.datetime().optional(),
  })
  .openapi('EpcisSubscription');
const told = Object.fromEntries(
  CONTROL_NAMES.map((control) => [
    control,
    text.optional().openapi({ description: 'Over a WebSocket alone.' }),
  ]),
);
const name = z.object({ name: text });
const one = z.object({ name: text, id: text });

const of = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});
const made = (description: string, schema: z.ZodType) => ({
  ...of(description, schema),
  headers: z.object({ Location: text }),
});

/** Named queries and subscriptions to them. */
export function describeQueries(registry: OpenAPIHono['openAPIRegistry']): void {
  const path = '/epcis/v2/queries';
  const add = (method: 'get' | 'post' | 'delete', at: string, summary: string, request: object, responses: object) =>
    registry.registerPath({ method, path: `${path}${at}`, tags: TAGS, summary, request, responses: { ...responses, ...(method === 'get' ? STANDS : {}), default: failure } });
  const body = (schema: z.ZodType) => ({ body: { required: true, content: { 'application/json': { schema } } } });
  const gone = { 204: { description: 'It is gone.' } };
  add('get', '', 'Named queries of the organisation', { query: paging }, { 200: { ...of('A page of them.', z.array(query)), headers } });
  add('post', '', 'Keeps a query under a name', body(query), { 201: made('The query.', query) });
  add('get', '/{name}', 'A named query', { params: name }, { 200: of('The query.', query) });
  add('delete', '/{name}', 'Forgets a query and ends its subscriptions', { params: name }, gone);
  add('get', '/{name}/events', 'Events of a named query; with `Upgrade: websocket` and controls, told as they come', { params: name, query: eventPaging.extend(told) }, {
    101: { description: 'A WebSocket; `/asyncapi.json` has what it tells.' },
    200: { ...of('A page of events.', document), headers: eventHeaders },
    426: { ...failure, description: 'With controls, and without the upgrade.' },
    429: { ...failure, description: 'More WebSockets than one organisation may have open at once.' },
  });
  const at = '/{name}/subscriptions';
  add('get', at, 'Subscriptions to a query', { params: name, query: paging }, { 200: { ...of('A page of them.', z.array(subscription)), headers } });
  add('post', at, 'Has an address called with events that match', { params: name, ...body(subscriptionBody) }, { 201: made('The subscription.', subscription) });
  add('get', `${at}/{id}`, 'A subscription', { params: one }, { 200: of('The subscription.', subscription) });
  add('delete', `${at}/{id}`, 'Ends a subscription', { params: one }, gone);
} // prettier-ignore
