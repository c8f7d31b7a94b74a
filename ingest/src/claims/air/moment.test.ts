import { describe, expect, it } from 'vitest';
import { dateOfDay, readFullDate } from './moment.ts';
import { unNumberIn } from './un-number.ts';

describe('days of the month that stand alone', () => {
  it.each([
    [1, '2026-12-31', '2027-01-01'],
    [31, '2027-01-01', '2026-12-31'],
    [23, '2026-11-20', '2026-11-23'],
    [30, '2027-02-20', '2027-01-30'],
    [32, '2026-11-20', null],
    [0, '2026-11-20', null],
  ])('%s near %s is %s', (day, near, date) => expect(dateOfDay(day, near)).toBe(date));

  it.each([
    ['20NOV26', '2026-11-20'],
    ['20NOV2026', '2026-11-20'],
    ['31NOV26', null],
    ['20NOW26', null],
    ['00XXX00', null],
  ])('%s is %s', (text, date) => expect(readFullDate(text)).toBe(date));
});

describe('dangerous goods in a description', () => {
  it.each([
    ['UN3480 LITHIUM ION BATTERIES', '3480'],
    ['DRY ICE UN 1845, UN1845', '1845'],
    ['UN1263 AND UN1866', null],
    ['SUN1234 SPARE PARTS', null],
    [null, null],
  ])('%s is %s', (text, number) => expect(unNumberIn(text)).toBe(number));
});
