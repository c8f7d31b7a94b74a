import { backOffMs, pause } from './back-off.ts';
import { RequestError } from './request-error.ts';

export interface ConnectionOptions {
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
 * Answers of one connection after another, whatever happens to each: it is opened again after a growing pause. Ends behind the answer
 * that is the last one. Throws a {@link RequestError} where asking again is no use (`UNAUTHENTICATED`, `FORBIDDEN` …).
 */
export async function* reconnected<Answer>(
  open: (signal: AbortSignal | null) => AsyncIterable<Answer>,
  isLast: (answer: Answer) => boolean,
  { signal, onDisconnect }: ConnectionOptions,
): AsyncGenerator<Answer, void> {
  let failures = 0;
  while (!signal?.aborted) {
    let error: RequestError | null = null;
    const opened = performance.now();
    try {
      for await (const answer of open(signal ?? null)) {
        yield answer;
        if (isLast(answer)) return;
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
