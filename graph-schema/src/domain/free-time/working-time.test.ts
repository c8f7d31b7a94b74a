import { expect, it } from 'vitest';
import { getCalendars } from '../../reference/holidays.ts';
import { afterWorkingHours } from './working-time.ts';

const china = getCalendars().get('CN');
const after = (from: string, hours: number, zone = 'Asia/Shanghai') =>
  new Date(afterWorkingHours(Date.parse(from), hours, zone, china)).toISOString().slice(0, 16);

it('two working days from a Wednesday afternoon end on Friday afternoon, from a Friday on Tuesday', () => {
  expect(after('2026-11-18T06:05:00Z', 48)).toBe('2026-11-20T06:05');
  expect(after('2026-11-20T06:05:00Z', 48)).toBe('2026-11-24T06:05');
});

it('what begins on a day off begins to count with the next working day', () => {
  // Sunday at Shanghai; Monday begins there at 16:00Z.
  expect(after('2026-11-22T02:00:00Z', 8)).toBe('2026-11-23T00:00');
  expect(after('2026-11-22T02:00:00Z', 0)).toBe('2026-11-22T02:00');
});

it('a holiday of a week stands still, and a Saturday that is worked instead 调休 counts', () => {
  const [holiday] = [...(china?.off ?? [])].filter((day) => day.startsWith('2026-10')).sort();
  expect(holiday).toBe('2026-10-01');
  expect(after('2026-09-30T06:00:00Z', 24)).toBe('2026-10-08T06:00');
});

it('in a zone that nobody knows every hour counts', () => {
  expect(after('2026-11-20T06:00:00Z', 48, 'Nowhere/Land')).toBe('2026-11-22T06:00');
});
