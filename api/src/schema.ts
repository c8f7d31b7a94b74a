import { guardSchema } from './access/guard-schema.ts';
import { builder } from './builder.ts';
import './schema/index.ts';

builder.queryType({ description: 'Everything that can be asked.' });
builder.mutationType({
  description:
    'What the service can be told. Sent with a header `Idempotency-Key`, each is done once within a day, however often it is sent.',
});
builder.subscriptionType({ description: 'Everything that can be followed.' });

/** The executable schema; its printed form is `schema.graphql`. */
export const schema = guardSchema(builder.toSchema());
