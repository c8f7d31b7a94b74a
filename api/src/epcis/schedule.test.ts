import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTime, schedule, type Schedule } from './schedule.ts';

const at = (text: string) => Date.parse(text);
const next = (given: Schedule, after: string) => {
  const found = nextTime(given, at(after));
  return found === null ? null : new Date(found).toISOString();
};

describe('a schedule', () => {
  it.each([
    [{ hour: '1', minute: '5' }, '2026-11-21T00:00:00Z', '2026-11-21T01:05:00.000Z'],
    [{ hour: '1', minute: '5' }, '2026-11-21T01:05:00Z', '2026-11-22T01:05:00.000Z'],
    [{ second: '0/30' }, '2026-11-21T23:59:30Z', '2026-11-22T00:00:00.000Z'],
    [{ minute: '0,30', hour: '[8-9]' }, '2026-11-21T08:00:00.001Z', '2026-11-21T08:30:00.000Z'],
    [{ dayOfWeek: '1', hour: '6' }, '2026-11-21T00:00:00Z', '2026-11-23T06:00:00.000Z'],
    [{ dayOfMonth: '29', month: '2' }, '2026-11-21T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    [{ dayOfMonth: '30', month: '2' }, '2026-11-21T00:00:00Z', null],
  ])('%j comes behind %s at %s', (given, after, expected) => {
    expect(next(given, after)).toBe(expected);
  });

  it.each([{}, { hour: '24' }, { minute: '-1' }, { second: '5/0' }, { dayOfWeek: '0' }, { hour: '[9-8]' }, { hour: 'one' }])(
    '%j is none',
    (given) => expect(schedule.safeParse(given).success).toBe(false),
  ); // prettier-ignore

  it('comes at times that have all its numbers, each behind the one before', () => {
    const number = (most: number) => fc.option(fc.integer({ min: 0, max: most }).map(String), { nil: undefined });
    fc.assert(
      fc.property(number(23), number(59), number(59), fc.integer({ min: 0, max: 4e12 }), (hour, minute, second, after) => {
        const found = nextTime({ hour, minute, second }, after);
        expect(found).toBeGreaterThan(after);
        const time = new Date(found ?? 0);
        if (hour !== undefined) expect(time.getUTCHours()).toBe(Number(hour));
        if (minute !== undefined) expect(time.getUTCMinutes()).toBe(Number(minute));
        if (second !== undefined) expect(time.getUTCSeconds()).toBe(Number(second));
      }),
    );
  }); // prettier-ignore
});
