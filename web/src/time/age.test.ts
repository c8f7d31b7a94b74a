import { expect, it } from 'vitest';
import { ageOf } from './age.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const minutes = (count: number) => count * 60_000;

it.each([
  [minutes(0.5), 'past', 'now', 0],
  [minutes(59.9), 'past', 'minute', 59],
  [minutes(60), 'past', 'hour', 1],
  [minutes(47 * 60), 'past', 'hour', 47],
  [minutes(48 * 60), 'past', 'day', 2],
  [minutes(-90), 'future', 'hour', 1],
] as const)('%i ms ago is %s, %s %i', (ago, direction, unit, count) => {
  expect(ageOf(now - ago, now)).toEqual({ direction, unit, count });
});
