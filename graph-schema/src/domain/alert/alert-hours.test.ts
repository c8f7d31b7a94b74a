import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { areAlertHours, GATHER_MS, quietUntil, tellAt, type AlertHours } from './alert-hours.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(text).epochMilliseconds;
const shown = (ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });
const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const hours = (zone: string, quiet: [from: string, until: string] | null, digest: string | null = null): AlertHours => ({
  zone,
  quietFrom: quiet && clock(quiet[0]),
  quietUntil: quiet && clock(quiet[1]),
  digestAt: digest === null ? null : clock(digest),
}); // prettier-ignore
const SHANGHAI = 'Asia/Shanghai';
const BERLIN = 'Europe/Berlin';

describe('when somebody is told', () => {
  it('is a minute later, by day', () => {
    const now = at('2026-11-21T10:00[Asia/Shanghai]');
    expect(tellAt(hours(SHANGHAI, ['22:00', '07:30']), now)).toBe(now + GATHER_MS);
    expect(tellAt(hours(SHANGHAI, null), now)).toBe(now + GATHER_MS);
  });

  it('is when the quiet hours end, on the clock of the zone, over midnight, too', () => {
    const night = hours(SHANGHAI, ['22:00', '07:30']);
    for (const from of ['2026-11-21T22:00', '2026-11-21T23:59:59', '2026-11-22T00:00', '2026-11-22T07:29:59'])
      expect(shown(tellAt(night, at(`${from}[Asia/Shanghai]`)), SHANGHAI)).toBe('2026-11-22T07:30:00+08:00');
    expect(quietUntil(night, at('2026-11-22T07:30[Asia/Shanghai]'))).toBeNull();
    // What comes in the last minute before them would be told in them.
    expect(shown(tellAt(night, at('2026-11-21T21:59:30[Asia/Shanghai]')), SHANGHAI)).toBe('2026-11-22T07:30:00+08:00'); // prettier-ignore
    expect(shown(tellAt(hours(SHANGHAI, ['12:00', '13:30']), at('2026-11-21T12:40[Asia/Shanghai]')), SHANGHAI)).toBe('2026-11-21T13:30:00+08:00'); // prettier-ignore
  });

  it('is with the next digest, and where that lies in quiet hours, at their end', () => {
    const now = at('2026-11-21T08:00[Asia/Shanghai]');
    expect(shown(tellAt(hours(SHANGHAI, null, '18:00'), now), SHANGHAI)).toBe('2026-11-21T18:00:00+08:00');
    expect(shown(tellAt(hours(SHANGHAI, null, '08:00'), now), SHANGHAI)).toBe('2026-11-22T08:00:00+08:00');
    expect(shown(tellAt(hours(SHANGHAI, ['22:00', '07:00'], '06:00'), now), SHANGHAI)).toBe('2026-11-22T07:00:00+08:00'); // prettier-ignore
  });

  it('goes by the clock where it leaps and where it is set back', () => {
    // 29 March 2026: from 02:00 to 03:00; 25 October 2026: from 03:00 to 02:00.
    expect(shown(tellAt(hours(BERLIN, null, '02:30'), at('2026-03-28T12:00[Europe/Berlin]')), BERLIN)).toBe('2026-03-29T03:00:00+02:00'); // prettier-ignore
    const night = hours(BERLIN, ['22:00', '02:30']);
    expect(shown(tellAt(night, at('2026-03-29T01:30[Europe/Berlin]')), BERLIN)).toBe('2026-03-29T03:00:00+02:00'); // prettier-ignore
    expect(shown(tellAt(night, at('2026-10-24T23:00[Europe/Berlin]')), BERLIN)).toBe('2026-10-25T02:30:00+02:00'); // prettier-ignore
    // Once more quiet, since the clock says so.
    expect(shown(tellAt(night, at('2026-10-25T02:10:00+01:00[Europe/Berlin]')), BERLIN)).toBe('2026-10-25T02:30:00+01:00'); // prettier-ignore
    // One digest a day, also where its time comes twice.
    expect(shown(tellAt(hours(BERLIN, null, '02:30'), at('2026-10-25T02:40:00+02:00[Europe/Berlin]')), BERLIN)).toBe('2026-10-26T02:30:00+01:00'); // prettier-ignore
    expect(shown(tellAt(hours(BERLIN, null, '08:00'), at('2026-10-24T08:00[Europe/Berlin]')), BERLIN)).toBe('2026-10-25T08:00:00+01:00'); // prettier-ignore
  });

  it('is never in quiet hours, never before, and within two days', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const zone = fc.constantFrom(SHANGHAI, BERLIN, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo');
    const any = fc.record({ zone, quietFrom: minutes, quietUntil: minutes, digestAt: fc.option(minutes) });
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(any, instant, (one, now) => {
        fc.pre(areAlertHours(one));
        const told = tellAt(one, now);
        expect(told).toBeGreaterThan(now);
        expect(told).toBeLessThan(now + 50 * 3_600_000);
        expect(quietUntil(one, told)).toBeNull();
      }),
    );
  });

  it('can be meant', () => {
    expect(areAlertHours(hours(SHANGHAI, ['22:00', '07:00'], '08:00'))).toBe(true);
    expect(areAlertHours(hours('Asia/Nowhere', null))).toBe(false);
    expect(areAlertHours(hours(SHANGHAI, ['22:00', '22:00']))).toBe(false);
    expect(areAlertHours({ ...hours(SHANGHAI, null), quietFrom: 60 })).toBe(false);
    expect(areAlertHours(hours(SHANGHAI, null, '24:00'))).toBe(false);
  });
}); // prettier-ignore
