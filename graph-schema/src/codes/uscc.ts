import type { Brand } from './brand.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// GB 32100-2015 统一社会信用代码: registering authority 1 · kind of body 1 · district 6 digits · body 9 · check character.

/** `91110000600037341L` */
export type UnifiedSocialCreditCode = Brand<'UnifiedSocialCreditCode'>;

/** No I, O, S, V, Z; a character's place is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 31 minus Σ value × 3^position mod 31. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < first17.length; index += 1) {
    sum += ALPHABET.indexOf(first17.charAt(index)) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export function parseUscc(raw: string): Parsed<UnifiedSocialCreditCode> {
  const value = compactBounded(raw);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return badIdentifier(value);
  return usccCheckCharacter(value.slice(0, 17)) === value.charAt(17) ? accepted(value) : badCheckDigit(value);
}
