import { describe, expect, it } from 'vitest';
import {
  atOffset,
  formatDay,
  formatUtc,
  formatWallClock,
  formatWeekday,
  offsetOf,
  type ReportedTime,
} from './wall-clock.ts';

const inNingbo: ReportedTime = {
  instant: '2026-11-21T01:28:00Z',
  local: '2026-11-21T09:28:00',
  zone: 'Asia/Shanghai',
  precision: 'MINUTE',
};
const dayOnly: ReportedTime = {
  ...inNingbo,
  instant: '2026-11-20T16:00:00Z',
  local: '2026-11-21T00:00:00',
  precision: 'DAY',
};
const in2026 = Date.parse('2026-12-01T00:00:00Z');
const in2027 = Date.parse('2027-01-03T00:00:00Z');

describe('formatWallClock', () => {
  it('shows the clock of the place, not of the reader', () => {
    expect(formatWallClock(inNingbo, 'en', in2026)).toBe('21 Nov 09:28');
    expect(formatWallClock(inNingbo, 'zh-CN', in2026)).toBe('11月21日 09:28');
  });

  it('names the year where it is another than now', () => {
    expect(formatWallClock(inNingbo, 'en', in2027)).toBe('21 Nov 2026 09:28');
    expect(formatWallClock(inNingbo, 'zh-CN', in2027)).toBe('2026年11月21日 09:28');
  });

  it('shows no time where only the day is known, and never the day before', () => {
    expect(formatWallClock(dayOnly, 'en', in2026)).toBe('21 Nov');
  });
});

describe('offsetOf', () => {
  it.each([
    ['2026-11-21T01:28:00Z', '2026-11-21T09:28:00', '+08:00'],
    ['2026-11-21T09:28:00Z', '2026-11-21T01:28:00', '−08:00'],
    ['2026-11-21T03:58:00Z', '2026-11-21T09:28:00', '+05:30'],
    ['2026-11-21T09:28:00Z', '2026-11-21T09:28:00', '+00:00'],
  ])('%s told as %s is %s', (instant, local, offset) => {
    expect(offsetOf({ ...inNingbo, instant, local })).toBe(offset);
  });

  it('claims no offset for a day', () => {
    expect(offsetOf(dayOnly)).toBeNull();
  });
});

it('writes UTC the same way in every language', () => {
  expect(formatUtc(inNingbo.instant)).toBe('2026-11-21 01:28:00 UTC');
});

it('names the weekday of the local date', () => {
  expect(formatWeekday('2026-11-21T00:30:00', 'zh-CN')).toBe('周六');
  expect(formatDay('2026-02-01', 'en', in2026)).toBe('1 Feb');
});

it('puts an instant on another clock, across midnight', () => {
  const there = atOffset('2026-11-20T18:30:00.000Z', 480);
  expect(formatWallClock(there, 'en', in2027)).toBe('21 Nov 2026 02:30');
  expect(offsetOf(there)).toBe('+08:00');
});
