import type { Brand } from './brand.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// US CBP immediate transportation (IT) number, form 7512: 8 digits and their remainder mod 7.

/** `257700052` */
export type UsInBondNumber = Brand<'UsInBondNumber'>;

export function usInBondCheckDigit(first8: string): number {
  return Number(first8) % 7;
}

export function parseUsInBond(raw: string): Parsed<UsInBondNumber> {
  const value = compactBounded(raw).replace(/^IT(?=\d)/, '');
  if (!/^\d{9}$/.test(value)) return badIdentifier(value);
  return usInBondCheckDigit(value.slice(0, 8)) === Number(value.charAt(8))
    ? accepted(value)
    : badCheckDigit(value);
}
