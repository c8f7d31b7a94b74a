import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeRef } from '../domain/claim.ts';
import { findTariff } from '../domain/free-time/tariff.ts';
import { layYears, readCalendars } from './holidays.ts';
import { getTariffs, loadTariffFile, readTariffs } from './tariffs.ts';

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

describe('an operator’s own tariffs', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'throughline-tariffs-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const load = (own: object) => {
    writeFileSync(join(folder, 'tariffs.json'), JSON.stringify(own));
    return loadTariffFile(folder);
  };
  const storage = { ...row, id: 'STO-NBCT', kind: 'STORAGE', place: 'CNNBO', source: 'V' };

  it('are none where there is no file', () =>
    expect(loadTariffFile(folder)).toMatchObject({ isChanged: false, tariffs: getTariffs() }));
  it('stand beside the bundled ones, and in place of those of the same id', () => {
    const { tariffs, isChanged } = load({ rows: [storage, { ...row, id: 'DEM-CN-20', freeDays: 10 }] });
    expect([isChanged, tariffs.length]).toEqual([true, getTariffs().length + 1]);
    expect(tariffs.filter(({ kind }) => kind === 'STORAGE')).toMatchObject([{ id: 'STO-BEANR', isConfirmed: false }, { id: 'STO-NBCT', isConfirmed: true }]);
    expect(tariffs.filter(({ id }) => id === 'DEM-CN-20')).toMatchObject([{ freeDays: 10 }]);
  }); // prettier-ignore
  it('stand alone where the bundled ones are left out', () =>
    expect(load({ bundled: false, rows: [storage] }).tariffs.map(({ id }) => id)).toEqual(['STO-NBCT']));
  it('are refused with the name of their file', () =>
    expect(() => load({ rows: [{ ...storage, freeDays: -1 }] })).toThrow(/^tariffs.json in the data folder: tariff \d+/));
}); // prettier-ignore

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

  it('of an own file stand in place of the same year and beside the others', () => {
    const country = (weekend: number[], ...years: object[]) => ({ countries: [{ country: 'CN', weekend, years }] });
    const later = { ...year, year: 2027, off: [{ ...year.off[0], from: '2027-02-06', to: '2027-02-12' }], worked: [] };
    const laid = (own: object) => readCalendars(layYears(country([6, 7], year), own)).get('CN');
    const { weekend: _, ...unsaid } = country([], later).countries[0] ?? {};
    expect([...(laid({ countries: [unsaid] })?.years ?? [])]).toEqual([2026, 2027]);
    expect(laid(country([5, 6], { ...later, year: 2026, off: [] }))).toMatchObject({ off: new Set(), weekend: new Set([5, 6]) });
    expect(readCalendars(layYears({ countries: [] }, country([7], year))).get('CN')?.off.size).toBe(7);
  }); // prettier-ignore
});
