import type { Service } from './ask.ts';
import { StatusFeedDocument, type FeedAnswer, type FeedFilter } from './feed.graphql.ts';
import { openSubscription } from './open-subscription.ts';
import { reconnected, type ConnectionOptions } from './reconnected.ts';

export interface FeedWish {
  /** Which entries; left out: all that one may see. */
  readonly filter?: FeedFilter;
  /** How many entries at most come at once, up to 1000; left out: 100. */
  readonly first?: number;
}

export interface FeedOptions extends FeedWish, ConnectionOptions {}

/**
 * What follows a cursor of the feed, and all that comes, whatever happens to the connection: it is opened again after a growing pause,
 * and goes on behind the last page that was taken. A `ResyncError` is the last answer: read anew what you follow, then go on from its
 * cursor. Throws a `RequestError` where asking again is no use (`UNAUTHENTICATED`, `FORBIDDEN` …).
 *
 * Keep the cursor of each page with what you make of it: with it as `after` a new process misses nothing, and repeats at most a page.
 *
 * @param after null: from now on.
 */
export function followFeed(
  service: Service,
  after: string | null,
  { signal, onDisconnect, ...wish }: FeedOptions = {},
): AsyncGenerator<FeedAnswer, void> {
  let cursor = after;
  async function* open(until: AbortSignal | null): AsyncGenerator<FeedAnswer, void> {
    const answers = openSubscription(service, StatusFeedDocument, { after: cursor, ...wish }, until);
    for await (const { statusFeed } of answers) {
      cursor = statusFeed.cursor;
      yield statusFeed;
    }
  }
  const connection = { ...(signal && { signal }), ...(onDisconnect && { onDisconnect }) };
  return reconnected(open, ({ __typename }) => __typename === 'ResyncError', connection);
}
