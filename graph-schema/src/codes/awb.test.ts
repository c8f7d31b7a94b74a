import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awbCheckDigit, awbPrefix, parseAwb } from './awb.ts';

const serials = fc.integer({ min: 0, max: 9_999_999 }).map((serial) => String(serial).padStart(7, '0'));

describe('parseAwb', () => {
  it.each(['999-12345675', '99912345675', '999 1234 5675', 'AWB 999-12345675', '９９９－１２３４５６７５', '999–12345675'])(
    'reads %j with its dash',
    (raw) => expect(parseAwb(raw)).toEqual({ ok: true, value: '999-12345675' }),
  ); // prettier-ignore

  it('keeps the dash on a number whose check digit is wrong', () => {
    expect(parseAwb('99912345676')).toEqual({ ok: false, problem: 'BAD_CHECK_DIGIT', value: '999-12345676' });
  });

  it.each(['', '9991234567', '999123456755', 'CA9-12345675'])('refuses %j', (raw) =>
    expect(parseAwb(raw)).toMatchObject({ ok: false, problem: 'BAD_IDENTIFIER' }),
  );

  it('passes every number made with its check digit, which is never above 6', () => {
    fc.assert(
      fc.property(serials, (serial) => {
        expect(awbCheckDigit(serial)).toBeLessThan(7);
        expect(parseAwb(`784${serial}${awbCheckDigit(serial)}`).ok).toBe(true);
      }),
    );
  });

  it('fails after any change of one digit of the serial that is not by seven', () => {
    fc.assert(
      fc.property(serials, fc.nat(6), fc.nat(9), (serial, at, digit) => {
        const difference = Math.abs(digit - Number(serial[at]));
        fc.pre(difference !== 0 && difference !== 7);
        const changed = serial.slice(0, at) + String(digit) + serial.slice(at + 1);
        expect(parseAwb(`999${changed}${awbCheckDigit(serial)}`).ok).toBe(false);
      }),
    );
  });

  it('names the airline by its prefix', () => expect(awbPrefix('999-12345675')).toBe('999'));
});
