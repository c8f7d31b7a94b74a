import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAarCar } from './aar-car.ts';
import { hasUicCountry, parseUicWagon, uicWagonCheckDigit } from './uic-wagon.ts';
import { parseWagon } from './wagon.ts';
import { parseWagon1520, wagon1520CheckDigit } from './wagon-1520.ts';
import { parseChinaWagon } from './wagon-cn.ts';

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });

describe.each([
  ['parseUicWagon', 11, parseUicWagon, uicWagonCheckDigit],
  ['parseWagon1520', 7, parseWagon1520, wagon1520CheckDigit],
] as const)('%s', (_, length, parse, checkDigit) => {
  it('passes what has its Luhn digit and fails after any change of one digit', () => {
    fc.assert(
      fc.property(digits(length), fc.nat(length), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const value = text + String(checkDigit(text));
        expect(parse(value)).toEqual({ ok: true, value });
        const changed = value.slice(0, at) + String((Number(value[at]) + by) % 10) + value.slice(at + 1);
        expect(parse(changed)).toEqual({ ok: false, problem: 'BAD_CHECK_DIGIT', value: changed });
      }),
    );
  });
});

describe('parseUicWagon', () => {
  it('reads a number as it is painted', () => {
    expect(parseUicWagon('21 81 2471 217-3')).toEqual({ ok: true, value: '218124712173' });
    expect(hasUicCountry('218124712173')).toBe(true);
    expect(hasUicCountry('211124712173')).toBe(false);
  });
});

describe('parseChinaWagon', () => {
  it.each(['1234567', 'C70 1234567', 'X6K-1234567', 'NX70A 1234567', 'P64GK1234567', 'c70e1234567'])(
    'reads %j as 1234567',
    (raw) => expect(parseChinaWagon(raw)).toEqual({ ok: true, value: '1234567' }),
  );

  it.each(['123456', '12345678', 'CSQU3054383', '浙B12345'])('refuses %j', (raw) =>
    expect(parseChinaWagon(raw).ok).toBe(false),
  );
});

describe('parseAarCar', () => {
  it('drops leading zeros, which some systems pad with', () => {
    expect(parseAarCar('TTAX 055501')).toEqual({ ok: true, value: 'TTAX55501' });
  });
  it('leaves containers and trailers alone', () => {
    expect(parseAarCar('CSQU305438').ok).toBe(false);
    expect(parseAarCar('ABCZ123456').ok).toBe(false);
  });
});

describe('parseWagon', () => {
  it.each([
    ['21 81 2471 217-3', '218124712173'],
    ['52440369', '52440369'],
    ['C70 1234567', '1234567'],
    ['1234567', '1234567'],
    ['BNSF 123456', 'BNSF123456'],
  ])('reads %s', (raw, value) => expect(parseWagon(raw)).toEqual({ ok: true, value }));

  it('tells a wrong check digit from what is no wagon', () => {
    expect(parseWagon('218124712174')).toMatchObject({ ok: false, problem: 'BAD_CHECK_DIGIT' });
    expect(parseWagon('52440360')).toMatchObject({ ok: false, problem: 'BAD_CHECK_DIGIT' });
    expect(parseWagon('123456789')).toMatchObject({ ok: false, problem: 'BAD_IDENTIFIER' });
  });
});
