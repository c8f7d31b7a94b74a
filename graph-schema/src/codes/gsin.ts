import type { Brand } from './brand.ts';
import { gs1CheckDigit } from './check-digits.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// GS1 application identifier 402, global shipment identification number: 16 digits and a check digit.

/** `40123450000000009`, without its application identifier. */
export type GlobalShipmentNumber = Brand<'GlobalShipmentNumber'>;

export function gsinCheckDigit(first16: string): number {
  return gs1CheckDigit(first16);
}

export function parseGsin(raw: string): Parsed<GlobalShipmentNumber> {
  const value = compactBounded(raw).replace(/^(?:\(402\)|402)(?=\d{17}$)/, '');
  if (!/^\d{17}$/.test(value)) return badIdentifier(value);
  return gsinCheckDigit(value.slice(0, 16)) === Number(value.charAt(16))
    ? accepted(value)
    : badCheckDigit(value);
}
