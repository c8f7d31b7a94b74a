import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks `probe` until it answers true; answers whether it did before the deadline. `givenUp` ends the wait early, for
 * example because the process asked for has died.
 */
export async function waitFor(probe, { timeoutMs, everyMs = 150, givenUp = () => false }) {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (givenUp()) return false;
    if (await probe()) return true;
    if (performance.now() + everyMs > deadline) return false;
    await delay(everyMs);
  }
}
