import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gs1CheckDigit, iso6346Value, luhnCheckDigit } from './check-digits.ts';

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 20 });

describe('iso6346Value', () => {
  it('leaves out the multiples of 11', () => {
    const values = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(iso6346Value);
    expect(values).toEqual(
      Array.from({ length: 29 }, (_, index) => index + 10).filter((value) => value % 11 !== 0),
    );
  });
});

describe.each([
  ['luhn', luhnCheckDigit],
  ['GS1', gs1CheckDigit],
] as const)('%s', (_, checkDigit) => {
  it('gives another digit after any change of one digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, by) => {
        const at = place % text.length;
        const changed = text.slice(0, at) + String((Number(text[at]) + by) % 10) + text.slice(at + 1);
        expect(checkDigit(changed)).not.toBe(checkDigit(text));
      }),
    );
  });
});

describe('luhnCheckDigit', () => {
  it('gives another digit after swapping neighbours, 0 and 9 excepted', () => {
    fc.assert(
      fc.property(digits, fc.nat(), (text, place) => {
        const at = place % text.length;
        const [a = '', b = ''] = [text[at], text[at + 1]];
        fc.pre(b !== '' && a !== b && `${a}${b}` !== '09' && `${a}${b}` !== '90');
        expect(luhnCheckDigit(text.slice(0, at) + b + a + text.slice(at + 2))).not.toBe(luhnCheckDigit(text));
      }),
    );
  });
});
