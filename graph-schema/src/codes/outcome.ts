import { compactNumber, normaliseText, type Parsed } from './parsed.ts';

/**
 * Longer than any number that anyone writes, separators included. Beyond it nothing is normalised, because
 * Unicode normalisation of hostile text is not linear; what is handed back is too long for every pattern.
 */
const LONGEST_TEXT = 256;

/** `compactNumber` for text of any length. */
export function compactBounded(raw: string): string {
  return raw.length > LONGEST_TEXT ? raw.slice(0, LONGEST_TEXT) : compactNumber(raw);
}

/** `normaliseText` for text of any length. */
export function normaliseBounded(raw: string): string {
  return raw.length > LONGEST_TEXT ? raw.slice(0, LONGEST_TEXT) : normaliseText(raw);
}

export function accepted<T extends string>(value: string): Parsed<T> {
  // The one place where a brand is put on.
  return { ok: true, value: value as T };
}

export function badIdentifier<T extends string>(value: string): Parsed<T> {
  return { ok: false, problem: 'BAD_IDENTIFIER', value };
}

export function badCheckDigit<T extends string>(value: string): Parsed<T> {
  return { ok: false, problem: 'BAD_CHECK_DIGIT', value };
}

/** For identifiers that are a shape and nothing more. */
export function shaped<T extends string>(value: string, shape: RegExp): Parsed<T> {
  return shape.test(value) ? accepted(value) : badIdentifier(value);
}
