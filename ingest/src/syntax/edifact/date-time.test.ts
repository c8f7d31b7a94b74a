import { describe, expect, it } from 'vitest';
import { parseEdifactDateTime, unreadZone } from './date-time.ts';

describe('DTM values', () => {
  it.each([
    ['261121', '101', '2026-11-21T00:00:00', 'DAY', null],
    ['20261121', '102', '2026-11-21T00:00:00', 'DAY', null],
    ['2611210928', '201', '2026-11-21T09:28:00', 'MINUTE', null],
    ['202611210928', '203', '2026-11-21T09:28:00', 'MINUTE', null],
    ['20261121092833', '204', '2026-11-21T09:28:33', 'MINUTE', null],
    ['202611210928+0800', '205', '2026-11-21T09:28:00', 'MINUTE', '+08:00'],
    ['202611210928+08', '303', '2026-11-21T09:28:00', 'MINUTE', '+08:00'],
    ['202611210928UTC', '303', '2026-11-21T09:28:00', 'MINUTE', 'UTC'],
    ['202611210928CST', '303', '2026-11-21T09:28:00', 'MINUTE', null],
    ['202611210928HKT', '303', '2026-11-21T09:28:00', 'MINUTE', '+08:00'],
    ['202611210928cet', '303', '2026-11-21T09:28:00', 'MINUTE', '+01:00'],
    ['202611210928XYZ', '303', '2026-11-21T09:28:00', 'MINUTE', null],
    ['202612312400', '203', '2027-01-01T00:00:00', 'MINUTE', null],
    ['202611210928', '102', '2026-11-21T09:28:00', 'MINUTE', null],
    ['991231', null, '1999-12-31T00:00:00', 'DAY', null],
  ])('%s as %s', (value, format, local, precision, explicitZone) => {
    expect(parseEdifactDateTime(value, format)).toEqual({ local, precision, explicitZone });
  });

  it.each([
    ['0928', '401', 'a time without a date'],
    ['20261121-20261125', '718', 'a period'],
    ['21NOV26', '203', 'letters'],
    ['', '203', 'nothing'],
    ['20261121092', '203', 'eleven digits'],
  ])('%s as %s is no point in time: %s', (value, format) => {
    expect(parseEdifactDateTime(value, format)).toBeNull();
  });

  it.each([
    ['202611210928CST', 'CST'],
    ['202611210928xyz', 'XYZ'],
    ['202611210928HKT', null],
    ['202611210928LT', null],
    ['202611210928+08', null],
    ['202611210928', null],
    ['21NOV26', null],
  ])('%s names a zone without an offset: %s', (value, name) => {
    expect(unreadZone(value)).toBe(name);
  });
});
