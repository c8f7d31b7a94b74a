import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { NodeInterface } from './node-interface.ts';

const NODES_MAX = 50;

builder.queryField('node', (t) =>
  t.field({
    type: NodeInterface,
    nullable: true,
    complexity: { field: 10, multiplier: 1 },
    description:
      'What has this id; null: nothing that the one who asks may see. GraphQL Global Object Identification.',
    args: { id: t.arg.id({ required: true, description: 'Public id.' }) },
    resolve: (_, { id }, context) => context.shipments.load(id),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [NodeInterface],
    nullable: { list: false, items: true },
    complexity: ({ ids }) => ({ field: 10, multiplier: Math.min(ids.length, NODES_MAX) }),
    description: `The same for several, at most ${NODES_MAX}, in the order in which they are asked.`,
    args: { ids: t.arg.idList({ required: true, description: 'Public ids.' }) },
    resolve: async (_, { ids }, context) => {
      if (ids.length > NODES_MAX)
        throw new GraphQLError(`At most ${NODES_MAX} ids in one request.`, {
          extensions: { code: 'TOO_MUCH' },
        });
      return (await context.shipments.loadMany(ids)).map((found) => {
        if (found instanceof Error) throw found;
        return found;
      });
    },
  }),
);
