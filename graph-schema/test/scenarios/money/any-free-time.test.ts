import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDays, endOfDay, isWorkingDay, localDate } from '../../../src/domain/free-time/calendar.ts';
import { chargesAhead, chargesChangeAt } from '../../../src/domain/free-time/charges-ahead.ts';
import { getCalendars } from '../../../src/reference/holidays.ts';
import { rotterdam } from '../../../src/testing/sample-locations.ts';
import { box, clocksOf, discharged, free, gateOut, other, returned } from './money-story.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-20T00:00:00Z');
const day = (n: number) => new Date(START + n * DAY_MS).toISOString().slice(0, 10);
const days = fc.integer({ min: 0, max: 40 }).map(day);
const one = fc.constantFrom(box, other);
const claim = fc.oneof(
  fc.tuple(one, days).map(([of, when]) => discharged(of, `${when} 03:00`, rotterdam)),
  fc.tuple(one, days).map(([of, when]) => gateOut(of, `${when} 09:00`, rotterdam)),
  fc.tuple(one, days).map(([of, when]) => returned(of, `${when} 15:00`, rotterdam)),
  fc
    .record({
      kind: fc.constantFrom('DEMURRAGE' as const, 'DETENTION' as const, 'STORAGE' as const),
      until: days,
      by: fc.constantFrom('CARRIER' as const, 'TERMINAL' as const),
      of: fc.option(one),
      heard: days,
    })
    .map(({ kind, until, by, of, heard }) => free(kind, until, { by, heard: `${heard}T00:00:00Z`, ...(of ? { box: of } : {}) })),
); // prettier-ignore
const story = fc.array(claim, { maxLength: 10 });

describe('free times of any story', () => {
  it('do not depend on the order of claims; one binds of each box and charge, the earliest that may', () => {
    const shuffled = story.chain((claims) =>
      fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
    );
    let several = 0;
    fc.assert(
      fc.property(shuffled, ([claims, others]) => {
        const clocks = clocksOf(claims);
        expect(clocksOf(others)).toEqual(clocks);
        for (const group of new Set(clocks.map(({ kind, container }) => `${kind}|${container}`))) {
          const own = clocks.filter(({ kind, container }) => `${kind}|${container}` === group);
          const told = own.filter(({ basis }) => basis !== 'TARIFF');
          several += Number(own.length > 1);
          expect(own.filter(({ binding }) => binding).length).toBeLessThanOrEqual(1);
          if (told.length > 0)
            expect(own.find(({ binding }) => binding)?.endsAt).toBe(Math.min(...told.map((c) => c.endsAt)));
        }
      }),
      { numRuns: 300 },
    );
    expect(several).toBeGreaterThan(20);
  }, 60_000);

  it('cost only after the last free day, of boxes that are there, and each day once', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: -10, max: 90 }), (claims, n) => {
        const now = START + n * DAY_MS;
        const clocks = clocksOf(claims);
        const charges = chargesAhead(clocks, 7, now);
        const paid = charges.map(({ date, kind, container }) => `${date} ${kind} ${container}`);
        expect(new Set(paid).size).toBe(paid.length);
        for (const { date, kind, container, day: nth } of charges) {
          expect(nth).toBeGreaterThanOrEqual(1);
          const [clock] = clocks.filter((c) => c.binding && c.kind === kind && (c.container ?? container) === container && c.lastFreeDay < date); // prettier-ignore
          expect(clock?.stoppedAt).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('cost the same until the midnight that is told, and something else from it on', () => {
    let changes = 0;
    fc.assert(
      fc.property(story, fc.integer({ min: -240, max: 2160 }), (claims, hours) => {
        const now = START + hours * 3_600_000;
        const clocks = clocksOf(claims);
        const charges = chargesAhead(clocks, 7, now);
        const changesAt = chargesChangeAt(clocks, 7, now);
        if (changesAt === null) {
          expect(chargesAhead(clocks, 7, now + 90 * DAY_MS)).toEqual(charges);
          return;
        }
        changes += 1;
        expect(changesAt).toBeGreaterThan(now);
        expect(chargesAhead(clocks, 7, changesAt - 1)).toEqual(charges);
        expect(chargesAhead(clocks, 7, changesAt)).not.toEqual(charges);
      }),
      { numRuns: 300 },
    );
    expect(changes).toBeGreaterThan(50);
  }, 60_000);
});

describe('days there', () => {
  it('are as many working days as were asked for, the last of them one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 25 }), fc.constantFrom('CN', 'US', 'NL', 'XX'), (from, n, country) => {
        const calendar = getCalendars().get(country);
        const { date } = countDays(from, n, 'WORKING', calendar);
        expect(isWorkingDay(calendar, date)).toBe(true);
        const between: string[] = [];
        for (let at = Date.parse(from); at <= Date.parse(date); at += DAY_MS) between.push(new Date(at).toISOString().slice(0, 10));
        expect(between.filter((each) => isWorkingDay(calendar, each))).toHaveLength(n);
        expect(countDays(from, n, 'CALENDAR', calendar).date <= date).toBe(true);
      }),
    ); // prettier-ignore
  });

  it('end where the next begins, in any zone and over every change of clocks', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Amsterdam', 'America/Los_Angeles', 'America/St_Johns', 'Pacific/Auckland', 'UTC', '+05:30'); // prettier-ignore
    const dates = fc.integer({ min: 0, max: 800 }).map((n) => new Date(Date.parse('2025-06-01') + n * DAY_MS).toISOString().slice(0, 10)); // prettier-ignore
    fc.assert(
      fc.property(zones, dates, (zone, date) => {
        const end = endOfDay(zone, date);
        if (end === null) throw new Error('the zone is known');
        expect(localDate(zone, end - 1)).toBe(date);
        expect(localDate(zone, end)).toBe(new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10));
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
