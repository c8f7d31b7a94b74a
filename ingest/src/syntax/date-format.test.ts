import { describe, expect, it } from 'vitest';
import { readDateFormat } from './date-format.ts';

describe('dates in a way that somebody says', () => {
  it.each([
    ['18/11/2026 09:28', 'DD/MM/YYYY HH:mm', '2026-11-18T09:28:00'],
    ['11/18/26 9:28 PM', 'MM/DD/YY h:mm A', '2026-11-18T21:28:00'],
    ['12:05 AM 1.2.2026', 'h:mm A D.M.YYYY', '2026-02-01T00:05:00'],
    ['20NOV2026', 'DDMMMYYYY', '2026-11-20T00:00:00'],
    ['20261118 092830', 'YYYYMMDD HHmmss', '2026-11-18T09:28:30'],
    ['５/３/2026', 'D/M/YYYY', '2026-03-05T00:00:00'],
  ])('%s by %s', (text, format, local) => {
    expect(readDateFormat(text, format)?.local).toBe(local);
  });

  it.each([
    ['18/11/2026', 'DD/MM/YYYY HH:mm'],
    ['2026-11-18', 'DD/MM/YYYY'],
    ['20XYZ2026', 'DDMMMYYYY'],
    ['x'.repeat(100), 'DD/MM/YYYY'],
    ['09:28', 'HH:mm'],
  ])('not %s by %s', (text, format) => {
    expect(readDateFormat(text, format)).toBeNull();
  });
});
