import type { Brand } from './brand.ts';
import { iso6346CheckDigit } from './check-digits.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// Movement reference number, Regulation (EU) 2015/2447 annex B and its successors: year 2 digits · country 2 letters ·
// 13 characters (the last one a procedure letter in newer numbers) · check digit as in ISO 6346 over the first 17.

/** `10NL5663962BE1E825` */
export type MovementReferenceNumber = Brand<'MovementReferenceNumber'>;

export function mrnCheckDigit(first17: string): number {
  return iso6346CheckDigit(first17);
}

export function parseMrn(raw: string): Parsed<MovementReferenceNumber> {
  const value = compactBounded(raw);
  if (!/^\d{2}[A-Z]{2}[A-Z0-9]{13}\d$/.test(value)) return badIdentifier(value);
  return mrnCheckDigit(value.slice(0, 17)) === Number(value.charAt(17))
    ? accepted(value)
    : badCheckDigit(value);
}
