import { describe, expect, it } from 'vitest';
import { countDays, isWorkingDay } from '../../../src/domain/free-time/calendar.ts';
import type { Tariff } from '../../../src/domain/free-time/tariff.ts';
import { getCalendars } from '../../../src/reference/holidays.ts';
import { longBeach, ningbo } from '../../../src/testing/sample-locations.ts';
import { box, clocksOf, discharged, showClocks, terms } from './money-story.ts';

const china = getCalendars().get('CN');
const working: Tariff = { id: 'W', kind: 'STORAGE', carrier: null, place: 'CN', sizes: null, freeDays: 5, days: 'WORKING', countsFrom: 'NEXT_DAY', binds: 'IF_NOT_TOLD', rates: [], isConfirmed: true, validFrom: null, validTo: null }; // prettier-ignore

describe('working days', () => {
  it('know the week of National Day, and the Saturday that is worked for it 调休', () => {
    expect(['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08', '2026-10-10', '2026-10-11'].map((day) => isWorkingDay(china, day))).toEqual(
      [true, false, false, true, true, false],
    ); // prettier-ignore
    // The 30th, the 8th, 9th and 10th (a Saturday), and Monday the 12th.
    const story = [discharged(box, '2026-09-29 10:00', ningbo)];
    expect(showClocks(clocksOf(story, terms([working])))).toBe('* STORAGE CSQU3054383 TARIFF W 2026-10-12 (till 10-12T16:00Z) at CNNBO'); // prettier-ignore
  });

  it('skip Thanksgiving and the weekend on the American coast', () => {
    const story = [discharged(box, '2026-11-24 18:00', longBeach)];
    expect(showClocks(clocksOf(story))).toBe('* DEMURRAGE CSQU3054383 TARIFF DEM-US 2026-12-01 (till 12-02T08:00Z) at USLGB'); // prettier-ignore
  });

  it('of a year whose holidays are not known are counted by weekends, and said to be uncertain', () => {
    const story = [discharged(box, '2026-12-30 10:00', ningbo)];
    expect(showClocks(clocksOf(story, terms([working])))).toContain('2027-01-06? (till 01-06T16:00Z)');
    expect(countDays('2026-12-31', 1, 'WORKING', china)).toEqual({ date: '2026-12-31', isCertain: true });
    expect(countDays('2026-12-31', 30, 'CALENDAR', undefined)).toEqual({ date: '2027-01-29', isCertain: true }); // prettier-ignore
  });

  it('begin on the day itself where the tariff says so; no free day ends before it begins', () => {
    const story = [discharged(box, '2026-11-30 10:00', ningbo)];
    const of = (change: Partial<Tariff>) => clocksOf(story, terms([{ ...working, days: 'CALENDAR', ...change }]))[0]?.lastFreeDay; // prettier-ignore
    expect(of({})).toBe('2026-12-05');
    expect(of({ countsFrom: 'SAME_DAY' })).toBe('2026-12-04');
    expect(of({ freeDays: 0 })).toBe('2026-11-30');
  });
});
