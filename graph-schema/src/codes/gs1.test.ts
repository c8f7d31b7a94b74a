import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGinc } from './ginc.ts';
import { gsinCheckDigit, parseGsin } from './gsin.ts';
import { parseSscc, ssccCheckDigit } from './sscc.ts';

describe.each([
  ['parseSscc', parseSscc, ssccCheckDigit, '10614141234567890', 8, '(00)'],
  ['parseGsin', parseGsin, gsinCheckDigit, '4012345000000000', 9, '(402)'],
] as const)('%s', (_, parse, checkDigit, text, digit, identifier) => {
  it('checks the last digit, with or without the application identifier', () => {
    expect(checkDigit(text)).toBe(digit);
    const value = `${text}${digit}`;
    for (const raw of [value, `${identifier} ${value}`, `${identifier.slice(1, -1)}${value}`]) {
      expect(parse(raw)).toEqual({ ok: true, value });
    }
    expect(parse(`${text}${digit - 1}`)).toMatchObject({ problem: 'BAD_CHECK_DIGIT' });
    expect(parse(value.slice(1))).toMatchObject({ problem: 'BAD_IDENTIFIER' });
  });

  it('fails after any change of one digit', () => {
    const numbers = fc.stringMatching(new RegExp(`^\\d{${text.length}}$`));
    fc.assert(
      fc.property(numbers, fc.nat(text.length), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
        const value = first + String(checkDigit(first));
        expect(parse(value).ok).toBe(true);
        expect(
          parse(value.slice(0, at) + String((Number(value[at]) + by) % 10) + value.slice(at + 1)).ok,
        ).toBe(false);
      }),
    );
  });
});

describe('parseGinc', () => {
  it('takes 4 to 30 characters and drops its application identifier', () => {
    expect(parseGinc('(401)4012345ABC-123')).toEqual({ ok: true, value: '4012345ABC-123' });
    expect(parseGinc('401').ok).toBe(false);
    expect(parseGinc('4'.repeat(31)).ok).toBe(false);
  });
});
