import { builder } from '../builder.ts';
import { NotFoundError, WatchListError } from '../errors.ts';
import { createOwn, deleteOwn, renameOwn } from '../watch/own-lists.ts';
import { removeFromOwn } from '../watch/remove-entries.ts';
import { WatchListType } from './watch-list.ts';

function found<T>(list: T | null, id: string): T {
  if (list === null) throw new NotFoundError(`Watch list ${id}`);
  return list;
}

builder.mutationFields((t) => {
  const id = t.arg.id({ required: true, description: 'Public id; `followed`: what you follow by yourself.' });
  const name = t.arg.string({ required: true, description: 'What it is called in the organisation; of those there is one of a name.' });
  const union = { description: 'The list, or why not.' };
  return {
    createWatchList: t.field({
      type: WatchListType,
      description: 'Makes a list that everybody of the own organisation sees and changes.',
      args: { name },
      errors: { types: [WatchListError], union },
      resolve: (_, args, context) => createOwn(context, args.name),
    }),
    renameWatchList: t.field({
      type: WatchListType,
      description: 'Calls a list of the own organisation something else.',
      args: { id, name },
      errors: { types: [NotFoundError, WatchListError], union },
      resolve: async (_, args, context) => found(await renameOwn(context, args.id, args.name), args.id),
    }),
    deleteWatchList: t.field({
      type: WatchListType,
      description: 'Deletes a list of the own organisation. Answers it as it was.',
      args: { id },
      errors: { types: [NotFoundError, WatchListError], union },
      resolve: async (_, args, context) => found(await deleteOwn(context, args.id), args.id),
    }),
    removeFromWatchList: t.field({
      type: WatchListType,
      description: 'Follows something no more in a list. What is not in it is not missed.',
      args: {
        id,
        keys: t.arg.idList({ description: 'Keys of entries.' }),
        shipments: t.arg.idList({ description: 'Shipments: each goes with every number in the list that leads to it.' }),
      },
      errors: { types: [NotFoundError, WatchListError], union },
      resolve: async (_, args, context) => found(await removeFromOwn(context, args.id, args.keys ?? [], args.shipments ?? []), args.id),
    }),
  };
}); // prettier-ignore
