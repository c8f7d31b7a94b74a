import { builder } from '../builder.ts';
import { nodeTypes } from './node-kinds.ts';

/** What can be asked for again by its id alone; each type has its own `id`. */
export const NodeInterface = builder.interfaceRef<object>('Node').implement({
  description:
    'What can be asked for again by its id alone: a shipment, a port, a received message, an organisation, a webhook, a watch list, a view, an alert rule.',
  fields: (t) => ({
    id: t.id({
      description: 'Public id, for `node`.',
      resolve: (node) => (node as { readonly id: string }).id,
    }),
  }),
  resolveType: (node) => nodeTypes.get(node) ?? 'Shipment',
});
