import { describe, expect, it } from 'vitest';
import {
  AIRLINES,
  findAirlineByAwbPrefix,
  findAirlineByIata,
  findAirlineByIcao,
} from './airline-prefixes.ts';

describe('AIRLINES', () => {
  it('has each prefix once, in order, with well-formed designators', () => {
    const prefixes = AIRLINES.map(({ awbPrefix }) => awbPrefix);
    expect(prefixes).toEqual([...new Set(prefixes)].sort());
    for (const { awbPrefix, iata, icao, nameZh } of AIRLINES) {
      expect(awbPrefix).toMatch(/^\d{3}$/);
      expect(iata).toMatch(/^([A-Z]{2}|[A-Z]\d|\d[A-Z])$/);
      expect(icao).toMatch(/^[A-Z]{3}$/);
      expect(nameZh).not.toBe('');
    }
    expect(AIRLINES.filter(({ mark }) => mark === 'V').length).toBeGreaterThan(120);
  });

  it('has no ICAO designator twice', () => {
    expect(new Set(AIRLINES.map(({ icao }) => icao)).size).toBe(AIRLINES.length);
  });

  it.each([
    ['999', 'CA', '中国国航'], ['784', 'CZ', '南方航空'], ['781', 'MU', '东方航空'], ['112', 'CK', '中国货运航空'],
    ['880', 'HU', '海南航空'], ['160', 'CX', '国泰航空'],
  ])('%s is %s %s', (prefix, iata, nameZh) =>
    expect(findAirlineByAwbPrefix(prefix)).toMatchObject({ iata, nameZh })); // prettier-ignore

  it('finds by designator, and nothing by a code that is none', () => {
    expect(findAirlineByIcao('CCA')?.iata).toBe('CA');
    expect(findAirlineByIata('LH')?.awbPrefix).toBe('020');
    expect([findAirlineByAwbPrefix('000'), findAirlineByIata('??'), findAirlineByIcao('')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
