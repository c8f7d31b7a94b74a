import { setTimeout as sleep } from 'node:timers/promises';
import type { Plugin } from 'graphql-yoga';

/** Longer than a lookup that finds something mostly takes. */
const STEP_MS = 400;

export interface Stopwatch {
  /** Milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}
const WALL: Stopwatch = { now: () => performance.now(), sleep };

/** Contexts of the requests whose answers are to take as long whatever there is. */
const watched = new WeakSet<object>();

/**
 * The answer to this request, as a whole, is to take as long for what there is, is not, and is not his: what a field finds, those below it
 * take time for, too.
 */
export function takeSameTime(context: object): void {
  watched.add(context);
}

/** Waits for those answers that are to take the same time. */
export function sameTime(watch: Stopwatch = WALL): Plugin {
  return {
    onExecute({ args }) {
      const start = watch.now();
      return {
        async onExecuteDone() {
          if (watched.has(args.contextValue)) await untilStep(start, watch);
        },
      };
    },
  };
}

/**
 * Until a whole number of steps has gone by, one at least. Something that waits only until a time is over tells, where it takes longer, how much
 * longer; of steps it tells at most which, and that of few answers.
 */
export async function untilStep(start: number, { now, sleep: wait }: Stopwatch = WALL): Promise<void> {
  const took = now() - start;
  await wait(Math.max(1, Math.ceil(took / STEP_MS)) * STEP_MS - took);
}
