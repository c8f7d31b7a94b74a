import type { WatchListRow } from 'graph-schema/cypher/access/watch-lists';
import type { UnknownKind } from 'graph-schema/domain/watch/read-followed';
import { builder } from '../builder.ts';
import { NotFoundError, WatchListError } from '../errors.ts';
import { ADDED_MAX, addToOwn, type AddedRow } from '../watch/add-entries.ts';
import { named } from './enums.ts';
import { IdentifierType } from './identifier.ts';
import { WatchListType } from './watch-list.ts';

const WatchOutcomeEnum = named('WatchOutcome', 'What became of one that was to be followed.', {
  ADDED: 'It is followed now.',
  ALREADY_THERE: 'It was followed already, or stands twice in what was sent.',
  UNKNOWN_KIND: 'It is no number of cargo; `why` says more.',
  WRONG_CHECK_DIGIT: 'Its check digit says that it is mistyped, and nothing that you see is known by it.',
  NOT_FOUND: 'There is no such shipment to see.',
} satisfies Record<AddedRow['outcome'], string>);

const UnknownKindEnum = named('UnknownKind', 'Why a text can not be followed.', {
  NO_NUMBER: 'Nothing that cargo is known by looks like it.',
  NOT_OF_CARGO: 'It names what many cargoes travel in: a ship, a train, a wagon, a truck.',
} satisfies Record<UnknownKind, string>);

const WatchRowType = builder.objectRef<AddedRow>('WatchRow').implement({
  description: 'What became of one of many that were to be followed.',
  fields: (t) => ({
    said: t.exposeString('said', { description: 'As it was sent; of a shipment that is followed the number that it goes by.' }),
    outcome: t.expose('outcome', { type: WatchOutcomeEnum, description: 'What became of it.' }),
    why: t.expose('why', { type: UnknownKindEnum, nullable: true, description: 'Why its kind is not known; null: it is.' }),
    key: t.exposeID('key', { nullable: true, description: 'Its name in the list; null: it is not in it.' }),
    number: t.expose('number', { type: IdentifierType, nullable: true, description: 'As what it was read; null: as nothing.' }),
    repairs: t.field({
      type: [IdentifierType],
      description: 'Of a mistyped one, what it may be: first what leads to cargo that you see, then the right check digit.',
      resolve: ({ repairs }) => [...repairs],
    }),
  }),
}); // prettier-ignore

interface Addition {
  readonly list: WatchListRow;
  readonly rows: readonly AddedRow[];
}

const WatchAdditionType = builder.objectRef<Addition>('WatchAddition').implement({
  description: 'What became of what was to be followed, row by row.',
  fields: (t) => ({
    list: t.expose('list', { type: WatchListType, description: 'The list as it is now.' }),
    rows: t.field({
      type: [WatchRowType],
      description: 'The numbers and then the shipments, in the order in which they were sent.',
      resolve: ({ rows }) => [...rows],
    }),
  }),
});

builder.mutationField('addToWatchList', (t) =>
  t.field({
    type: WatchAdditionType,
    complexity: ({ numbers, shipments }) => 10 + (numbers?.length ?? 0) + 5 * (shipments?.length ?? 0),
    description: `Follows numbers and shipments in a list, at most ${ADDED_MAX} at once: those that can be, whatever becomes of the others. A number need not be known.`,
    args: {
      id: t.arg.id({ required: true, description: 'Public id of the list; `followed`: by yourself.' }),
      numbers: t.arg.stringList({ description: 'Of papers and boxes, as people have them.' }),
      shipments: t.arg.idList({ description: 'Public ids.' }),
    },
    errors: { types: [NotFoundError, WatchListError], union: { description: 'What became of each, or why of none anything.' } },
    resolve: async (_, { id, numbers, shipments }, context) => {
      const added = await addToOwn(context, id, numbers ?? [], shipments ?? []);
      if (!added) throw new NotFoundError(`Watch list ${id}`);
      return added;
    },
  }),
); // prettier-ignore
