import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { STANDS } from '../rest/etag.ts';
import { failure, headers, answered, paged, TAGS } from './openapi.ts';
import { newSubscription, secretBody, subscription } from './subscription-body.ts';
import { SUBSCRIPTION_SORT_FIELDS } from './subscription-pages.ts';

const PATH = '/v2/event-subscriptions';
const params = z.object({ subscriptionID: z.uuid() });
const text = z.string();
const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const asked = (schema: z.ZodType) => ({ required: true, content: json(schema) });
const one = { description: 'The subscription.', headers: answered, content: json(subscription) };
const done = (description: string) => ({ 204: { description, headers: answered }, default: failure });
const header = (name: string, description: string, schema: object = { type: 'string' }) =>
  ({ name, in: 'header', required: true, description, schema }) as const;

/** What a subscriber is sent. */
const callbacks = {
  event: {
    '{$request.body#/callbackUrl}': {
      post: {
        summary: 'Events that match, as they come',
        parameters: [
          header('Subscription-ID', 'The subscription.', { type: 'string', format: 'uuid' }),
          header('Notification-Signature', '`sha256=` and HMAC-SHA256 over the bytes of the body, in hexadecimal.', { type: 'string', pattern: '^sha256=[0-9a-f]{64}$' }),
          header('API-Version', 'Version of the contract.'),
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { type: 'array' as const, items: { $ref: '#/components/schemas/DcsaEvent' } } } },
        },
        responses: { 204: { description: 'The subscriber has taken them.' } },
      },
      head: {
        summary: 'Asked once, when the address is entered',
        responses: { 204: { description: 'Somebody is there.' } },
      },
    },
  },
}; // prettier-ignore

export function describeSubscriptions(registry: OpenAPIHono['openAPIRegistry']): void {
  registry.registerPath({
    method: 'get',
    path: PATH,
    operationId: 'dcsa2ListEventSubscriptions',
    tags: TAGS,
    summary: 'Subscriptions of the own organisation',
    request: {
      headers,
      query: z.object({
        limit: z.int().min(1).optional(),
        cursor: text.optional().openapi({ description: 'From a paging header.' }),
        sort: text.optional().openapi({
          description: `Fields with :ASC or :DESC, by commas: ${SUBSCRIPTION_SORT_FIELDS.join(', ')}. Without: by age.`,
        }),
      }),
    },
    responses: {
      200: {
        description: 'A page of subscriptions.',
        headers: paged,
        content: json(z.array(subscription)),
      },
      ...STANDS,
      default: failure,
    },
  });
  registry.registerPath({
    method: 'post',
    path: PATH,
    operationId: 'dcsa2CreateEventSubscription',
    tags: TAGS,
    summary: 'Subscribes to events that match',
    description:
      'All filters have to match; of a list any. Events are sent as `GET /v2/events` tells them, from now on. Without filters: all that the organisation sees.',
    request: { headers, body: asked(newSubscription) },
    responses: { 201: { ...one, headers: answered.extend({ Location: text }) }, default: failure },
    callbacks,
  });
  registry.registerPath({
    method: 'get',
    path: `${PATH}/{subscriptionID}`,
    operationId: 'dcsa2GetEventSubscription',
    tags: TAGS,
    summary: 'One subscription',
    request: { headers, params },
    responses: { 200: one, ...STANDS, default: failure },
  });
  registry.registerPath({
    method: 'put',
    path: `${PATH}/{subscriptionID}`,
    operationId: 'dcsa2ChangeEventSubscription',
    tags: TAGS,
    summary: 'Replaces address and filters',
    description: 'One that was disabled because its calls did not come through is called again.',
    request: { headers, params, body: asked(subscription) },
    responses: { 200: one, default: failure },
  });
  registry.registerPath({
    method: 'delete',
    path: `${PATH}/{subscriptionID}`,
    operationId: 'dcsa2DeleteEventSubscription',
    tags: TAGS,
    summary: 'Ends a subscription',
    request: { headers, params },
    responses: done('It has ended.'),
  });
  registry.registerPath({
    method: 'put',
    path: `${PATH}/{subscriptionID}/secret`,
    operationId: 'dcsa2ChangeEventSubscriptionSecret',
    tags: TAGS,
    summary: 'Replaces the secret',
    description: 'The new one signs from the next attempt on.',
    request: { headers, params, body: asked(secretBody) },
    responses: done('It signs from now on.'),
  });
}
