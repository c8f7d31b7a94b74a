import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextAttemptAt, verdictOf } from './webhook.ts';

const HOUR = 3_600_000;

it('a call is tried again after growing waits for three days, and then no more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 30 }),
      (chances) => {
        const attempts = [0];
        for (const chance of chances) {
          const now = attempts.at(-1) ?? 0;
          const next = nextAttemptAt({ firstAt: 0, now, failed: attempts.length }, null, chance);
          if (next === null) break;
          attempts.push(next);
        }
        expect(attempts.at(-1)).toBe(72 * HOUR);
        const waits = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
        expect(waits[0]).toBeGreaterThanOrEqual(4000);
        expect(waits[0]).toBeLessThanOrEqual(6000);
        expect(Math.max(...waits)).toBeLessThanOrEqual(9.6 * HOUR);
        expect(attempts.length).toBeGreaterThan(12);
        // The first eight double at least, whatever chance says, but for what is left to it.
        for (let i = 1; i < 8; i += 1) expect(waits[i]).toBeGreaterThan(waits[i - 1] ?? 0);
      },
    ),
  );
});

it('a receiver who asks for time is given it, up to a day and to the end of the three', () => {
  const failed = { firstAt: 0, now: HOUR, failed: 1 };
  expect(nextAttemptAt(failed, 2 * HOUR, 0.5)).toBe(3 * HOUR);
  expect(nextAttemptAt(failed, 1000, 0.5)).toBe(HOUR + 5000);
  expect(nextAttemptAt(failed, 1000 * HOUR, 0.5)).toBe(25 * HOUR);
  expect(nextAttemptAt({ firstAt: 0, now: 71 * HOUR, failed: 20 }, null, 0.5)).toBe(72 * HOUR);
});

it('what a receiver will never take is not sent again; what says "later" is', () => {
  const as = (verdict: string) => [200, 204, 301, 400, 401, 404, 408, 409, 410, 413, 422, 425, 429, 500, 503].filter((status) => verdictOf(status) === verdict);
  expect(as('TAKEN')).toEqual([200, 204]);
  expect(as('LATER')).toEqual([301, 408, 409, 425, 429, 500, 503]);
  expect(as('NEVER')).toEqual([400, 401, 404, 413, 422]);
  expect(as('GONE')).toEqual([410]);
  expect(verdictOf(null)).toBe('LATER');
}); // prettier-ignore
