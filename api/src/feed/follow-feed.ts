import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { writeCursor, type FeedPosition } from 'graph-schema/domain/feed/feed-position';
import { Repeater } from 'graphql-yoga';
import type { Logger } from 'pino';
import { feedReader, type FeedReader } from '../access/own-rules.ts';
import type { OnSightChange } from '../access/sight-changes.ts';
import { ForgottenError, type FeedHub, type HubPage, type Wanted } from './feed-hub.ts';
import { positionAt, resumeAt } from './find-position.ts';
import { ResyncError } from './resync-error.ts';
import type { ToldEntry } from './told-batch.ts';

/** Some entries, and the cursor behind them. */
export interface FeedPage {
  readonly entries: readonly ToldEntry[];
  readonly cursor: string;
  readonly behind: number;
  /** What was asked for, with what was in its watch list then. */
  readonly filter: FeedFilter;
}

export interface FeedServices {
  readonly graph: Asks;
  readonly feed: FeedHub;
  readonly log: Logger;
  /** Who follows, for whoever runs the service; left out: nobody whose organisation is known. */
  readonly asker?: Pick<Asker, 'organisation'>;
  /** Aborted when whoever follows has left. */
  readonly left?: AbortSignal;
  /** Whoever sees other things by now has to begin anew; left out: nobody looks. */
  readonly onSightChange?: OnSightChange;
}

export interface FeedQuestion extends Wanted {
  readonly after: string | null;
  readonly first: number;
  /** The filter as it is to be read now; left out: as it is. */
  readonly filterNow?: () => Promise<FeedFilter>;
}

/** Who waits for what hardly ever comes is given a newer cursor so often, so that it does not grow too old. */
const CURSOR_MS = 30_000;
const RETRY_MS = 250;
const RETRY_MS_MAX = 5000;

/** Once, what follows a cursor. Without one: nothing, and the cursor to go on from. */
export async function readChanges(services: FeedServices, question: FeedQuestion): Promise<FeedPage | ResyncError> {
  const release = services.feed.use();
  try {
    const position = await startAt(services, question);
    if (position instanceof ResyncError) return position;
    await services.feed.look();
    const filter = await filterOf(question);
    return pageOf(await services.feed.page(position, { ...question, filter }, question.first), filter);
  } catch (error) {
    if (error instanceof ForgottenError) return anew(services, question, 'EXPIRED');
    throw error;
  } finally {
    release();
  }
} // prettier-ignore

/**
 * What follows a cursor, and all that comes, in order of each shipment. The next page is read when the one before was
 * taken: who is slow is given old entries later, never a place in memory. The first page comes at once, empty or not.
 */
export function followFeed(
  services: FeedServices,
  question: FeedQuestion,
): AsyncIterable<FeedPage | ResyncError> {
  const { feed, log } = services;
  return new Repeater<FeedPage | ResyncError>(async (push, stop) => {
    let isStopped = false;
    let hasMore = false;
    let wake: (() => void) | null = null;
    let sees: FeedReader = question;
    void stop.then(() => {
      isStopped = true;
      wake?.();
    });
    services.left?.addEventListener('abort', () => stop());
    const release = feed.use();
    const follower = feed.followers.enter(services.asker?.organisation ?? null);
    const leave = feed.onMore(() => {
      hasMore = true;
      wake?.();
    });
    services.onSightChange?.((asker) => {
      sees = feedReader(asker);
      hasMore = true;
      wake?.();
    });
    const wait = (ms: number, endsByMore: boolean) =>
      new Promise<void>((resolve) => {
        if (isStopped || (endsByMore && hasMore)) return resolve();
        const timer = setTimeout(resolve, ms);
        wake = () => {
          if (!endsByMore && !isStopped) return;
          clearTimeout(timer);
          resolve();
        };
      }).finally(() => (wake = null));
    try {
      let cursor = question.after;
      let position: FeedPosition | null = null;
      let generation = feed.generation;
      let failures = 0;
      let given = -Infinity;
      while (!isStopped) {
        hasMore = false;
        try {
          // What opened to him since, no entry tells him; and by whose limits he was told so far, he is not judged any more.
          if (sees !== question) {
            void push(await anew(services, sees, 'SIGHT_CHANGED'));
            return stop();
          }
          if (position === null || generation !== feed.generation) {
            const found = await startAt(services, { ...question, after: cursor });
            if (found instanceof ResyncError) {
              void push(found);
              return stop();
            }
            position = found;
            follower.position = found;
            await feed.look();
            generation = feed.generation;
          }
          const before: FeedPosition = position;
          const filter = await filterOf(question);
          const page = await feed.page(before, { ...question, filter }, question.first);
          position = page.position;
          failures = 0;
          const isDue = performance.now() - given > CURSOR_MS;
          if (page.entries.length > 0 || isDue) {
            const told = pageOf(page, filter);
            cursor = told.cursor;
            given = performance.now();
            await push(told);
          }
          follower.position = position;
          if (page.entries.length > 0 || isDue) continue;
          if (page.behind === 0) await wait(CURSOR_MS, true);
          else if (writeCursor(position) === writeCursor(before)) await wait(RETRY_MS, false);
        } catch (error) {
          if (error instanceof ForgottenError) {
            const resync = await anew(services, question, 'EXPIRED').catch(() => null);
            if (resync) {
              void push(resync);
              return stop();
            }
          }
          // The graph is away for the moment: what follows is read when it is back.
          log.debug({ err: error }, 'feed not read');
          failures += 1;
          await wait(Math.min(RETRY_MS_MAX, RETRY_MS * 2 ** (failures - 1)), false);
        }
      }
    } finally {
      leave();
      feed.followers.leave(follower);
      release();
    }
  });
} // prettier-ignore

async function startAt({ graph }: FeedServices, question: FeedQuestion): Promise<FeedPosition | ResyncError> {
  const { after } = question;
  return after === null ? positionAt(graph, question, null) : resumeAt(graph, question, after);
}

async function anew({ graph }: FeedServices, reader: FeedReader, reason: ResyncError['reason']): Promise<ResyncError> {
  return new ResyncError(reason, writeCursor(await positionAt(graph, reader, null)));
} // prettier-ignore

function filterOf({ filter, filterNow }: FeedQuestion): Promise<FeedFilter> {
  return filterNow ? filterNow() : Promise.resolve(filter);
}

function pageOf({ entries, position, behind }: HubPage, filter: FeedFilter): FeedPage {
  return { entries, behind, cursor: writeCursor(position), filter };
}
