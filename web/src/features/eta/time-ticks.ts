import type { Span } from './eta-plot.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
];

/** Round times within a span on a clock that many minutes ahead of UTC, as many as fit; epoch milliseconds in order. */
export function timeTicks({ from, to }: Span, offsetMinutes: number, most: number): readonly number[] {
  const ahead = offsetMinutes * 60_000;
  const longest = STEPS.at(-1) ?? DAY;
  const step =
    STEPS.find((one) => (to - from) / one <= most) ?? Math.ceil((to - from) / most / longest) * longest;
  const first = Math.ceil((from + ahead) / step) * step - ahead;
  const count = Math.floor((to - first) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step);
}
