import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imoCheckDigit, parseImo } from './imo.ts';

const first6 = fc.integer({ min: 100_000, max: 999_999 }).map(String);

describe('parseImo', () => {
  it.each(['9074729', 'IMO9074729', 'imo 9074729', 'IMO No. 9074729', 'UN9074729', 'IMO: 9074729', '９０７４７２９'])(
    'reads %j as 9074729',
    (raw) => expect(parseImo(raw)).toEqual({ ok: true, value: '9074729' }),
  ); // prettier-ignore

  it('says which number has the wrong check digit', () => {
    expect(parseImo('IMO 9074728')).toEqual({ ok: false, problem: 'BAD_CHECK_DIGIT', value: '9074728' });
  });

  it.each(['', '0000000', '907472', '90747291', 'CSQU3054383', 'IMO'])('refuses %j', (raw) =>
    expect(parseImo(raw)).toMatchObject({ ok: false, problem: 'BAD_IDENTIFIER' }),
  );

  it('passes every number made with its check digit', () => {
    fc.assert(
      fc.property(first6, (text) => {
        const value = text + String(imoCheckDigit(text));
        expect(parseImo(value)).toEqual({ ok: true, value });
      }),
    );
  });

  // Weights 7 and 3 have no divisor in common with 10; the others let some changes through.
  it('fails after a change of the first, the fifth or the check digit', () => {
    fc.assert(
      fc.property(first6, fc.constantFrom(0, 4, 6), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const value = text + String(imoCheckDigit(text));
        const changed = value.slice(0, at) + String((Number(value[at]) + by) % 10) + value.slice(at + 1);
        expect(parseImo(changed).ok).toBe(false);
      }),
    );
  });
});
