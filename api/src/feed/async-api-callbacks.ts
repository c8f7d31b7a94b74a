import { z } from 'zod';
import { dcsaEvent } from '../dcsa/event-schemas.ts';
import { VERSION } from '../dcsa/version.ts';
import { ALWAYS } from '../epcis/headers.ts';

/** What a named query of EPCIS is told in. */
export const queryDocument = {
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
              subscriptionID: {
                type: 'string',
                description: 'Of the subscription; over a WebSocket the same on one connection.',
              },
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

/** Headers that a call has each time. */
const always = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { const: value }]));

/** Whom standards have called: the subscribers of their façades. */
export const callbackChannels = {
  dcsaCallback: {
    address: null,
    title: 'Callback of DCSA Track and Trace 2.2',
    description: 'POST to the `callbackUrl` of a subscription (`POST /v2/event-subscriptions`). Only 204 takes it.',
    messages: {
      events: {
        title: 'Events that match',
        contentType: 'application/json',
        headers: {
          type: 'object',
          required: ['api-version', 'subscription-id', 'notification-signature'],
          properties: {
            'api-version': { const: VERSION },
            'subscription-id': { type: 'string', format: 'uuid' },
            'notification-signature': { type: 'string', pattern: '^sha256=[0-9a-f]{64}$', description: 'HMAC-SHA-256 over the bytes of the body by the newest secret, in hexadecimal.' },
          },
        },
        payload: { type: 'array', items: withoutId(z.toJSONSchema(dcsaEvent)) },
      },
    },
  },
  epcisCallback: {
    address: null,
    title: 'Callback of a query subscription of EPCIS 2.0',
    description: 'POST to the `dest` of a subscription (`POST /epcis/v2/queries/{name}/subscriptions`). Any 2xx takes it.',
    messages: {
      document: {
        ...queryDocument,
        headers: {
          type: 'object',
          required: Object.keys(ALWAYS),
          properties: {
            ...always(ALWAYS),
            'GS1-Signature': { type: 'string', description: 'Base64 of HMAC-SHA-256 over the body by the `signatureToken`; left out where the subscriber gave none.' },
          },
        },
      },
    },
  },
}; // prettier-ignore

/** Named by its place in the document: an id of its own would be the base of references in it. */
export function withoutId(described: object): Record<string, unknown> {
  const schema: Record<string, unknown> = { ...described };
  delete schema['$schema'];
  delete schema['$id'];
  return schema;
}
