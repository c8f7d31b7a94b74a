import type { Brand } from './brand.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// IMO resolution A.1117(30): seven digits, the last one a check digit. Written `IMO 9074729`; China's manifests
// write `UN9074729`.

/** `9074729`, without its prefix. */
export type ImoNumber = Brand<'ImoNumber'>;

/** Σ digit × 7, 6, 5, 4, 3, 2, of which the last digit counts. */
export function imoCheckDigit(first6: string): number {
  let sum = 0;
  for (let index = 0; index < 6; index += 1) sum += Number(first6.charAt(index)) * (7 - index);
  return sum % 10;
}

export function parseImo(raw: string): Parsed<ImoNumber> {
  const value = compactBounded(raw).replace(/^(?:IMO(?:NO|NUMBER)?[:#]?|UN)(?=\d)/, '');
  // No number begins with 0, and 0000000 is a filler that would pass the check.
  if (!/^[1-9]\d{6}$/.test(value)) return badIdentifier(value);
  return imoCheckDigit(value) === Number(value.charAt(6)) ? accepted(value) : badCheckDigit(value);
}
