import type { Context } from '../context.ts';

/** In place of an answer: whoever asked may not any more. */
export const NOT_ANY_MORE = Symbol('not any more');

type Told<T> = IteratorResult<T | typeof NOT_ANY_MORE, undefined>;

/** What is taken back ends a subscription that says nothing within this time; one that speaks, before its next answer. */
const ASKED_EVERY_MS = 10_000;

/**
 * A subscription for as long as the one who asked may ask: looked at now and then, so that a key that is taken back ends it also where
 * nothing happens; `mayStill` null: nothing can be taken from him. `leave` is called when it is over, whoever ends it.
 */
export function whileKnown<T>(
  source: AsyncIterable<T, undefined>,
  mayStill: (() => Promise<boolean>) | null,
  leave: () => void,
  everyMs = ASKED_EVERY_MS,
): AsyncIterableIterator<T | typeof NOT_ANY_MORE, undefined> {
  const inner = source[Symbol.asyncIterator]();
  let answer: ((last: Told<T>) => void) | null = null;
  let state: 'OPEN' | 'TOLD_NOTHING' | 'OVER' = 'OPEN';
  // That the graph does not answer says nothing of him.
  const ask = () => void mayStill?.().then((may) => (may ? undefined : end()), () => undefined); // prettier-ignore
  const timer = mayStill && setInterval(ask, everyMs);
  timer?.unref();
  const stop = (): void => {
    if (timer) clearInterval(timer);
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
      const ended = new Promise<Told<T>>((resolve) => (answer = resolve));
      const told = inner.next().then((next): Told<T> => {
        answer = null;
        if (next.done && timer) clearInterval(timer);
        return next;
      });
      return Promise.race([told, ended]);
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
