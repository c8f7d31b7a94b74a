import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eventTimeAt, eventTimeFromIso, nearestYear } from './event-time.ts';

const at = (local: string, zone: string) =>
  eventTimeAt({ local, precision: 'MINUTE', explicitZone: zone }, null, 'UTC')?.instant;

describe('eventTimeAt', () => {
  it('reads a wall clock in the zone of its place', () => {
    expect(at('2026-11-21T09:28:00', 'Asia/Shanghai')).toBe('2026-11-21T01:28:00Z');
    expect(at('2026-07-01T12:00:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00Z');
    expect(at('2026-11-21T09:28:00', '+05:30')).toBe('2026-11-21T03:58:00Z');
  });

  it('reads a clock that daylight saving skipped or repeated with the offset before the change', () => {
    expect(at('2026-03-29T02:30:00', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z');
    expect(at('2026-10-25T02:30:00', 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z');
  });

  it('refuses what is no date', () => {
    for (const wrong of ['2026-02-30T10:00:00', '2026-11-21T24:01:00', '2026-13-01T00:00:00', 'soon', '']) {
      expect(at(wrong, 'UTC'), wrong).toBeUndefined();
    }
    expect(at('2026-11-21T10:00:00', 'Mars/Olympus')).toBeUndefined();
  });

  it('agrees with the time library for any clock in zones with and without daylight saving', () => {
    const zones = [
      'Asia/Shanghai',
      'Europe/Warsaw',
      'America/Sao_Paulo',
      'America/Los_Angeles',
      'Asia/Almaty',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ];
    const clock = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    fc.assert(
      fc.property(clock, fc.constantFrom(...zones), (minute, zone) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 19);
        const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
        expect(at(local, zone)).toBe(expected);
      }),
    );
  });
});

describe('eventTimeFromIso', () => {
  it('keeps the wall clock and the offset that it was written with', () => {
    expect(eventTimeFromIso('2026-11-21T09:28:31+0800')).toEqual({
      instant: '2026-11-21T01:28:31Z',
      local: '2026-11-21T09:28:31',
      zone: '+08:00',
      zoneSource: 'EXPLICIT',
      precision: 'MINUTE',
    });
    expect(eventTimeFromIso('2026-11-21T09:28:31')).toBeNull();
  });
});

describe('nearestYear', () => {
  it('puts 31 December before and 1 January after the turn of the year', () => {
    expect(nearestYear(12, 31, '2027-01-02T08:00:00Z')).toBe(2026);
    expect(nearestYear(1, 1, '2026-12-30T08:00:00Z')).toBe(2027);
    expect(nearestYear(2, 29, '2026-03-01T00:00:00Z')).toBeNull();
  });
});
