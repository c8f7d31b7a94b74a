import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { feedReader } from '../access/own-rules.ts';
import { tellsOfClaims } from '../events/entry-claims.ts';
import { followFeed, readChanges, type FeedPage, type FeedServices } from '../feed/follow-feed.ts';
import { ResyncError } from '../feed/resync-error.ts';
import { pause } from '../pause.ts';
import { eventsIn, feedFilterOf, type Subscriber } from './entry-events.ts';
import type { EpcisEvent } from './epcis-event.ts';
import type { EpcisQuery } from './query.ts';
import { nextTime, type Schedule } from './schedule.ts';

/** Entries of the feed in one document. */
const ENTRIES = 25;
const RETRY_MS = 250;
const RETRY_MS_MAX = 5000;
/** So often it is looked whether a time has come: clocks may be set. */
const LOOK_MS = 1000;

export interface FollowedQuery {
  readonly query: EpcisQuery;
  /** Behind which cursor of the feed it begins. */
  readonly after: string;
  /** When what has come since is told; null: as it comes. */
  readonly schedule: Schedule | null;
  /** Whether it is told at such a time that nothing has come. */
  readonly reportIfEmpty: boolean;
}

export type Following = Subscriber &
  Pick<FeedServices, 'feed' | 'log'> & {
    /** Wall clock, epoch milliseconds. */
    readonly wall: () => number;
    /** Aborted when whoever follows has left. */
    readonly left: AbortSignal;
  };

/**
 * Events that match, document by document, for as long as somebody takes them: the next is read when the one before was taken. Last
 * comes the reason why one cannot go on without missing something.
 */
export async function* followQuery(
  following: Following,
  followed: FollowedQuery,
): AsyncGenerator<readonly EpcisEvent[] | ResyncError, void> {
  const { query, schedule, after } = followed;
  if (schedule) return yield* atItsTimes(following, { ...followed, schedule });
  const question = { ...questionOf(following, query), after };
  for await (const page of followFeed(following, question)) {
    if (page instanceof ResyncError) return yield page;
    const events = await eventsOn(page, query, following);
    if (events.length > 0) yield events;
  }
}

async function* atItsTimes(
  following: Following,
  { query, after, schedule, reportIfEmpty }: FollowedQuery & { readonly schedule: Schedule },
): AsyncGenerator<readonly EpcisEvent[] | ResyncError, void> {
  const { wall, left } = following;
  let cursor = after;
  for (let due = nextTime(schedule, wall()); due !== null; due = nextTime(schedule, wall())) {
    while (!left.aborted && wall() < due) await pause(Math.min(due - wall(), LOOK_MS), left);
    let hasTold = false;
    for (let behind = 1; behind > 0 && !left.aborted;) {
      const question = { ...questionOf(following, query), after: cursor };
      const page: FeedPage | ResyncError = await untilItWorks(() => readChanges(following, question), following);
      if (page instanceof ResyncError) return yield page;
      const events = await eventsOn(page, query, following);
      if (events.length > 0) yield events;
      hasTold ||= events.length > 0;
      [cursor, behind] = [page.cursor, page.behind];
    }
    if (left.aborted) return;
    if (!hasTold && reportIfEmpty) yield [];
  }
} // prettier-ignore

function questionOf({ asker }: Following, query: EpcisQuery) {
  const filter: FeedFilter = feedFilterOf(query);
  return { filter, first: ENTRIES, ...feedReader(asker), also: tellsOfClaims };
}

async function eventsOn({ entries }: FeedPage, query: EpcisQuery, following: Following): Promise<readonly EpcisEvent[]> {
  return entries.length === 0 ? [] : untilItWorks(() => eventsIn(entries, query, following), following);
} // prettier-ignore

/** While the graph is away: what follows is read when it is back. */
async function untilItWorks<T>(work: () => Promise<T>, { left, log }: Following): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (left.aborted) throw error;
      log.debug({ err: error }, 'followed query waits');
      await pause(Math.min(RETRY_MS_MAX, RETRY_MS * 2 ** failures), left);
    }
  }
}
