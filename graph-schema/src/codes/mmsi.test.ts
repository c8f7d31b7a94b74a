import { describe, expect, it } from 'vitest';
import { MARITIME_IDENTIFICATION_DIGITS } from './maritime-identification-digits.ts';
import { mmsiCountry, parseMmsi } from './mmsi.ts';

describe('parseMmsi', () => {
  it.each(['413999001', 'MMSI 413999001', '413 999 001'])('reads %j', (raw) =>
    expect(parseMmsi(raw)).toEqual({ ok: true, value: '413999001' }),
  );

  it.each([
    ['004121234', 'coast station'],
    ['111412345', 'search aircraft'],
    ['994121234', 'aid to navigation'],
    ['982412345', 'tender'],
    ['000000000', 'filler'],
    ['41399900', 'short'],
  ])('refuses %s, a %s', (raw) => expect(parseMmsi(raw).ok).toBe(false));
});

describe('mmsiCountry', () => {
  it.each([
    ['413999001', 'CN'], ['477123456', 'HK'], ['356123456', 'PA'], ['372123456', 'PA'], ['636012345', 'LR'],
    ['563123456', 'SG'], ['219123456', 'DK'], ['538123456', 'MH'], ['249123456', 'MT'], ['710123456', 'BR'],
  ])('of %s is %s', (mmsi, country) => expect(mmsiCountry(mmsi)).toBe(country)); // prettier-ignore

  it('is unknown for digits that are not given out', () => expect(mmsiCountry('299123456')).toBeNull());

  it('has a two-letter country for each entry, all of them ship stations', () => {
    for (const [digits, country] of MARITIME_IDENTIFICATION_DIGITS) {
      expect(digits).toMatch(/^[2-7]\d\d$/);
      expect(country).toMatch(/^[A-Z]{2}$/);
    }
    expect(MARITIME_IDENTIFICATION_DIGITS.size).toBeGreaterThan(280);
  });
});
