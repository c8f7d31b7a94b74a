import { describe, expect, it } from 'vitest';
import { readCargoImp } from '../../syntax/cargo-imp.ts';
import { readMovementLines } from './elements.ts';
import { nearestTime, timeAfter } from './resolve-time.ts';

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16));
const at = (text: string) => Date.parse(`${text}:00Z`);

describe('times of movements', () => {
  it.each([
    ['0505', '2026-11-21', '2026-11-21T05:22', '2026-11-21T05:05'],
    ['0015', '2026-11-21', '2026-11-22T00:20', '2026-11-22T00:15'],
    ['2355', '2026-11-22', '2026-11-21T23:58', '2026-11-21T23:55'],
    ['2400', '2026-12-31', '2027-01-01T00:01', '2027-01-01T00:00'],
    ['010015', '2026-12-31', '2027-01-03T00:00', '2027-01-01T00:15'],
    ['2570', '2026-11-21', '2026-11-21T05:22', null],
  ])('%s of the flight of %s, told at %s, is %s', (text, date, near, expected) =>
    expect(iso(nearestTime(text, date, 1, at(near), 'ACTUAL'))).toBe(expected),
  );

  it.each([
    // Told thirteen hours later: nearer to the next midnight than to the one that it was.
    ['0100', '2026-11-21T14:00', '2026-11-21T01:00', '2026-11-22T01:00'],
    // The sender's clock runs ahead, by no more than a quarter of an hour.
    ['1410', '2026-11-21T14:00', '2026-11-21T14:10', '2026-11-21T14:10'],
    ['1430', '2026-11-22T14:00', '2026-11-21T14:30', '2026-11-22T14:30'],
  ])('%s told at %s has happened at %s and is expected at %s', (text, near, actual, estimated) => {
    expect(iso(nearestTime(text, '2026-11-21', 2, at(near), 'ACTUAL'))).toBe(actual);
    expect(iso(nearestTime(text, '2026-11-21', 2, at(near), 'ESTIMATED'))).toBe(estimated);
  });

  it('puts an arrival behind its departure', () => {
    const left = at('2026-11-21T22:40');
    expect(iso(timeAfter('0410', '2026-11-21', left))).toBe('2026-11-22T04:10');
    expect(iso(timeAfter('2255', '2026-11-21', left))).toBe('2026-11-21T22:55');
    expect(iso(timeAfter('220410', '2026-11-21', left))).toBe('2026-11-22T04:10');
  });
});

describe('movement lines', () => {
  const lines = (text: string) =>
    readMovementLines(readCargoImp(Buffer.from(`MVT\n${text}`)).messages[0]?.lines ?? []);

  it('give delays with the sum of their durations', () => {
    expect(lines('CA981/21.B9999.PEK\nAD0505/0518 EA1910 JFK\nDL93/41/0012/0005').delay).toEqual({
      codes: ['93', '41'],
      minutes: 17,
    });
    expect(lines('CA981/21.B9999.PEK\nED210700\nDL41').delay).toEqual({ codes: ['41'], minutes: null });
  });

  it('take an airport for that of the estimate before it, and nothing of the supplementary information', () => {
    const { elements, unreadable } = lines(
      'CA981/21.B9999.PEK\nAD0505/0518 EA1910 JFK\nPX112\nSI AA1200 LUX\nAA1300',
    );
    expect(elements.map(({ code, times, airport }) => [code, times.join('/'), airport])).toEqual([
      ['AD', '0505/0518', null],
      ['EA', '1910', 'JFK'],
    ]);
    expect(unreadable).toEqual([]);
  });
});
