import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mrnCheckDigit, parseMrn } from './mrn.ts';
import { parseDucr, parseMucr, parseUcr } from './ucr.ts';
import { parseUsEntry, usEntryCheckDigit } from './us-entry.ts';
import { parseUsInBond, usInBondCheckDigit } from './us-inbond.ts';

describe('parseMrn', () => {
  it('checks the last digit as for containers', () => {
    expect(mrnCheckDigit('10NL5663962BE1E82')).toBe(5);
    expect(parseMrn('10nl 5663962be1e82 5')).toEqual({ ok: true, value: '10NL5663962BE1E825' });
    expect(parseMrn('10NL5663962BE1E824')).toMatchObject({ problem: 'BAD_CHECK_DIGIT' });
    expect(parseMrn('10NL5663962BE1E82')).toMatchObject({ problem: 'BAD_IDENTIFIER' });
  });

  it('fails after a change of one digit where the check digit is not 0', () => {
    const numbers = fc
      .stringMatching(/^\d\d[A-Z]{2}[A-Z0-9]{13}$/)
      .map((text) => text + String(mrnCheckDigit(text)))
      .filter((number) => !number.endsWith('0'));
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), (number, by) => {
        expect(parseMrn(number).ok).toBe(true);
        for (const at of [0, 1, 17]) {
          const changed = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
          expect(parseMrn(changed).ok).toBe(false);
        }
      }),
    );
  });
});

describe('parseUsEntry', () => {
  it('checks numbers of filers whose code is digits', () => {
    expect(usEntryCheckDigit('2311234567')).toBe(5);
    expect(parseUsEntry('231-1234567-5')).toEqual({ ok: true, value: '23112345675' });
    expect(parseUsEntry('231-1234567-4')).toMatchObject({ problem: 'BAD_CHECK_DIGIT' });
  });

  it('does not hold an unconfirmed rule against filers with letters', () => {
    expect(parseUsEntry('ABC-1234567-0').ok).toBe(true);
    expect(parseUsEntry('ABC-1234567-1').ok).toBe(true);
  });
});

describe('parseUsInBond', () => {
  it('checks the remainder mod 7', () => {
    expect(usInBondCheckDigit('25770005')).toBe(2);
    expect(parseUsInBond('IT 257700052')).toEqual({ ok: true, value: '257700052' });
    expect(parseUsInBond('257700053')).toMatchObject({ problem: 'BAD_CHECK_DIGIT' });
    expect(parseUsInBond('V57700052')).toMatchObject({ problem: 'BAD_IDENTIFIER' });
  });
});

describe('consignment references', () => {
  it('keep the signs that belong to them', () => {
    expect(parseDucr('6gb123456789000-ship(01)')).toEqual({ ok: true, value: '6GB123456789000-SHIP(01)' });
    expect(parseDucr('6GB123456789000–SHIP01').value).toBe('6GB123456789000-SHIP01');
    expect(parseMucr('GB/ABCD-12345')).toEqual({ ok: true, value: 'GB/ABCD-12345' });
    expect(parseMucr('A:99912345675').ok).toBe(true);
    expect(parseUcr('6CN91110000600037341LORDER1').ok).toBe(true);
  });

  it('are refused when too long or without their country', () => {
    expect(parseDucr('6GB123456789000-12345678901234567890').ok).toBe(false);
    expect(parseMucr('FR/ABCD-12345').ok).toBe(false);
    expect(parseUcr(`6CN${'1'.repeat(33)}`).ok).toBe(false);
    expect(parseUcr('CN123').ok).toBe(false);
  });
});
