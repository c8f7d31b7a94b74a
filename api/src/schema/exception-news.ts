import { EXCEPTION_KINDS } from 'graph-schema/domain/exceptions/exception';
import type { SummaryException } from 'graph-schema/domain/summary/summary';
import { builder } from '../builder.ts';
import { followFeed, type FeedPage } from '../feed/follow-feed.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { ToldEntry } from '../feed/told-batch.ts';
import { forgetPage, questionOf } from './changes.ts';
import { ExceptionKindEnum, named, SeverityEnum } from './enums.ts';
import { FeedExceptionType, tellPage } from './feed-entry.ts';
import { ShipmentType } from './shipment.ts';

const NEWS = ['OPENED', 'CHANGED', 'CLOSED'] as const;

interface ExceptionNews {
  readonly entry: ToldEntry;
  readonly exception: SummaryException;
  readonly news: (typeof NEWS)[number];
}

const FilterInput = builder.inputType('ExceptionFilter', {
  description: 'Which exceptions are wanted. A list left out asks for all.',
  fields: (t) => ({
    kinds: t.field({ type: [ExceptionKindEnum], description: 'What is wrong.' }),
    severities: t.field({ type: [SeverityEnum], description: 'How grave it is, or was last.' }),
    shipments: t.idList({ description: 'Of these shipments, or …' }),
    numbers: t.stringList({ description: '… of what these numbers of papers or boxes lead to.' }),
  }),
});
type Filter = typeof FilterInput.$inferInput;

interface ExceptionPage extends FeedPage {
  readonly wanted: Filter;
}

const NewsEnum = named('ExceptionNewsKind', 'What became of an exception.', {
  OPENED: 'It began.',
  CHANGED: 'It became graver or less grave.',
  CLOSED: 'It is over.',
} satisfies Record<ExceptionNews['news'], string>);

const ExceptionNewsType = builder.objectRef<ExceptionNews>('ExceptionNews').implement({
  description: 'That an exception of a shipment opened, changed or closed.',
  fields: (t) => ({
    id: t.id({
      description: 'The same whenever it is told: drop what you have had.',
      resolve: ({ entry, exception }) => `${entry.id}.${exception.id}`,
    }),
    news: t.expose('news', { type: NewsEnum, description: 'What became of it.' }),
    exception: t.expose('exception', {
      type: FeedExceptionType,
      description: 'As it is, or was last.',
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was written, by the service clock.',
      resolve: ({ entry }) => entry.at,
    }),
    shipmentId: t.id({ description: 'Public id of the shipment.', resolve: ({ entry }) => entry.shipment }),
    shipment: t.field({
      type: ShipmentType,
      nullable: true,
      description: 'The shipment as it is now; null: you cannot see it, or nothing stands of it.',
      resolve: ({ entry }, _, { shipments }) => shipments.load(entry.shipment),
    }),
  }),
});

const ExceptionPageType = builder.objectRef<ExceptionPage>('ExceptionPage').implement({
  description: 'What became of exceptions, and where to go on.',
  fields: (t) => ({
    news: t.field({
      type: [ExceptionNewsType],
      description: 'In the order of each shipment.',
      resolve: async (page, _, context) =>
        (await tellPage(page, context)).flatMap((entry) => newsOf(entry, page.wanted)),
    }),
    cursor: t.exposeString('cursor', { description: 'Of the feed: with it as `after` it goes on behind.' }),
    behind: t.exposeInt('behind', {
      description: 'About how much of the feed is still to be read; 0: you have all.',
    }),
  }),
});

function newsOf(entry: ToldEntry, { kinds, severities }: Filter): ExceptionNews[] {
  const { derived } = entry;
  if (!derived?.of) return [];
  const became = { OPENED: derived.opened, CHANGED: derived.changed, CLOSED: derived.closed };
  return derived.of.flatMap((exception) => {
    const { id, kind, severity } = exception;
    if (kinds && !kinds.includes(kind)) return [];
    if (severities && !severities.includes(severity)) return [];
    return NEWS.filter((news) => became[news].includes(id)).map((news) => ({ entry, exception, news }));
  });
}

builder.subscriptionField('exceptions', (t) =>
  t.field({
    type: ExceptionPageType,
    description: 'Exceptions 异常 as they open, change and close, of what you may see.',
    args: {
      filter: t.arg({ type: FilterInput, description: 'Which. Null: all that you may see.' }),
      after: t.arg.string({ description: 'A cursor, from wherever. Null: from now on.' }),
      first: t.arg.int({ description: 'How many entries of the feed at most in a page; null: 100.' }),
    },
    errors: { types: [ResyncError], union: { description: 'A page, or why one cannot go on; then it ends.' } },
    subscribe: (_, { filter, after, first }, context) => {
      const wanted = filter ?? {};
      return followFeed(context, {
        ...questionOf({ after, first, filter: feedFilter(wanted) }, context),
        also: (entry) => newsOf(entry, wanted).length > 0,
      });
    },
    resolve: (told: FeedPage | ResyncError, { filter }, context): ExceptionPage => {
      if (told instanceof ResyncError) throw told;
      forgetPage(context);
      return { ...told, wanted: filter ?? {} };
    },
  }),
); // prettier-ignore

function feedFilter({ shipments, numbers, kinds }: Filter) {
  return { shipments, numbers, kinds: ['DERIVED' as const], exceptions: kinds ?? [...EXCEPTION_KINDS] };
}
