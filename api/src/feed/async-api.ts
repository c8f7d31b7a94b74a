import { z } from 'zod';
import { CONTROL_NAMES } from '../epcis/subscription-controls.ts';
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

/** What a named query of EPCIS is told in. */
const queryDocument = {
  title: 'Events that match a named query, or that none has come',
  contentType: 'application/ld+json',
  payload: {
    type: 'object',
    description: 'EPCISQueryDocument, as GS1’s JSON schema of EPCIS 2.0 has it.',
    required: ['@context', 'type', 'schemaVersion', 'creationDate', 'epcisBody'],
    properties: {
      type: { const: 'EPCISQueryDocument' },
      epcisBody: {
        type: 'object',
        required: ['queryResults'],
        properties: {
          queryResults: {
            type: 'object',
            required: ['queryName', 'subscriptionID', 'resultsBody'],
            properties: {
              queryName: { type: 'string' },
              subscriptionID: { type: 'string', description: 'The same on one connection.' },
              resultsBody: {
                type: 'object',
                required: ['eventList'],
                properties: { eventList: { type: 'array', items: { type: 'object' } } },
              },
            },
          },
        },
      },
    },
  },
};

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
      epcis: { host, protocol: 'ws', pathname: '/epcis/v2', description: 'GS1 EPCIS 2.0; with the key of an API or a session, as over HTTP.' },
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
      epcisQuery: {
        address: '/queries/{name}/events',
        title: 'Named query of EPCIS',
        description: 'Opened with `stream=true`, or with fields of a schedule (`second` … `dayOfWeek`) and `reportIfEmpty`; `initialRecordTime`. Closes with 1000 when the query is gone, 1001 when the process ends, 1008 for whoever may not ask any more, 1011 on a failure, 1012 when something was missed: then ask the query, and connect again.',
        parameters: { name: { description: 'Of the query.' } },
        servers: [{ $ref: '#/servers/epcis' }],
        messages: { document: queryDocument },
        bindings: { ws: { method: 'GET', query: { type: 'object', properties: Object.fromEntries(CONTROL_NAMES.map((name) => [name, { type: 'string' }])) } } },
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
      tellQuery: {
        action: 'send',
        channel: { $ref: '#/channels/epcisQuery' },
        summary: 'Tells what comes and matches, and what went.',
        messages: [messageRef('epcisQuery', 'document')],
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
