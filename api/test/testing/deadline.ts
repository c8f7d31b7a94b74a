import { setTimeout as after } from 'node:timers/promises';

const ASK_EVERY_MS = 25;
/** It ends what hangs, and is no measure: two lanes share two cores, and one of them may plan its statements just then. */
const DEADLINE_MS = 60_000;

/** Asks again and again until the answer is not null; fails loudly at the deadline, and then says `what` was waited for. */
export async function eventually<T>(
  what: string | (() => string),
  ask: () => Promise<T | null> | T | null,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > end)
      throw new Error(`not within ${deadlineMs} ms: ${typeof what === 'string' ? what : what()}`);
    await after(ASK_EVERY_MS);
  }
}

/** The promise, or a loud failure at the deadline. */
export async function within<T>(what: string, promise: Promise<T>, deadlineMs = DEADLINE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${deadlineMs} ms: ${what}`)), deadlineMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
