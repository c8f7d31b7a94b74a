import { GraphQLError } from 'graphql';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { feedReader } from '../access/own-rules.ts';
import { builder } from '../builder.ts';
import { positionAt } from '../feed/find-position.ts';
import { followFeed, readChanges, type FeedPage, type FeedQuestion } from '../feed/follow-feed.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { Context } from '../context.ts';
import { filterNow } from '../watch/filter-now.ts';
import { FeedPageType } from './feed-entry.ts';
import { FeedFilterInput, readFilter } from './feed-filter.ts';

const FIRST = 100;
const FIRST_MAX = 1000;

interface FeedArguments {
  readonly after?: string | null | undefined;
  readonly filter?: typeof FeedFilterInput.$inferInput | null | undefined;
  readonly first?: number | null | undefined;
}

/** What is asked of the feed, by whom. */
export function questionOf({ after, filter, first }: FeedArguments, { asker, access, graph }: Context): FeedQuestion {
  const asked = first ?? FIRST;
  if (asked < 1 || asked > FIRST_MAX)
    throw new GraphQLError(`first: 1 to ${FIRST_MAX}.`, { extensions: { code: 'TOO_MUCH' } });
  const wanted = readFilter(filter);
  const now = filterNow({ graph, accounts: access.accounts });
  return { after: after ?? null, filter: wanted, filterNow: () => now(asker, wanted), first: asked, ...feedReader(asker) };
} // prettier-ignore

function answer(told: FeedPage | ResyncError): FeedPage {
  if (told instanceof ResyncError) throw told;
  return told;
}

/** A subscription lives long: what its loaders remember is of the last page. */
export function forgetPage({ shipments, means, tracks, parked }: Context): void {
  shipments.clearAll();
  means.clearAll();
  tracks.clearAll();
  parked.clearAll();
}

builder.queryField('changes', (t) =>
  t.field({
    type: FeedPageType,
    description: 'What follows a cursor of the feed, for those who cannot be called: the same entries with the same ids as `statusFeed` and webhooks.',
    args: {
      after: t.arg.string({ description: 'A cursor, from wherever. Null: none yet; the answer has the cursor of now, and no entries.' }),
      filter: t.arg({ type: FeedFilterInput, description: 'Which entries. Null: all that you may see.' }),
      first: t.arg.int({ description: `How many at most, up to ${FIRST_MAX}; null: ${FIRST}.` }),
    },
    errors: { types: [ResyncError], union: { description: 'A page, or why one cannot go on.' } },
    resolve: async (_, args, context) => answer(await readChanges(context, questionOf(args, context))),
  }),
); // prettier-ignore

builder.queryField('feedCursor', (t) =>
  t.string({
    description: 'A cursor of the feed: what follows it is everything from an instant on, as far as it is kept.',
    args: {
      at: t.arg({ type: 'DateTime', description: 'The instant, by the service clock. Null: now.' }),
    },
    resolve: async (_, { at }, { graph, asker }) => writeCursor(await positionAt(graph, feedReader(asker), at ?? null)),
  }),
); // prettier-ignore

builder.subscriptionField('statusFeed', (t) =>
  t.field({
    type: FeedPageType,
    description: 'What follows a cursor of the feed, and all that comes. The first page comes at once; each has a cursor to go on from, whatever happens to the connection.',
    args: {
      after: t.arg.string({ description: 'A cursor, from wherever. Null: from now on.' }),
      filter: t.arg({ type: FeedFilterInput, description: 'Which entries. Null: all that you may see.' }),
      first: t.arg.int({ description: `How many at most in a page, up to ${FIRST_MAX}; null: ${FIRST}.` }),
    },
    errors: { types: [ResyncError], union: { description: 'A page, or why one cannot go on; then it ends.' } },
    subscribe: (_, args, context) => followFeed(context, questionOf(args, context)),
    resolve: (told: FeedPage | ResyncError, _, context) => {
      forgetPage(context);
      return answer(told);
    },
  }),
); // prettier-ignore
