import type { WatchListRow } from 'graph-schema/cypher/access/watch-lists';
import { isoInstant } from 'graph-schema/domain/instant-text';
import { builder } from '../builder.ts';
import { numberOf } from '../watch/add-entries.ts';
import { entriesLeadingTo } from '../watch/entries-leading-to.ts';
import { listEntries, shipmentsOf, type WatchEntry } from '../watch/list-entries.ts';
import { findOwn, isOwn, listOwn, ownersOf, publicId } from '../watch/own-lists.ts';
import { asOfOrError, refused } from './as-of.ts';
import { connected, nextOf, nodesOf, type Connected } from './connected.ts';
import { IdentifierType } from './identifier.ts';
import { ListedShipmentType } from './listed-shipment.ts';
import { NodeInterface } from './node-interface.ts';

const FIRST = 100;
const FIRST_MAX = 500;

const WatchEntryType = builder.objectRef<WatchEntry>('WatchEntry').implement({
  description: 'A number or a shipment that is followed. A number that nobody has told of is followed until somebody does.',
  fields: (t) => ({
    key: t.exposeID('key', { description: 'Its name in the list: the number without separators, or the public id of the shipment.' }),
    said: t.exposeString('said', { description: 'As it was written; of a shipment the number that it was known by.' }),
    number: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'What it is most likely; null: a shipment is followed.',
      resolve: numberOf,
    }),
    shipments: t.field({
      type: [ListedShipmentType],
      description: 'What it leads to now, of what you see: of a box its newest use, of a bill the cargo that hangs on it. Empty: nothing yet, or nothing that you see.',
      complexity: ({ asOf }) => ({ field: asOf ? 1000 : 1, multiplier: 5 }),
      args: {
        asOf: t.arg({ type: 'DateTime', description: `${asOfOrError} What is in the list, and what it leads to, is that of today; what hangs together with too much to be looked back at is left out.` }),
      },
      resolve: (entry, { asOf }, context) => shipmentsOf(entry, asOf ? Date.parse(asOf) : null, context).catch(refused),
    }),
    addedAt: t.field({ type: 'DateTime', description: 'When it was added, wall clock.', resolve: ({ addedAt }) => isoInstant(addedAt) }),
    addedBy: t.exposeString('name', { nullable: true, description: 'What the person is called who added it; null: a program, or nobody who signed in.' }),
  }),
}); // prettier-ignore

const WatchEntryPageType = builder.connectionObject(
  {
    type: WatchEntryType,
    name: 'WatchEntryPage',
    description: 'A page of what is in a watch list: a connection.',
    fields: (t) => ({
      entries: t.field({ type: [WatchEntryType], description: 'In order, without their places.', resolve: (page) => nodesOf<WatchEntry>(page) }),
      next: t.id({ nullable: true, description: 'The key behind which the next page begins; null: this is the last.', resolve: (page) => nextOf(page) }),
    }),
  },
  { name: 'WatchEntryEdge', description: 'What is followed, and its place in the list: its key.' },
); // prettier-ignore

export const WatchListType = builder.objectRef<WatchListRow>('WatchList').implement({
  description: 'What somebody follows 关注清单: a person by himself, or the people of a firm together.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ description: 'Public id; `followed`: what you follow by yourself.', resolve: publicId }),
    name: t.string({
      nullable: true,
      description: 'What it is called; null: what you follow by yourself.',
      resolve: (list) => (isOwn(list) ? null : list.name),
    }),
    size: t.exposeInt('size', { description: 'How many numbers and shipments are in it.' }),
    changedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When something came in or went, or it was named, wall clock; null: it was always empty.',
      resolve: ({ changedAt }) => (changedAt === 0 ? null : isoInstant(changedAt)),
    }),
    entries: t.field({
      type: WatchEntryPageType,
      description: 'What is in it, what was added last first.',
      complexity: ({ first }) => ({ field: 10, multiplier: Math.min(first ?? FIRST, FIRST_MAX) / 5 }),
      args: {
        first: t.arg.int({ description: `How many at most, up to ${FIRST_MAX}; null: ${FIRST}.` }),
        after: t.arg.id({ description: 'Behind the entry of this key; null, or not there any more: from the start.' }),
      },
      resolve: async (list, { first, after }, context): Promise<Connected<WatchEntry>> => {
        const { entries, next } = await listEntries(context, list, Math.max(1, Math.min(first ?? FIRST, FIRST_MAX)), after ?? null);
        return connected(entries, ({ key }) => key, { hasMore: next !== null, after });
      },
    }),
  }),
}); // prettier-ignore

builder.queryField('watchLists', (t) =>
  t.field({
    type: [WatchListType],
    description: 'What you follow by yourself, if you are a person, and then the lists of the own organisation by name.',
    args: { shipment: t.arg.id({ description: 'Only those in which this shipment is followed, by itself or by a number of it that you see.' }) },
    resolve: async (_, { shipment }, context) => {
      const lists = await listOwn(context);
      if (shipment == null) return lists;
      const { shared, person } = ownersOf(context.asker);
      const leading = await entriesLeadingTo(context, person === null ? [shared] : [person, shared], shipment);
      const holding = new Set(leading.map(({ list }) => list));
      return lists.filter(({ id }) => holding.has(id));
    },
  }),
); // prettier-ignore

builder.queryField('watchList', (t) =>
  t.field({
    type: WatchListType,
    nullable: true,
    description: 'One of them; null: there is none, or it is not yours.',
    args: { id: t.arg.id({ required: true, description: 'Public id; `followed`: what you follow by yourself.' }) },
    resolve: (_, { id }, context) => findOwn(context, id),
  }),
); // prettier-ignore
