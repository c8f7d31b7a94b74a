import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oddsOfMissing } from './connection-odds.ts';

const HOUR_MS = 3_600_000;
const odds = (slackHours: number, late = 24, early = -24) =>
  oddsOfMissing({
    arrivesAt: 0,
    neededAt: slackHours * HOUR_MS,
    band: { p10Hours: early, p90Hours: late },
  });

it('are even where it is told to come at the last moment, and one in ten where it has what nine of ten need', () => {
  expect(odds(0)).toBeCloseTo(0.5, 6);
  expect(odds(24)).toBeCloseTo(0.1, 6);
  expect(odds(-24)).toBeCloseTo(0.9, 6);
  expect(odds(72)).toBeLessThan(0.0002);
});

it('go by the errors on the side where the last moment lies', () => {
  expect(odds(12, 48, -6)).toBeCloseTo(odds(12, 48, -24), 10);
  expect(odds(-12, 48, -6)).toBeGreaterThan(0.99);
});

it('know only in time and too late where nothing is ever off', () => {
  expect([odds(1, 0, 0), odds(0, 0, 0), odds(-1, 0, 0)]).toEqual([0, 0, 1]);
});

it('never leave 0 to 1, and fall with every hour more', () => {
  const hours = fc.double({ min: -500, max: 500, noNaN: true });
  const wide = fc.double({ min: 0.1, max: 300, noNaN: true });
  fc.assert(
    fc.property(hours, hours, wide, wide, (a, b, late, early) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      const [high, low] = [odds(less, late, -early), odds(more, late, -early)];
      expect(high).toBeGreaterThanOrEqual(low - 1e-6);
      expect(low).toBeGreaterThanOrEqual(-1e-7);
      expect(high).toBeLessThanOrEqual(1 + 1e-7);
    }),
  );
});
