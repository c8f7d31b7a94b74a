import { describe, expect, it } from 'vitest';
import { dayOf } from './trip.ts';

const seconds = (iso: string) => Date.parse(iso) / 1000;

describe('the day of a trip without a start date', () => {
  it.each([
    ['2026-11-20T15:59:59Z', 'Asia/Shanghai', '2026-11-20'],
    ['2026-11-20T16:00:00Z', 'Asia/Shanghai', '2026-11-21'],
    ['2026-11-20T04:59:00Z', 'America/New_York', '2026-11-19'],
    // Clocks go back at 01:00 UTC that night, and forward in March.
    ['2026-10-25T22:59:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-03-28T22:59:00Z', 'Europe/Berlin', '2026-03-28'],
  ])('%s in %s', (instant, zone, day) => {
    expect(dayOf(seconds(instant), zone)).toBe(day);
  });

  it('no day for what is no time or no zone', () => {
    expect(dayOf(1e30, 'Asia/Shanghai')).toBeNull();
    expect(dayOf(0, 'Nowhere/At-all')).toBeNull();
  });
});
