import { listUnmappedCodes } from 'graph-schema/cypher/read/unmapped-codes';
import { EVENT_CODES } from 'graph-schema/domain/event-code';
import { listCodeLists } from 'graph-schema/reference/list-code-lists';
import { builder } from '../builder.ts';
import { NotFoundError, UnknownMeaningError } from '../errors.ts';

type UnmappedRow = NonNullable<(typeof listUnmappedCodes)['row']>;

const MOST = 500;

const UnmappedCodeType = builder.objectRef<UnmappedRow>('UnmappedCode').implement({
  description: 'A code that was received and has no meaning yet. Its claims are shown as received.',
  fields: (t) => ({
    list: t.exposeString('list', { description: 'The code list that lacks it.' }),
    code: t.exposeString('code', { description: 'As received.' }),
    variant: t.exposeString('variant', {
      nullable: true,
      description: 'The variant of the list that lacks it; null: all, or the list has none.',
    }),
    messages: t.int({ description: 'Raw messages that hold it.', resolve: (row) => row.messages }),
    lastReceivedAt: t.expose('lastReceivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When one of them was last received, UTC.',
    }),
    sources: t.exposeStringList('sources', { description: 'Who sent them, at most ten.' }),
  }),
});

builder.queryField('unmappedCodes', (t) =>
  t.field({
    type: [UnmappedCodeType],
    description: 'Codes without a meaning, the most frequent first.',
    args: {
      list: t.arg.string({ description: 'Of this code list alone.' }),
      first: t.arg.int({ defaultValue: 100, required: true, description: `How many, at most ${MOST}.` }),
    },
    resolve: (_, { list, first }, { graph }) =>
      graph.run(listUnmappedCodes, { list: list ?? null, limit: Math.max(0, Math.min(first, MOST)) }),
  }),
);

interface Mapped {
  readonly list: string;
  readonly code: string;
  readonly variant: string | null;
  readonly canonical: string | null;
  readonly reread: number;
}

const MappedCodeType = builder.objectRef<Mapped>('MappedCode').implement({
  description: 'A code that was given a meaning.',
  fields: (t) => ({
    list: t.exposeString('list', { description: 'Its code list.' }),
    code: t.exposeString('code', { description: 'As senders write it.' }),
    variant: t.exposeString('variant', {
      nullable: true,
      description: 'The variant that has this meaning; null: all that have none of their own.',
    }),
    canonical: t.exposeString('canonical', {
      nullable: true,
      description: 'What it is read as from now on.',
    }),
    reread: t.exposeInt('reread', {
      description: 'How many raw messages that held it are read again; their journeys follow by themselves.',
    }),
  }),
});

builder.mutationField('mapCode', (t) =>
  t.field({
    type: MappedCodeType,
    errors: {
      types: [NotFoundError, UnknownMeaningError],
      union: { description: 'What the code means now, or why it cannot mean that.' },
    },
    description:
      'Gives a row of a code list a meaning for all senders; rows of other variants stay as they are. Every message that held the code without a meaning, or was read with the meaning that it had from an operator, is read again.',
    args: {
      list: t.arg.string({ required: true, description: 'The code list.' }),
      code: t.arg.string({ required: true, description: 'As received.' }),
      variant: t.arg.string({
        description:
          'The row of this variant alone. Null: the row for all variants that have none of their own.',
      }),
      canonical: t.arg.string({
        description:
          'An event code, or another value that the list uses. Null: it is known, and says nothing.',
      }),
    },
    resolve: async (_, { list, code, variant = null, canonical }, { ingest }) => {
      const known = listCodeLists().find((one) => one.name === list);
      if (!known) throw new NotFoundError(`The code list ${list}`);
      if (variant !== null && !known.tellsApart(variant))
        throw new NotFoundError(`The variant ${variant} of the code list ${list}`);
      const meanings = new Set<string | null>([
        null,
        ...known.rows.map((row) => row.canonical),
        ...EVENT_CODES,
      ]);
      const meaning = canonical ?? null;
      if (!meanings.has(meaning)) throw new UnknownMeaningError(meaning ?? '');
      const key = { list, code, variant };
      return { ...key, canonical: meaning, reread: await ingest.mapCode(key, meaning) };
    },
  }),
);
