/** Waits so long, or until it is woken by what `keeps` is handed, or until all ends. */
export function pause(
  ms: number,
  signal: AbortSignal,
  keeps: (wake: () => void) => void = () => undefined,
): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
    keeps(over);
  });
}
