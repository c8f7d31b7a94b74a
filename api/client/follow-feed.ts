import type { Service } from './ask.ts';
import { backOffMs, pause } from './back-off.ts';
import type { FeedAnswer } from './feed.graphql.ts';
import { openFeed, type FeedWish } from './open-feed.ts';
import { RequestError } from './request-error.ts';

export interface FeedOptions extends FeedWish {
  /** Aborted: the iteration ends. */
  readonly signal?: AbortSignal;
  /** Told each time that the connection is gone and when it is tried again. */
  readonly onDisconnect?: (error: RequestError | null, retryInMs: number) => void;
}

/** A connection that held so long was a good one: the pause does not grow any more. */
const STEADY_MS = 10_000;
/** Refusals that another try may get over. */
const MAY_PASS: ReadonlySet<string> = new Set(['UNREACHABLE', 'INTERNAL', 'TOO_MANY']);

/**
 * What follows a cursor of the feed, and all that comes, whatever happens to the connection: it is opened again after a growing pause,
 * and goes on behind the last page that was taken. A `ResyncError` is the last answer: read anew what you follow, then go on from its
 * cursor. Throws a {@link RequestError} where asking again is no use (`UNAUTHENTICATED`, `FORBIDDEN` …).
 *
 * Keep the cursor of each page with what you make of it: with it as `after` a new process misses nothing, and repeats at most a page.
 *
 * @param after null: from now on.
 */
export async function* followFeed(
  service: Service,
  after: string | null,
  { signal, onDisconnect, ...wish }: FeedOptions = {},
): AsyncGenerator<FeedAnswer, void> {
  let cursor = after;
  let failures = 0;
  while (!signal?.aborted) {
    let error: RequestError | null = null;
    const opened = performance.now();
    try {
      for await (const answer of openFeed(service, cursor, wish, signal ?? null)) {
        cursor = answer.cursor;
        yield answer;
        if (answer.__typename === 'ResyncError') return;
      }
    } catch (thrown) {
      if (!(thrown instanceof RequestError) || !MAY_PASS.has(thrown.code)) throw thrown;
      error = thrown;
    }
    if (signal?.aborted) return;
    failures = performance.now() - opened > STEADY_MS ? 1 : failures + 1;
    const waitMs = backOffMs(failures);
    onDisconnect?.(error, waitMs);
    await pause(waitMs, signal ?? null);
  }
}
