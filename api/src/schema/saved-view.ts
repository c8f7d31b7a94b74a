import type { SavedViewRow } from 'graph-schema/cypher/access/saved-views';
import { builder } from '../builder.ts';
import { NodeInterface } from './node-interface.ts';
import { NotFoundError, SavedViewError } from '../errors.ts';
import { deleteOwn, isShared, listOwn, saveOwn } from '../views/own-views.ts';

const SavedViewType = builder.objectRef<SavedViewRow>('SavedView').implement({
  description:
    'A view of the list of shipments under a name 已存视图: what it is limited to, its order and its columns.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    name: t.exposeString('name', { description: 'Of one owner there is one of a name.' }),
    query: t.exposeString('query', { description: 'What the address of the list has behind its `?`.' }),
    isShared: t.boolean({
      description: 'Whether everybody in the own organisation has it; else you alone.',
      resolve: isShared,
    }),
  }),
});

builder.queryField('savedViews', (t) =>
  t.field({
    type: [SavedViewType],
    description: 'Your own views, and those of the own organisation, by name.',
    resolve: (_, __, context) => listOwn(context),
  }),
);

builder.mutationFields((t) => ({
  saveView: t.field({
    type: SavedViewType,
    description: 'Keeps a view under a name, in the place of the one that has it.',
    args: {
      name: t.arg.string({ required: true, description: 'What it is called.' }),
      query: t.arg.string({
        required: true,
        description: 'What the address of the list has behind its `?`; empty: all shipments.',
      }),
      isShared: t.arg.boolean({
        required: true,
        description:
          'For everybody in the own organisation, who may also change and delete it; else for you alone.',
      }),
    },
    errors: { types: [SavedViewError], union: { description: 'The view, or why not.' } },
    resolve: (_, { name, query, isShared: shares }, context) => saveOwn(context, name, query, shares),
  }),
  deleteSavedView: t.field({
    type: SavedViewType,
    description: 'Forgets a view. Answers it as it was.',
    args: { id: t.arg.id({ required: true, description: 'Public id.' }) },
    errors: {
      types: [NotFoundError],
      union: { description: 'The view that was, or that there is none.' },
    },
    resolve: async (_, { id }, context) => {
      const gone = await deleteOwn(context, id);
      if (!gone) throw new NotFoundError(`Saved view ${id}`);
      return gone;
    },
  }),
}));
