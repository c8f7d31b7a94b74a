import type { GraphQLField, GraphQLOutputType } from 'graphql';
import { schema } from '../schema.ts';
import { told } from './async-api-operation.ts';
import { schemaOf } from './graphql-json-schema.ts';

/** Every subscription of the schema, in the order that it has them. */
const FIELDS: readonly GraphQLField<unknown, unknown>[] = Object.values(
  schema.getSubscriptionType()?.getFields() ?? {},
);

/** What subscriptions answer. */
export const SUBSCRIBED: readonly GraphQLOutputType[] = FIELDS.map(({ type }) => type);

/** A channel of AsyncAPI for each, answered alike over graphql-ws and SSE. */
export function subscriptionChannels() {
  return Object.fromEntries(FIELDS.map((field) => [field.name, channelOf(field)]));
}

/** Each is followed by an operation of its own. */
export function subscriptionOperations() {
  return Object.fromEntries(
    FIELDS.map(({ name, description }) => [
      `follow${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      told(name, description, 'next'),
    ]),
  );
}

function channelOf({ name, type, args }: GraphQLField<unknown, unknown>) {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const asked =
    args.length > 0
      ? `subscription (${declared}) { ${name}(${given}) { … } }`
      : `subscription { ${name} { … } }`;
  return {
    address: '/graphql',
    title: `Subscription ${name}`,
    description: `\`${asked}\`, answered with events \`next\`. Fields that are not asked for are left out.`,
    servers: [{ $ref: '#/servers/webSocket' }, { $ref: '#/servers/sse' }],
    messages: { next: nextOf(name, type) },
  };
}

/** What it is answered with, as GraphQL over WebSocket and over SSE write it alike. */
function nextOf(name: string, type: GraphQLOutputType) {
  return {
    title: `An answer of ${name}`,
    contentType: 'application/json',
    payload: {
      type: 'object',
      required: ['data'],
      properties: {
        data: { type: 'object', required: [name], properties: { [name]: schemaOf(type, schema) } },
      },
    },
  };
}
