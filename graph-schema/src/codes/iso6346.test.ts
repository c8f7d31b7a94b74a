import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeContainerNumber,
  containerCheckDigit,
  parseContainerNumber,
  repairContainerNumber,
} from './iso6346.ts';

const letters = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: count, maxLength: count });
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const first10 = fc
  .tuple(letters(3), fc.constantFrom('U', 'J', 'Z'), digits(6))
  .map((parts) => parts.join(''));
const containers = first10.map((text) => text + String(containerCheckDigit(text)));

describe('containerCheckDigit', () => {
  it.each([
    ['CSQU305438', 3],
    ['TBJU123456', 5],
  ])('of %s is %i', (text, digit) => expect(containerCheckDigit(text)).toBe(digit));

  // 3 × 10 weighted 1, 2, 4, then 32 × 8 and 5 × 16 make 406, which is 36 × 11 and 10.
  it('writes a remainder of 10 as 0', () => expect(containerCheckDigit('AAAU500000')).toBe(0));

  it('is no digit for text that is no container number', () => {
    expect(containerCheckDigit('浙B12345')).toBeNaN();
    expect(containerCheckDigit('CSQU 05438')).toBeNaN();
  });
});

describe('parseContainerNumber', () => {
  it.each(['CSQU3054383', 'csqu 305438-3', 'CSQU305438[3]', 'CSQU 305438 (3)', 'ＣＳＱＵ３０５４３８３', '\tCSQU\u200B3054383 '])(
    'reads %j as CSQU3054383',
    (raw) => expect(parseContainerNumber(raw)).toEqual({ ok: true, value: 'CSQU3054383' }),
  ); // prettier-ignore

  it('keeps a number with a wrong check digit, normalised, and says so', () => {
    expect(parseContainerNumber('csqu 305438-4')).toEqual({
      ok: false,
      problem: 'BAD_CHECK_DIGIT',
      value: 'CSQU3054384',
    });
  });

  it.each(['', 'CSQU305438', 'CSQX3054383', 'CSQU30543833', '提单', '9074729'])('refuses %j', (raw) =>
    expect(parseContainerNumber(raw)).toMatchObject({ ok: false, problem: 'BAD_IDENTIFIER' }),
  );

  it('passes every number made with its check digit, and normalising twice changes nothing', () => {
    fc.assert(
      fc.property(containers, (number) => {
        expect(parseContainerNumber(number)).toEqual({ ok: true, value: number });
        expect(parseContainerNumber(parseContainerNumber(number).value).value).toBe(number);
      }),
    );
  });

  // Remainders 0 and 10 share the digit 0, so only other check digits catch every change.
  it('fails after any change of one digit where the check digit is not 0', () => {
    const cases = fc.tuple(
      containers.filter((number) => !number.endsWith('0')),
      fc.integer({ min: 4, max: 10 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(cases, ([number, at, by]) => {
        const changed = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(parseContainerNumber(changed).ok).toBe(false);
      }),
    );
  });

  it('is total: any UTF-16 gives an answer', () => {
    const units = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, (raw) => {
        expect(parseContainerNumber(raw).ok).toBe(false);
      }),
    );
  });
});

describe('completeContainerNumber', () => {
  it('adds the missing check digit', () =>
    expect(completeContainerNumber('csqu 305438')).toBe('CSQU3054383'));
  it('leaves complete numbers and other text alone', () => {
    expect(completeContainerNumber('CSQU3054383')).toBeNull();
    expect(completeContainerNumber('COSU641234')).toBe(`COSU641234${containerCheckDigit('COSU641234')}`);
    expect(completeContainerNumber('6412345678')).toBeNull();
  });
});

describe('repairContainerNumber', () => {
  it.each(['CSQU3O54383', 'C5QU3054383', 'CSQU30S4383', 'C5QU3O543B3', 'csqu 3O5438-3'])(
    'reads %s as CSQU3054383',
    (raw) => expect(repairContainerNumber(raw)).toBe('CSQU3054383'),
  ); // prettier-ignore

  it('does not touch a number that passes, nor one that no exchange makes pass', () => {
    expect(repairContainerNumber('CSQU3054383')).toBeNull();
    expect(repairContainerNumber('CSQU3O54384')).toBeNull();
    expect(repairContainerNumber('CSQU3054384')).toBeNull();
    expect(repairContainerNumber('COSU6412345678')).toBeNull();
  });

  it('does not guess when more than three characters would have to be misread', () => {
    expect(repairContainerNumber('C5QU3OS4383')).toBe('CSQU3054383');
    expect(repairContainerNumber('C5QU3OS43B3')).toBeNull();
  });

  it('undoes one misread digit of any number', () => {
    const alike: Record<string, string> = { 0: 'O', 1: 'I', 8: 'B', 5: 'S', 2: 'Z' };
    const cases = containers.filter((number) => /[01258]/.test(number.slice(4)));
    fc.assert(
      fc.property(cases, (number) => {
        const at = [...number].findIndex((digit, place) => place > 3 && digit in alike);
        const misread = number.slice(0, at) + alike[number[at]!] + number.slice(at + 1);
        expect(repairContainerNumber(misread)).toBe(number);
      }),
    );
  });
});
