import type { Brand } from './brand.ts';
import { gs1CheckDigit } from './check-digits.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// GS1 application identifier 00: extension digit · company prefix and serial 16 digits · check digit.

/** `106141412345678908`, without its application identifier. */
export type SerialShippingContainerCode = Brand<'SerialShippingContainerCode'>;

export function ssccCheckDigit(first17: string): number {
  return gs1CheckDigit(first17);
}

export function parseSscc(raw: string): Parsed<SerialShippingContainerCode> {
  const value = compactBounded(raw).replace(/^(?:\(00\)|00)(?=\d{18}$)/, '');
  if (!/^\d{18}$/.test(value)) return badIdentifier(value);
  return ssccCheckDigit(value.slice(0, 17)) === Number(value.charAt(17))
    ? accepted(value)
    : badCheckDigit(value);
}
