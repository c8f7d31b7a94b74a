import {
  listReceivedMessages,
  RECEIVED_FILTERS,
  type ReceivedFilter,
  type ReceivedMessage,
} from 'graph-schema/cypher/read/received-messages';
import { ISSUE_CODES, type MessageIssue } from 'graph-schema/domain/message';
import { builder } from '../builder.ts';
import type { EvidenceText } from '../journey/evidence.ts';

const MOST = 200;

export interface IssueView extends MessageIssue {
  readonly rawId: string;
}

const EvidenceTextType = builder.objectRef<EvidenceText>('EvidenceText').implement({
  description: 'A part of a raw message as text, with a little around it.',
  fields: (t) => ({
    before: t.exposeString('before', { description: 'Text just before it.' }),
    span: t.exposeString('span', { description: 'The text itself.' }),
    after: t.exposeString('after', { description: 'Text just after it.' }),
  }),
});

export const MessageIssueType = builder.objectRef<IssueView>('MessageIssue').implement({
  description: 'A finding about a message.',
  fields: (t) => ({
    rawId: t.exposeID('rawId', { description: 'The raw message.' }),
    code: t.exposeString('code', { description: 'What kind of finding: NOT_ENTITLED, BAD_TIME …' }),
    meaning: t.string({
      description: 'The code in words, in English.',
      resolve: ({ code }) => ISSUE_CODES[code] ?? code,
    }),
    severity: t.exposeString('severity', {
      description: 'ERROR: something was not taken. WARNING: taken, with doubt. INFO: worth knowing.',
    }),
    at: t.exposeString('at', { description: 'Where in the message, in terms of its format.' }),
    value: t.exposeString('value', { nullable: true, description: 'What it is about, as received.' }),
    evidence: t.field({
      type: EvidenceTextType,
      nullable: true,
      description:
        'The text that it is about; null: the message as a whole, or it is not stored any more, or ingest does not answer.',
      resolve: async ({ rawId, span }, _, { evidence, log }) => {
        if (!span) return null;
        try {
          const text = await evidence.read(rawId, span.start, span.end);
          return text.span === '' ? null : text;
        } catch (error) {
          // A finding without its text is worth more than a page that says nothing.
          log.warn({ err: error, rawId }, 'evidence of a finding not read');
          return null;
        }
      },
    }),
  }),
});

export function issuesOf({ id, issues }: ReceivedMessage): IssueView[] {
  return (JSON.parse(issues ?? '[]') as MessageIssue[]).map((issue) => ({ ...issue, rawId: id }));
}

const ReceivedMessageType = builder.objectRef<ReceivedMessage>('ReceivedMessage').implement({
  description: 'What a source sent, and what became of it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the raw message: its source and the hash of its bytes.' }),
    source: t.exposeString('source', { description: 'Id of the source.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it was first received, UTC.' }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description:
        'READ: something was taken. UNREADABLE: nothing could be. DEAD: failed again and again. Null: not read yet.',
    }),
    format: t.exposeString('format', { nullable: true, description: 'What it was read as; null: unknown.' }),
    bytes: t.int({ description: 'Its length.', resolve: ({ bytes }) => bytes }),
    deliveries: t.int({ description: 'How often it came.', resolve: ({ deliveries }) => deliveries }),
    events: t.int({ description: 'Claims taken.', resolve: ({ events }) => events ?? 0 }),
    positions: t.int({ description: 'Positions taken.', resolve: ({ positions }) => positions ?? 0 }),
    issueCount: t.int({ description: 'Findings about it.', resolve: ({ issueCount }) => issueCount ?? 0 }),
    issues: t.field({
      type: [MessageIssueType],
      description: 'The first of them, those of errors before the others.',
      args: { first: t.arg.int({ defaultValue: 5, required: true, description: 'How many, at most 200.' }) },
      resolve: (message, { first }) =>
        issuesOf(message)
          .toSorted((a, b) => Number(b.severity === 'ERROR') - Number(a.severity === 'ERROR'))
          .slice(0, Math.max(0, Math.min(first, MOST))),
    }),
    notEntitled: t.int({
      description: 'Of the findings, those of what was not taken because its source may not speak of it.',
      resolve: ({ notEntitled }) => notEntitled ?? 0,
    }),
    notEntitledFor: t.stringList({
      description: 'Why: `kind GATED_IN`, `place NLRTM`, `party COSU`, `format edifact-codeco`, each once.',
      resolve: ({ notEntitledFor }) => notEntitledFor ?? [],
    }),
  }),
});

const FilterType = builder.enumType('ReceivedFilter', {
  description: 'Which received messages are asked for.',
  values: {
    ALL: { description: 'All.' },
    WITH_ISSUES: { description: 'Those with findings.' },
    NOT_ENTITLED: {
      description: 'Those of which something was not taken, as their source may not speak of it.',
    },
    UNREADABLE: { description: 'Those of which nothing could be taken.' },
    DEAD: { description: 'Dead letters: they failed again and again.' },
  } satisfies Record<ReceivedFilter, object>,
});

interface Page {
  readonly messages: readonly ReceivedMessage[];
  readonly next: string | null;
}

const PageType = builder.objectRef<Page>('ReceivedMessagePage').implement({
  description: 'Received messages, the newest first.',
  fields: (t) => ({
    messages: t.field({
      type: [ReceivedMessageType],
      description: 'These.',
      resolve: ({ messages }) => [...messages],
    }),
    next: t.exposeString('next', { nullable: true, description: 'For `after`; null: there are no more.' }),
  }),
});

builder.queryField('receivedMessages', (t) =>
  t.field({
    type: PageType,
    description: 'What was received and what became of it, page by page, the newest first.',
    args: {
      source: t.arg.string({ description: 'Of this source alone.' }),
      show: t.arg({ type: FilterType, defaultValue: 'ALL', required: true, description: 'Which.' }),
      reason: t.arg.string({ description: 'With NOT_ENTITLED: for this reason alone.' }),
      first: t.arg.int({ defaultValue: 50, required: true, description: `How many, at most ${MOST}.` }),
      after: t.arg.string({ description: 'Where the page before ended.' }),
    },
    resolve: async (_, { source = null, show, reason = null, first, after }, { graph }): Promise<Page> => {
      const most = Math.max(1, Math.min(first, MOST));
      const asked = RECEIVED_FILTERS.find((one) => one === show) ?? 'ALL';
      const before = after ? placeOf(after) : null;
      const rows = await graph.run(listReceivedMessages[asked], {
        source,
        reason,
        before,
        since: '',
        limit: most + 1,
      });
      const messages = rows.slice(0, most);
      const last = messages.at(-1);
      return { messages, next: rows.length > most && last ? `${last.receivedAt} ${last.id}` : null };
    },
  }),
);

/** Ids have no blank, nor have instants. What is no such place is before everything: an empty page. */
function placeOf(after: string): [string, string] {
  const end = after.indexOf(' ');
  return [after.slice(0, Math.max(end, 0)), after.slice(end + 1)];
}
