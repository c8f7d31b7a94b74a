const FIRST_MS = 250;
const LONGEST_MS = 15_000;

/**
 * How long to wait before an attempt, milliseconds: twice as long each time up to a quarter of a minute, and anything between half
 * and all of that, so that clients that a restart has cut off do not come back all at once. `failures`: in a row, 1 or more.
 */
export function backOffMs(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return (longest * (1 + random())) / 2;
}

/** Resolves after so long, or at once when `signal` is aborted. */
export function pause(ms: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
