const longest = 60;

/** Seconds until the page asks a silent API again: 3, 6, 12 … at most a minute. */
export function pauseSeconds(asked: number): number {
  return Math.min(longest, 3 * 2 ** asked);
}
