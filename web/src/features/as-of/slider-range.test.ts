import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantAt, sliderRange } from './slider-range.ts';

const NOW = Date.parse('2026-11-21T09:07:31Z');

it('goes from seven days ago to now, which is its end', () => {
  const range = sliderRange(NOW, 7, null);
  expect(new Date(range.first).toISOString()).toBe('2026-11-14T09:00:00.000Z');
  expect(range.value).toBe(range.last);
  expect(instantAt(range.last, range)).toBeNull();
  expect(instantAt(range.first, range)).toBe('2026-11-14T09:00:00.000Z');
});

it('stands where the address says, at the nearer end for what lies outside', () => {
  expect(sliderRange(NOW, 7, '2026-11-20T10:14:00Z').value).toBe(Date.parse('2026-11-20T10:15:00Z'));
  expect(sliderRange(NOW, 7, '2026-10-01T00:00:00Z').value).toBe(sliderRange(NOW, 7, null).first);
  expect(sliderRange(NOW, 7, '2027-01-01T00:00:00Z').value).toBe(sliderRange(NOW, 7, null).last);
});

it('comes back to each place that it was moved to', () => {
  const range = sliderRange(NOW, 7, null);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 * 96 }), (steps) => {
      const value = range.first + steps * 900_000;
      expect(sliderRange(NOW, 7, instantAt(value, range)).value).toBe(value);
    }),
  );
});
