/**
 * Value of a character in ISO 6346 annex A, used by container numbers and by the EU's MRN: digits are themselves,
 * A is 10 and the multiples of 11 are left out (B 12, L 23, V 34). NaN for anything else.
 */
export function iso6346Value(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  if (code < 65 || code > 90) return Number.NaN;
  const letter = code - 65;
  return 10 + letter + (letter > 0 ? 1 : 0) + (letter > 10 ? 1 : 0) + (letter > 20 ? 1 : 0);
}

/** Σ value × 2^position, mod 11, where a remainder of 10 is written 0. */
export function iso6346CheckDigit(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum += iso6346Value(text.charAt(index)) * 2 ** index;
  return (sum % 11) % 10;
}

/** Luhn (ISO/IEC 7812-1 annex B): every second digit from the right is doubled and its digits are added. */
export function luhnCheckDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}

/** GS1 General Specifications 7.9: weights 3 and 1 in turn from the right, up to the next ten. */
export function gs1CheckDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    sum += Number(digits.charAt(digits.length - 1 - index)) * (index % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}
