import type { Context } from '../context.ts';

/** In place of an answer: whoever asked may not any more. */
export const NOT_ANY_MORE = Symbol('not any more');

type Told<T> = IteratorResult<T | typeof NOT_ANY_MORE, undefined>;

/** What is taken back ends a subscription that says nothing within this time; one that speaks, before its next answer. */
const ASKED_EVERY_MS = 10_000;

/**
 * A subscription for as long as the one who asked may ask: looked at now and then, so that a key that is taken back ends it also where
 * nothing happens. `leave` is called when it is over, whoever ends it.
 */
export function whileKnown<T>(
  source: AsyncIterable<T, undefined>,
  mayStill: () => Promise<boolean>,
  leave: () => void,
  everyMs = ASKED_EVERY_MS,
): AsyncIterableIterator<T | typeof NOT_ANY_MORE, undefined> {
  const inner = source[Symbol.asyncIterator]();
  let answer: ((last: Told<T>) => void) | null = null;
  let state: 'OPEN' | 'TOLD_NOTHING' | 'OVER' = 'OPEN';
  const timer = setInterval(() => {
    mayStill().then(
      (may) => (may ? undefined : end()),
      // That the graph does not answer says nothing of him.
      () => undefined,
    );
  }, everyMs);
  timer.unref();
  const stop = (): void => {
    clearInterval(timer);
    leave();
    // It may be waiting for what never comes, and is not waited for.
    void inner.return?.();
  };
  const end = (): void => {
    if (state !== 'OPEN') return;
    stop();
    state = answer ? 'OVER' : 'TOLD_NOTHING';
    answer?.({ done: false, value: NOT_ANY_MORE });
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (state === 'TOLD_NOTHING') {
        state = 'OVER';
        return Promise.resolve({ done: false, value: NOT_ANY_MORE });
      }
      if (state === 'OVER') return Promise.resolve({ done: true, value: undefined });
      return new Promise<Told<T>>((resolve, reject) => {
        answer = resolve;
        inner.next().then((next) => {
          answer = null;
          if (next.done) clearInterval(timer);
          resolve(next);
        }, reject);
      });
    },
    return() {
      if (state === 'OPEN') stop();
      state = 'OVER';
      answer?.({ done: true, value: undefined });
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}

/** Whether somebody is anybody who can be forgotten: whoever did not sign in has nothing that could be taken back. */
export function canEnd({ asker }: Pick<Context, 'asker'>): boolean {
  return asker.actor !== null;
}
