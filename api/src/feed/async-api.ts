import { z } from 'zod';
import { CONTROL_NAMES } from '../epcis/subscription-controls.ts';
import { schema } from '../schema.ts';
import { FEED_SCHEMAS } from '../webhooks/entry-schemas.ts';
import { callbackChannels, queryDocument, withoutId } from './async-api-callbacks.ts';
import { told } from './async-api-operation.ts';
import { SUBSCRIBED, subscriptionChannels, subscriptionOperations } from './async-api-subscriptions.ts';
import { schemasOf } from './graphql-json-schema.ts';

/** Where the document is served. */
export const ASYNCAPI_PATH = '/asyncapi.json';

const schemaRef = (id: string) => ({ $ref: `#/components/schemas/${id}` });

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

/**
 * AsyncAPI 3.0 of all that is pushed: subscriptions, made of the GraphQL schema, webhooks, made of the schemas that they are written by, and the
 * callbacks of standards.
 */
export function asyncApiDocument(host: string) {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Throughline 全程通: what is pushed',
      version: '1',
      description: 'Of the feed, what changed for which shipment: the same entries with the same ids over every transport, each shipment in its order; from any cursor of any of them.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      webSocket: { host, protocol: 'ws', pathname: '/graphql', description: 'Subprotocol graphql-transport-ws.' },
      epcis: { host, protocol: 'ws', pathname: '/epcis/v2', description: 'GS1 EPCIS 2.0; with the key of an API or a session, as over HTTP.' },
      sse: { host, protocol: 'http', pathname: '/graphql', description: 'GraphQL over SSE, distinct connections: POST with `accept: text/event-stream`.' },
    },
    channels: {
      ...subscriptionChannels(),
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
      ...callbackChannels,
    },
    operations: {
      ...subscriptionOperations(),
      tellQuery: told('epcisQuery', 'Tells what comes and matches, and what went.', 'document'),
      callWebhook: told('webhook', 'Calls one address, one call at a time.', 'entries', 'resync', 'test'),
      callDcsaSubscriber: told('dcsaCallback', 'Calls a subscriber of DCSA with events that match, as they come.', 'events'),
      callEpcisSubscriber: told('epcisCallback', 'Calls a subscriber of EPCIS with events that match, as they come or on a schedule.', 'document'),
    },
    components: { schemas: schemas() },
  };
} // prettier-ignore

function schemas(): Record<string, object> {
  const { schemas: made } = z.toJSONSchema(FEED_SCHEMAS, { uri: (id) => `#/components/schemas/${id}` });
  // Of types that both have, that of webhooks, which says what is always there where all is asked for.
  return {
    ...schemasOf(SUBSCRIBED, schema),
    ...Object.fromEntries(Object.entries(made).map(([id, described]) => [id, withoutId(described)])),
  };
}
