import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCargoImp } from '../../syntax/cargo-imp.ts';
import { readMovementLines } from './elements.ts';
import { flightDateOf, timeAfter, timeOfFlight } from './resolve-time.ts';

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16));
const at = (text: string) => Date.parse(text.length > 10 ? `${text}:00Z` : `${text}T00:00:00Z`);
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const clockText = (ms: number) => new Date(ms).toISOString().slice(11, 16).replace(':', '');

describe('times of movements', () => {
  const read = (
    end: 'departure' | 'arrival',
    kind: 'ACTUAL' | 'ESTIMATED',
    text: string,
    flightDate: string,
    near: string,
  ) => iso(timeOfFlight(text, { flightDate, near: at(near), kind, days: end === 'departure' ? 1 : 2, end }));

  it.each([
    ['0505', '2026-11-21', '2026-11-21T05:22', '2026-11-21T05:05'],
    ['0015', '2026-11-21', '2026-11-22T00:20', '2026-11-22T00:15'],
    ['2355', '2026-11-22', '2026-11-21T23:58', '2026-11-21T23:55'],
    ['2400', '2026-12-31', '2027-01-01T00:01', '2027-01-01T00:00'],
    ['010015', '2026-12-31', '2027-01-03T00:00', '2027-01-01T00:15'],
    ['2570', '2026-11-21', '2026-11-21T05:22', null],
    // Read days later: the day is that of the flight.
    ['1305', '2026-11-21', '2026-11-24T09:00', '2026-11-21T13:05'],
    ['1305', '2026-12-31', '2027-01-02T06:00', '2026-12-31T13:05'],
    // Read a day and four hours later; no delay is told, so that it left on its day.
    ['0505', '2026-11-21', '2026-11-22T09:30', '2026-11-21T05:05'],
    // Told as it happens, on the day after: its delay will be told by another message.
    ['0505', '2026-11-21', '2026-11-22T05:20', '2026-11-22T05:05'],
  ])('%s of the flight of %s, told at %s, is %s', (text, date, near, expected) =>
    expect(read('departure', 'ACTUAL', text, date, near)).toBe(expected),
  );

  it.each([
    // Told thirteen hours later: nearer to the next midnight than to the one that it was.
    ['0100', '2026-11-21T14:00', '2026-11-21T01:00', '2026-11-22T01:00'],
    // The sender's clock runs ahead, by no more than a quarter of an hour.
    ['1410', '2026-11-21T14:00', '2026-11-21T14:10', '2026-11-21T14:10'],
    ['1430', '2026-11-22T14:00', '2026-11-21T14:30', '2026-11-22T14:30'],
    // An arrival may be expected for most of a day ahead.
    ['0420', '2026-11-21T13:18', '2026-11-21T04:20', '2026-11-22T04:20'],
  ])('%s told at %s has happened at %s and is expected at %s', (text, near, actual, estimated) => {
    expect(read('arrival', 'ACTUAL', text, '2026-11-21', near)).toBe(actual);
    expect(read('arrival', 'ESTIMATED', text, '2026-11-21', near)).toBe(estimated);
  });

  it('does not take an estimate of a departure that is long past for one of today', () => {
    expect(read('departure', 'ESTIMATED', '2215', '2026-11-21', '2026-11-21T20:00')).toBe('2026-11-21T22:15');
    expect(read('departure', 'ESTIMATED', '0130', '2026-11-21', '2026-11-21T22:30')).toBe('2026-11-22T01:30');
    expect(read('departure', 'ESTIMATED', '2215', '2026-11-21', '2026-11-24T20:00')).toBe('2026-11-21T22:15');
  });

  it('knows the day of a flight that has moved for weeks', () => {
    expect(flightDateOf(21, '2026-12-08', true)).toBe('2026-11-21');
    expect(flightDateOf(21, '2026-12-08', false)).toBe('2026-12-21');
    expect(flightDateOf(31, '2027-01-26', true)).toBe('2026-12-31');
    // The sender's calendar may be a day ahead of ours.
    expect(flightDateOf(22, '2026-11-21', true)).toBe('2026-11-22');
    expect(flightDateOf(31, '2026-04-20', true)).toBe('2026-03-31');
    // The month before has no such day.
    expect(flightDateOf(31, '2026-03-01', true)).toBe('2026-01-31');
    expect(flightDateOf(31, '2026-05-01', true)).toBe('2026-03-31');
    expect(flightDateOf(31, '2026-07-01', true)).toBe('2026-05-31');
    expect(flightDateOf(32, '2026-07-01', true)).toBeNull();
  });

  it('takes the last day of that number that is not ahead for the day of a flight that has moved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2024-01-01') / DAY_MS, max: at('2030-12-31') / DAY_MS }),
        fc.integer({ min: 1, max: 31 }),
        (near, day) => {
          let last = near + 1;
          while (new Date(last * DAY_MS).getUTCDate() !== day) last -= 1;
          expect(flightDateOf(day, dateOf(near * DAY_MS), true)).toBe(dateOf(last * DAY_MS));
        },
      ),
    );
  });

  /** A flight that was to leave at a minute of a day, and a message about it that is read so many minutes after it left. */
  const leaving = fc.record({
    day: fc.integer({ min: at('2024-01-01') / DAY_MS, max: at('2030-12-31') / DAY_MS }),
    minute: fc.integer({ min: 0, max: 1439 }),
    late: fc.integer({ min: 0, max: 25 * 1440 }),
  });

  it('is the same however late a message is read that tells the delay, over midnights and months', () => {
    fc.assert(
      fc.property(leaving, fc.integer({ min: 0, max: 1200 }), ({ day, minute, late }, delayMinutes) => {
        const left = day * DAY_MS + (minute + delayMinutes) * MINUTE_MS;
        const near = left + late * MINUTE_MS;
        const flightDate = dateOf(day * DAY_MS);
        expect(flightDateOf(Number(flightDate.slice(8)), dateOf(near), true)).toBe(flightDate);
        const known = { flightDate, near, kind: 'ACTUAL', days: 1, end: 'departure', delayMinutes } as const;
        expect(iso(timeOfFlight(clockText(left), known))).toBe(iso(left));
      }),
    );
  });

  it('is the day of the flight, however late a message is read, unless it was just that time a day later', () => {
    fc.assert(
      fc.property(leaving, ({ day, minute, late }) => {
        fc.pre(late < 1440 - 15 || late > 1440 + (minute < 180 ? 6 : 1.5) * 60);
        const left = day * DAY_MS + minute * MINUTE_MS;
        const known = {
          flightDate: dateOf(day * DAY_MS),
          near: left + late * MINUTE_MS,
          kind: 'ACTUAL',
          days: 1,
          end: 'departure',
        } as const;
        expect(iso(timeOfFlight(clockText(left), known))).toBe(iso(left));
      }),
    );
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
