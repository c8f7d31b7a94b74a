import { GraphQLError } from 'graphql';
import { noteListed } from '../access/note-listed.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { cursorText, readCursor, type Cursor, type ListOrdering } from '../search/cursor.ts';
import { findPageAt } from '../search/find-page-at.ts';
import { LOOKED_AT_MAX } from '../search/find-seen-page.ts';
import type { ListedShipment } from '../search/listed-shipment.ts';
import { orderingOf, type Direction, type SortName } from '../search/orderings.ts';
import { isSelected } from '../search/is-selected.ts';
import { asOfOrError, refused } from './as-of.ts';
import { ListedShipmentType } from './listed-shipment.ts';
import { ShipmentFilterInput } from './shipment-filter.ts';

const FIRST = 25;
const FIRST_MAX = 100;

const SortFieldEnum = builder.enumType('ShipmentSortField', {
  description:
    'What a list is sorted by. Shipments without that time go last, whichever way, and so does what is not seen. ' +
    'Where a key or a link sees only some fields of them, and they are more than 500, they stand by id.',
  values: {
    URGENCY: { description: 'What is wrong with it, the gravest first; of equal weight what changed last.' },
    PHASE: {
      description:
        'Where in its life it is, the beginning first, and of the same phase what changed last; descending turns both round.',
    },
    CHANGED: { description: 'When anything new was last received, the latest first.' },
    DEPARTURE: { description: 'When the first carriage leaves, the latest first.' },
    ARRIVAL: { description: 'When the carriage ends, the earliest first.' },
    DECLARED: { description: 'When customs got the last declaration, the latest first.' },
    RELEASED: { description: 'When the last declaration was released, the latest first.' },
  } satisfies Readonly<Record<SortName, object>>,
});

const DirectionEnum = builder.enumType('SortDirection', {
  description: 'Which way.',
  values: {
    ASCENDING: { description: 'The least or earliest first.' },
    DESCENDING: { description: 'The greatest or latest first.' },
  } satisfies Readonly<Record<Direction, object>>,
});

interface Sort {
  readonly by: SortName;
  readonly direction?: Direction | null | undefined;
}

const SortInput = builder.inputRef<Sort>('ShipmentSort').implement({
  description: 'In what order a list stands.',
  fields: (t) => ({
    by: t.field({ type: SortFieldEnum, required: true, description: 'What it is sorted by.' }),
    direction: t.field({ type: DirectionEnum, description: 'Which way; null: as the field says.' }),
  }),
});

interface Connection {
  readonly edges: { readonly node: ListedShipment; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  readonly isTotalAtLeast: boolean;
  readonly isPartial: boolean;
}

const ConnectionType = builder.connectionObject(
  {
    type: ListedShipmentType,
    name: 'ShipmentConnection',
    description: 'A page of a list of shipments.',
    fields: (t) => ({
      totalCount: t.int({
        description:
          'How many there are on all pages, or at least are where `isTotalAtLeast` says so; costs more than a page, so ask for it once.',
        resolve: (connection) => (connection as unknown as Connection).totalCount,
      }),
      isTotalAtLeast: t.boolean({
        description: `There are as many as \`totalCount\` or more: of whoever does not see all cargo, the first ${LOOKED_AT_MAX} that may fit are held against what he sees, and counted.`,
        resolve: (connection) => (connection as unknown as Connection).isTotalAtLeast,
      }),
      isPartial: t.boolean({
        description:
          'Of an instant: some shipments hang together with too much to be looked back at, and are neither here nor counted.',
        resolve: (connection) => (connection as unknown as Connection).isPartial,
      }),
    }),
  },
  { name: 'ShipmentEdge', description: 'A shipment and its place in the list.' },
);

builder.queryField('shipments', (t) =>
  t.field({
    type: ConnectionType,
    description:
      'Shipments that whoever asks may see, found by any of their numbers, parties, ships and places, sorted, page by page.',
    complexity: ({ first, asOf }) => ({ field: asOf ? 1000 : 10, multiplier: Math.min(first, FIRST_MAX) }),
    args: {
      filter: t.arg({ type: ShipmentFilterInput, description: 'Which; null: all.' }),
      sort: t.arg({ type: SortInput, description: 'In what order; null: by urgency.' }),
      first: t.arg.int({
        required: true,
        defaultValue: FIRST,
        description: `How many, at most ${FIRST_MAX}.`,
      }),
      after: t.arg.string({ description: 'Behind which cursor; null: from the start.' }),
      asOf: t.arg({
        type: 'DateTime',
        description: `${asOfOrError} Watch lists are those of today.`,
      }),
    },
    resolve: async (_, { filter, sort, first, after, asOf }, context, info): Promise<Connection> => {
      const ordering = orderingOf(sort?.by ?? 'URGENCY', sort?.direction);
      const page = await findPageAt(context, asOf ? Date.parse(asOf) : null, {
        filter: filter ?? {},
        ordering,
        first: Math.max(1, Math.min(first, FIRST_MAX)),
        after: after ? cursorOf(after, ordering, context.access) : null,
        isCounted: isSelected(info, 'totalCount') || isSelected(info, 'isTotalAtLeast'),
      }).catch(refused);
      noteListed(context);
      const edges = page.items.map(({ shipment, cursor }) => ({
        node: shipment,
        cursor: cursorText(cursor, context.access),
      }));
      return {
        edges,
        pageInfo: {
          hasNextPage: page.hasMore,
          hasPreviousPage: Boolean(after),
          startCursor: edges[0]?.cursor ?? null,
          endCursor: page.end && cursorText(page.end, context.access),
        },
        totalCount: page.total ?? 0,
        isTotalAtLeast: page.isTotalAtLeast,
        isPartial: page.isPartial,
      };
    },
  }),
);

function cursorOf(text: string, ordering: ListOrdering, seals: Context['access']): Cursor {
  const cursor = readCursor(text, ordering, seals);
  if (cursor) return cursor;
  throw new GraphQLError('The cursor is none of a list in this order.', {
    extensions: { code: 'BAD_CURSOR' },
  });
}
