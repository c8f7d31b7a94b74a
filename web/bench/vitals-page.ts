// In the browser, before all else: what the page paints and moves, and how long it takes to answer.
export interface SeenVitals {
  /** When something was painted, moved or held up last, by the page's own clock. */
  at: number;
  lcpMs: number;
  cls: number;
  /** By interaction, milliseconds. */
  readonly slowest: Record<number, number>;
}

declare global {
  interface Window {
    vitals: SeenVitals;
  }
}

type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };

const vitals: SeenVitals = { at: 0, lcpMs: 0, cls: 0, slowest: {} };
window.vitals = vitals;
let [shift, began, last] = [0, 0, 0];

on('largest-contentful-paint', {}, ({ startTime }) => (vitals.lcpMs = startTime));
on('longtask', {}, () => undefined);
on('event', { durationThreshold: 16 }, (entry) => {
  const { interactionId, duration } = entry as PerformanceEventTiming;
  if (interactionId > 0)
    vitals.slowest[interactionId] = Math.max(vitals.slowest[interactionId] ?? 0, duration);
});
// Shifts less than a second apart are one, of at most five seconds; those that follow a press are wanted.
on('layout-shift', {}, (entry) => {
  const { value, hadRecentInput, startTime } = entry as Shift;
  if (hadRecentInput) return;
  if (startTime - last > 1000 || startTime - began > 5000) [shift, began] = [0, startTime];
  shift += value;
  last = startTime;
  vitals.cls = Math.max(vitals.cls, shift);
});

function on(type: string, options: object, see: (entry: PerformanceEntry) => void): void {
  new PerformanceObserver((list) => {
    vitals.at = performance.now();
    for (const entry of list.getEntries()) see(entry);
  }).observe({ type, buffered: true, ...options });
}
