import { correctedRows, correctionOf, type CodeCorrections } from 'graph-schema/reference/code-corrections';
import type { CodeList, CodeRow } from 'graph-schema/reference/code-list';
import { listCodeLists } from 'graph-schema/reference/list-code-lists';
import { builder } from '../builder.ts';
import { NotFoundError } from '../errors.ts';

/** A row, and what an operator says instead. */
interface RowView extends Omit<CodeRow, 'isCorrected'> {
  readonly correctedTo: string | null;
  readonly isCorrected: boolean;
}

const CodeRowType = builder.objectRef<RowView>('CodeRow').implement({
  description: 'What one code of a list means.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'As senders write it.' }),
    variant: t.string({
      nullable: true,
      description: 'Directory, version or sender that the row is for; null: all.',
      resolve: (row) => row.variant ?? null,
    }),
    meaning: t.exposeString('meaning', { description: 'In English.' }),
    meaningZh: t.exposeString('meaningZh', {
      nullable: true,
      description: 'In Chinese, where a term is known.',
    }),
    canonical: t.string({
      nullable: true,
      description: 'What it is read as: mostly an event code. Null: known, and nothing that is modelled.',
      resolve: (row) => (row.isCorrected ? row.correctedTo : row.canonical),
    }),
    isConfirmed: t.boolean({
      description:
        'Whether a public source was seen for the row; else it is expert knowledge that may be corrected.',
      resolve: (row) => row.source === 'V' && !row.isCorrected,
    }),
    isCorrected: t.exposeBoolean('isCorrected', { description: 'Whether an operator gave it this meaning.' }),
  }),
});

const CodeListType = builder.objectRef<CodeList>('CodeList').implement({
  description: 'A list of codes as senders of some format use them 代码表, and what each is read as.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Names it for good: `<format>/<list>`.' }),
    title: t.exposeString('title', { description: 'What it lists, in English.' }),
    titleZh: t.exposeString('titleZh', { description: 'What it lists, in Chinese.' }),
    version: t.exposeString('version', {
      description: 'Month in which it was last read against its sources, YYYY-MM.',
    }),
    size: t.int({ description: 'How many rows it has.', resolve: (list) => list.rows.length }),
    unconfirmed: t.int({
      description: 'How many of them no public source was seen for.',
      resolve: (list) => list.rows.filter(({ source }) => source === 'E').length,
    }),
    rows: t.field({
      type: [CodeRowType],
      description: 'All codes in the order of the list, then those that an operator added.',
      resolve: async (list, _, { ingest }) => rowsOf(list, await ingest.codeMappings()),
    }),
  }),
});

/** The rows of a list as they stand with what an operator says, each variant for itself. */
export function rowsOf({ name, rows }: CodeList, corrections: CodeCorrections): RowView[] {
  const listed = rows.map((row): RowView => {
    const correction = correctionOf(corrections, {
      list: name,
      code: row.code,
      variant: row.variant ?? null,
    });
    return { ...row, isCorrected: correction !== null, correctedTo: correction?.canonical ?? null };
  });
  const added = correctedRows(corrections, name).flatMap((key): RowView[] => {
    const { code, variant } = key;
    if (rows.some((row) => row.code === code && (row.variant ?? null) === variant)) return [];
    const { meaning = code, meaningZh = null } = rows.find((row) => row.code === code && !row.variant) ?? {};
    const correctedTo = correctionOf(corrections, key)?.canonical ?? null;
    const ofVariant = variant === null ? {} : { variant };
    return [
      {
        code,
        ...ofVariant,
        meaning,
        meaningZh,
        canonical: correctedTo,
        source: 'E',
        isCorrected: true,
        correctedTo,
      },
    ];
  });
  return [...listed, ...added];
}

builder.queryField('codeLists', (t) =>
  t.field({
    type: [CodeListType],
    description: 'Every code list, by name: the catalogue of data elements 数据元目录.',
    resolve: () => [...listCodeLists()],
  }),
);

builder.queryField('codeList', (t) =>
  t.field({
    type: CodeListType,
    errors: {
      types: [NotFoundError],
      union: { description: 'The code list, or that there is none of this name.' },
    },
    description: 'One code list.',
    args: { name: t.arg.string({ required: true, description: '`<format>/<list>`' }) },
    resolve: (_, { name }) => {
      const list = listCodeLists().find((one) => one.name === name);
      if (!list) throw new NotFoundError(`The code list ${name}`);
      return list;
    },
  }),
);
