import { findReceivedMessages } from 'graph-schema/cypher/read/find-received-messages';
import {
  listReceivedMessages,
  RECEIVED_FILTERS,
  type ReceivedFilter,
  type ReceivedMessage,
  type ReceivedPage,
} from 'graph-schema/cypher/read/received-messages';
import { builder } from '../builder.ts';
import { readFind } from '../search/read-find.ts';
import { connected, nextOf, nodesOf, type Connected } from './connected.ts';
import { ReceivedMessageType } from './received-message.ts';

const MOST = 200;

const FilterType = builder.enumType('ReceivedFilter', {
  description: 'Which received messages are asked for.',
  values: {
    ALL: { description: 'All.' },
    READ: { description: 'Those of which something was taken.' },
    PENDING: { description: 'Those that are not read yet.' },
    DUPLICATE: { description: 'Those that came more than once.' },
    WITH_ISSUES: { description: 'Those with findings.' },
    NOT_ENTITLED: {
      description: 'Those of which something was not taken, as their source may not speak of it.',
    },
    UNREADABLE: { description: 'Those of which nothing could be taken.' },
    DEAD: { description: 'Dead letters: they failed again and again.' },
  } satisfies Record<ReceivedFilter, object>,
});

const PageType = builder.connectionObject(
  {
    type: ReceivedMessageType,
    name: 'ReceivedMessagePage',
    description: 'Received messages, the newest first: a connection.',
    fields: (t) => ({
      messages: t.field({
        type: [ReceivedMessageType],
        description: 'These, without their places.',
        resolve: (page) => nodesOf<ReceivedMessage>(page),
      }),
      next: t.string({
        nullable: true,
        description: 'For `after`; null: there are no more.',
        resolve: (page) => nextOf(page),
      }),
    }),
  },
  { name: 'ReceivedMessageEdge', description: 'A message and its place in the list.' },
);

builder.queryField('receivedMessages', (t) =>
  t.field({
    type: PageType,
    description: 'What was received and what became of it, page by page, the newest first.',
    args: {
      find: t.arg.string({
        description:
          'By a number, the beginning of a SHA-256 (eight digits or more), the id of a message, or a part of a file name. What could not be read is found by the last three alone.',
      }),
      source: t.arg.string({ description: 'Of this source alone.' }),
      format: t.arg.string({ description: 'Read as this format alone.' }),
      from: t.arg({ type: 'DateTime', description: 'Received at this instant or later.' }),
      until: t.arg({ type: 'DateTime', description: 'Received before this instant.' }),
      show: t.arg({ type: FilterType, defaultValue: 'ALL', required: true, description: 'Which.' }),
      reason: t.arg.string({ description: 'With NOT_ENTITLED: for this reason alone.' }),
      first: t.arg.int({ defaultValue: 50, required: true, description: `How many, at most ${MOST}.` }),
      after: t.arg.string({ description: 'Where the page before ended.' }),
    },
    resolve: async (_, { find, source, format, from, until, show, reason, first, after }, { graph, access, asker }): Promise<Connected<ReceivedMessage>> => {
      access.audit.seen(asker, 'listedMessages', source ?? null);
      const most = Math.max(1, Math.min(first, MOST));
      const asked = RECEIVED_FILTERS.find((one) => one === show) ?? 'ALL';
      const page: ReceivedPage = {
        source: source ?? null,
        format: format ?? null,
        reason: reason ?? null,
        before: after ? placeOf(after) : null,
        since: instantText(from) ?? '',
        until: instantText(until) ?? '9',
        limit: most + 1,
      };
      const rows = find?.trim()
        ? await graph.run(findReceivedMessages, { ...page, ...readFind(find), show: asked })
        : await graph.run(listReceivedMessages[asked], page);
      return connected(rows.slice(0, most), ({ receivedAt, id }) => `${receivedAt} ${id}`, { hasMore: rows.length > most, after });
    },
  }),
); // prettier-ignore

/** As receipts are kept, so that texts compare as instants do. */
function instantText(at: string | Date | null | undefined): string | null {
  return at ? new Date(at).toISOString() : null;
}

/** Ids have no blank, nor have instants. What is no such place is before everything: an empty page. */
function placeOf(after: string): [string, string] {
  const end = after.indexOf(' ');
  return [after.slice(0, Math.max(end, 0)), after.slice(end + 1)];
}
