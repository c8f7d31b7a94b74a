import type { Brand } from './brand.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// IATA resolution 600a: airline prefix 3 digits, serial 7 digits, check digit = serial mod 7 (so never 7, 8 or 9).

/** `999-12345675`, always with the dash. */
export type AwbNumber = Brand<'AwbNumber'>;

export function awbCheckDigit(serial7: string): number {
  return Number(serial7) % 7;
}

export function parseAwb(raw: string): Parsed<AwbNumber> {
  const digits = compactBounded(raw).replace(/^M?AWB:?/, '');
  if (!/^\d{11}$/.test(digits)) return badIdentifier(digits);
  const value = `${digits.slice(0, 3)}-${digits.slice(3)}`;
  return awbCheckDigit(digits.slice(3, 10)) === Number(digits.charAt(10))
    ? accepted(value)
    : badCheckDigit(value);
}

/** The three digits that name the airline. */
export function awbPrefix(awb: string): string {
  return awb.slice(0, 3);
}
