import { z } from 'zod';
import { FEED_SCHEMAS } from '../webhooks/entry-schemas.ts';

/** Where the document is served. */
export const ASYNCAPI_PATH = '/asyncapi.json';

const FOLLOW =
  'subscription ($after: String, $filter: FeedFilter, $first: Int) { statusFeed(after: $after, filter: $filter, first: $first) { … } }';
const schemaRef = (id: string) => ({ $ref: `#/components/schemas/${id}` });
const messageRef = (channel: string, id: string) => ({ $ref: `#/channels/${channel}/messages/${id}` });

/** What a subscription is answered with, as GraphQL over WebSocket and over SSE write it alike. */
const next = {
  title: 'A page of the feed, or why one cannot go on',
  contentType: 'application/json',
  payload: {
    type: 'object',
    required: ['data'],
    properties: {
      data: {
        type: 'object',
        required: ['statusFeed'],
        properties: { statusFeed: { oneOf: [schemaRef('FeedPage'), schemaRef('ResyncError')] } },
      },
    },
  },
};

/** Headers of Standard Webhooks. */
const signed = {
  type: 'object',
  required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  properties: {
    'webhook-id': { type: 'string', description: 'Names the call: the same for every attempt at it.' },
    'webhook-timestamp': { type: 'string', pattern: '^\\d+$', description: 'Unix time of the attempt, seconds.' },
    'webhook-signature': { type: 'string', description: '`v1,` and HMAC-SHA256 over id, timestamp and body with dots between, base64; several with blanks between while a secret changes.' },
  },
}; // prettier-ignore

const called = (id: string, title: string) => ({
  title,
  contentType: 'application/json',
  headers: signed,
  payload: schemaRef(id),
});

/** AsyncAPI 3.0 of the feed over all ways on which it is pushed; made of the schemas that webhooks are written by. */
export function asyncApiDocument(host: string) {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Throughline 全程通: the feed',
      version: '1',
      description: 'What changed for which shipment. The same entries with the same ids over every transport, each shipment in its order; from any cursor of any of them.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      webSocket: { host, protocol: 'ws', pathname: '/graphql', description: 'Subprotocol graphql-transport-ws.' },
      sse: { host, protocol: 'http', pathname: '/graphql', description: 'GraphQL over SSE, distinct connections: POST with `accept: text/event-stream`.' },
    },
    channels: {
      statusFeed: {
        address: '/graphql',
        title: 'Subscription statusFeed',
        description: `\`${FOLLOW}\`, answered with events \`next\`. Fields that are not asked for are left out; \`shipment\` of an entry, as it is now, may be asked for besides.`,
        servers: [{ $ref: '#/servers/webSocket' }, { $ref: '#/servers/sse' }],
        messages: { next },
      },
      webhook: {
        address: null,
        title: 'Webhook',
        description: 'POST to the address of a webhook (`createWebhook`), in the form of Standard Webhooks. Any 2xx within 15 s takes it.',
        messages: {
          entries: called('FeedEntriesMessage', 'Entries of the feed'),
          resync: called('FeedResyncMessage', 'Something was missed'),
          test: called('TestMessage', 'Somebody tries out the webhook'),
        },
      },
    },
    operations: {
      followFeed: {
        action: 'send',
        channel: { $ref: '#/channels/statusFeed' },
        summary: 'Tells what follows a cursor, and all that comes.',
        messages: [messageRef('statusFeed', 'next')],
      },
      callWebhook: {
        action: 'send',
        channel: { $ref: '#/channels/webhook' },
        summary: 'Calls one address, one call at a time.',
        messages: ['entries', 'resync', 'test'].map((id) => messageRef('webhook', id)),
      },
    },
    components: { schemas: schemas() },
  };
} // prettier-ignore

function schemas(): Record<string, object> {
  const { schemas: made } = z.toJSONSchema(FEED_SCHEMAS, { uri: (id) => `#/components/schemas/${id}` });
  // Named by their place in the document: an id of their own would be the base of references in them.
  return Object.fromEntries(
    Object.entries(made).map(([id, described]) => {
      const schema: Record<string, unknown> = { ...described };
      delete schema['$schema'];
      delete schema['$id'];
      return [id, schema];
    }),
  );
}
