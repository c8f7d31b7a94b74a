import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { asOfOrError, refused } from './as-of.ts';
import { NodeInterface } from './node-interface.ts';
import { nodesById } from './node-kinds.ts';

const NODES_MAX = 50;
const AS_OF = `${asOfOrError} What is no shipment has no past, and is answered as it is now.`;
/** Looking back reads all that was ever told. */
const costOf = (asOf: string | null | undefined) => (asOf ? 1000 : 10);

builder.queryField('node', (t) =>
  t.field({
    type: NodeInterface,
    nullable: true,
    complexity: ({ asOf }) => ({ field: costOf(asOf), multiplier: 1 }),
    description:
      'What has this id; null: nothing that the one who asks may see. GraphQL Global Object Identification.',
    args: {
      id: t.arg.id({ required: true, description: 'Public id.' }),
      asOf: t.arg({ type: 'DateTime', description: AS_OF }),
    },
    resolve: async (_, { id, asOf }, context) => {
      const [node] = await nodesById([id], context, asOf ? Date.parse(asOf) : null).catch(refused);
      return node ?? null;
    },
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [NodeInterface],
    nullable: { list: false, items: true },
    complexity: ({ ids, asOf }) => ({ field: costOf(asOf), multiplier: Math.min(ids.length, NODES_MAX) }),
    description: `The same for several, at most ${NODES_MAX}, in the order in which they are asked.`,
    args: {
      ids: t.arg.idList({ required: true, description: 'Public ids.' }),
      asOf: t.arg({ type: 'DateTime', description: AS_OF }),
    },
    resolve: async (_, { ids, asOf }, context) => {
      if (ids.length > NODES_MAX)
        throw new GraphQLError(`At most ${NODES_MAX} ids in one request.`, {
          extensions: { code: 'TOO_MUCH' },
        });
      return nodesById(ids, context, asOf ? Date.parse(asOf) : null).catch(refused);
    },
  }),
);
