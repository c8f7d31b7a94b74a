import type { Brand } from './brand.ts';
import { luhnCheckDigit } from './check-digits.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// US CBP entry number: filer 3 characters · serial 7 digits · Luhn digit. Written `231-1234567-5`.

/** `23112345675`, without dashes. */
export type UsEntryNumber = Brand<'UsEntryNumber'>;

/** Letters of a filer code as digits: A–I and J–R are 1–9, S–Z are 2–9. [E] */
function filerDigit(character: string): string {
  const letter = character.charCodeAt(0) - 65;
  if (letter < 0) return character;
  return String(letter < 18 ? (letter % 9) + 1 : letter - 16);
}

export function usEntryCheckDigit(first10: string): number {
  return luhnCheckDigit([...first10].map(filerDigit).join(''));
}

/** Whether the check digit may be held against a number: how letters of a filer code count is not confirmed. */
export function isUsEntryCheckCertain(value: string): boolean {
  return /^\d{3}/.test(value);
}

export function parseUsEntry(raw: string): Parsed<UsEntryNumber> {
  const value = compactBounded(raw);
  if (!/^[A-Z0-9]{3}\d{8}$/.test(value)) return badIdentifier(value);
  const passes = usEntryCheckDigit(value.slice(0, 10)) === Number(value.charAt(10));
  return passes || !isUsEntryCheckCertain(value) ? accepted(value) : badCheckDigit(value);
}
