import { expect, it } from 'vitest';
import { addDays, isCalendarDay, readOffset, readWallClock } from './wall-clock.ts';

it.each([
  ['20261121', '2026-11-21T00:00:00', 'DAY', null],
  ['202611210928', '2026-11-21T09:28:00', 'MINUTE', null],
  ['20261121092830123', '2026-11-21T09:28:30', 'MINUTE', null],
  ['20261121T09283000', '2026-11-21T09:28:30', 'MINUTE', null],
  ['202611210928086', '2026-11-21T09:28:00', 'MINUTE', '+08:00'],
  ['202611210928099', '2026-11-21T09:28:00', 'MINUTE', null],
  ['2026-11-21T09:28:30.5Z', '2026-11-21T09:28:30', 'MINUTE', 'UTC'],
  ['2026-11-21T09:28:00+1:00', '2026-11-21T09:28:00', 'MINUTE', '+01:00'],
  ['2026/1/2 9:28', '2026-01-02T09:28:00', 'MINUTE', null],
  ['2026年1月2日9时28分', '2026-01-02T09:28:00', 'MINUTE', null],
  ['21.11.2026 09:28', '2026-11-21T09:28:00', 'MINUTE', null],
  ['２０２６－１１－２１', '2026-11-21T00:00:00', 'DAY', null],
  ['202612312400', '2027-01-01T00:00:00', 'MINUTE', null],
])('reads %s', (text, local, precision, explicitZone) => {
  expect(readWallClock(text, { '086': '+08:00' })).toEqual({ local, precision, explicitZone });
});

it.each(['', '昨天', '2026-11', '18/11', '2026112109', '9:28', '1'.repeat(5000)])(
  'does not guess at %s',
  (text) => {
    expect(readWallClock(text)).toBeNull();
  },
);

it.each([
  ['+8', '+08:00'],
  ['UTC+5:30', '+05:30'],
  ['GMT-0300', '-03:00'],
  ['z', 'UTC'],
  ['Beijing', null],
])('reads the offset %s', (text, offset) => {
  expect(readOffset(text)).toBe(offset);
});

it('moves a day over the end of a month, and no day that the calendar does not have', () => {
  expect([addDays('2026-12-31', 1), addDays('2028-03-01', -1), addDays('2026-02-30', 1)]).toEqual([
    '2027-01-01',
    '2028-02-29',
    '2026-02-30',
  ]);
  expect([isCalendarDay('2028-02-29'), isCalendarDay('2026-02-29')]).toEqual([true, false]);
});
