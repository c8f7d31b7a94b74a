import { describe, expect, it } from 'vitest';
import { placeRef } from '../domain/claim.ts';
import { findTariff } from '../domain/free-time/tariff.ts';
import { readCalendars } from './holidays.ts';
import { getTariffs, readTariffs } from './tariffs.ts';

const row = { id: 'A', kind: 'DEMURRAGE', carrier: null, place: 'CN', sizes: null, freeDays: 7, days: 'CALENDAR', countsFrom: 'NEXT_DAY', binds: 'IF_NOT_TOLD', rates: [{ fromDay: 1, amount: 10, currency: 'CNY' }], meaning: 'm', meaningZh: '义', source: 'E' }; // prettier-ignore

describe('tariffs', () => {
  it('of the bundled file have a price for every day that is not free', () => {
    expect(getTariffs().length).toBeGreaterThan(5);
    expect(getTariffs().filter(({ rates }) => rates[0]?.fromDay !== 1)).toEqual([]);
  });

  it.each([
    ['stands twice', [row, row]],
    ['stands twice', [row, { ...row, validFrom: '2027-01-01' }]],
    ['ends before it begins', [{ ...row, validFrom: '2027-01-01', validTo: '2027-01-01' }]],
    ['tariff 2', [row, { ...row, id: 'B', freeDays: -1 }]],
    ['rates do not go on', [{ ...row, rates: [{ fromDay: 2, amount: 1, currency: 'CNY' }] }]],
    ['rates do not go on', [{ ...row, rates: [...row.rates, ...row.rates] }]],
    ['currency', [{ ...row, rates: [{ fromDay: 1, amount: 1, currency: 'Yuan' }] }]],
    ['place', [{ ...row, place: 'China' }]],
  ])('are refused, naming what is wrong: %s', (what, rows) => {
    expect(() => readTariffs({ rows })).toThrow(what);
  });
});

it('a tariff that follows another is for the free time that begins from then on', () => {
  const tariffs = readTariffs({ rows: [{ ...row, validTo: '2027-01-01' }, { ...row, freeDays: 3, validFrom: '2027-01-01' }] }); // prettier-ignore
  const of = { carrier: null, size: null, place: placeRef({ unLocode: 'CNNBO' }) };
  const days = (on: string | null) => findTariff(tariffs, 'DEMURRAGE', { ...of, on })?.freeDays;
  expect([days('2026-12-31'), days('2027-01-01'), days(null)]).toEqual([7, 3, undefined]);
});

describe('holidays', () => {
  const year = { year: 2026, source: 'E', why: 'w', off: [{ from: '2026-10-01', to: '2026-10-07', meaning: 'm', meaningZh: '义' }], worked: ['2026-10-10'] }; // prettier-ignore
  const of = (change: object) => () =>
    readCalendars({ countries: [{ country: 'CN', weekend: [6, 7], years: [{ ...year, ...change }] }] });

  it('are refused where a date stands in another year, twice, or backwards', () => {
    expect(of({})().get('CN')?.off.size).toBe(7);
    expect(of({ worked: ['2027-10-10'] })).toThrow('holidays of CN 2026: 2027-10-10 is of another year');
    expect(of({ worked: ['2026-10-05'] })).toThrow('both off and worked');
    expect(of({ off: [{ ...year.off[0], from: '2026-10-08' }] })).toThrow('is after');
  });
});
