import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysBefore, instantAt, rangeSince, STEP_MS } from './slider-range.ts';

const NOW = Date.parse('2026-11-21T09:07:31Z');
const weekUntil = (asOf: string | null) => rangeSince(daysBefore(NOW, 7), NOW, STEP_MS, asOf);

it('goes from seven days ago to now, which is its end', () => {
  const range = weekUntil(null);
  expect(new Date(range.first).toISOString()).toBe('2026-11-14T09:00:00.000Z');
  expect(range.value).toBe(range.last);
  expect(instantAt(range.last, range)).toBeNull();
  expect(instantAt(range.first, range)).toBe('2026-11-14T09:00:00.000Z');
});

it('stands where the address says, at the nearer end for what lies outside', () => {
  expect(weekUntil('2026-11-20T10:14:00Z').value).toBe(Date.parse('2026-11-20T10:15:00Z'));
  expect(weekUntil('2026-10-01T00:00:00Z').value).toBe(weekUntil(null).first);
  expect(weekUntil('2027-01-01T00:00:00Z').value).toBe(weekUntil(null).last);
});

it('comes back to each place that it was moved to', () => {
  const range = weekUntil(null);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 * 96 }), (steps) => {
      const value = range.first + steps * STEP_MS;
      expect(weekUntil(instantAt(value, range)).value).toBe(value);
    }),
  );
});

it('has no length where it would begin after now', () => {
  const { first, last } = rangeSince(NOW + 3_600_000, NOW, STEP_MS, null);
  expect(first).toBe(last);
});
