import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../syntax/wall-clock.ts';
import type { ScheduledLeg } from './leg.ts';
import { calendarDays, countDays, daysWithin } from './operating-days.ts';

const call = { airport: 'PEK', clock: '1305', offset: '+08:00' };

function leg(from: string, to: string | null, days: readonly number[], everyWeeks = 1): ScheduledLeg {
  return { flight: 'CA981', service: 'F', from, to, days, everyWeeks, departure: call, arrival: call };
}

describe('days of operation', () => {
  it('are those of the week within the period', () => {
    expect(
      daysWithin(leg('2026-11-20', '2026-11-26', [6, 7]), calendarDays('2026-11-01', '2026-12-31')),
    ).toEqual(['2026-11-21', '2026-11-22']);
  });

  it('skip every second week from the first', () => {
    expect(
      daysWithin(leg('2026-11-30', '2027-02-28', [1], 2), calendarDays('2026-11-18', '2026-12-31')),
    ).toEqual(['2026-11-30', '2026-12-14', '2026-12-28']);
  });

  it('are counted as they are listed, without listing them', () => {
    const offset = fc.integer({ min: 0, max: 800 });
    const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(offset, offset, week, (start, length, days) => {
        const from = addDays('2026-01-01', start);
        const to = addDays(from, length);
        const one = leg(from, to, days);
        expect(countDays(one)).toBe(daysWithin(one, calendarDays(from, to)).length);
      }),
    );
  });

  it('have no count until further notice, and work only within the window', () => {
    const one = leg('2026-01-01', null, [1, 2, 3, 4, 5, 6, 7]);
    expect(countDays(one)).toBeNull();
    expect(daysWithin(one, calendarDays('2026-11-18', '2026-12-21'))).toHaveLength(34);
    expect(
      daysWithin(leg('1900-01-01', '9999-12-31', [1]), calendarDays('2026-11-18', '2026-12-21')),
    ).toHaveLength(5);
  });
});
