import type { IdentifierScheme } from '../../domain/identifier.ts';

/** What was changed in the text on the way to a candidate, to be shown to whoever asked. */
export const REPAIRS = [
  'SCAC_ADDED',
  'SCAC_REMOVED',
  'CHECK_DIGIT_ADDED',
  'LOOKALIKE_REPLACED',
  'SEPARATORS_REMOVED',
  'FULL_WIDTH_NORMALISED',
] as const;
export type Repair = (typeof REPAIRS)[number];

export type CheckDigit = 'PASS' | 'FAIL' | 'NONE';

/** One thing that a number may be. */
export interface NumberCandidate {
  readonly scheme: IdentifierScheme;
  /** Normalised as the key of an `Identifier`; a flight or train without its date, where the text has none. */
  readonly value: string;
  /** 0 to 1; an order among candidates, not a probability. */
  readonly confidence: number;
  readonly checkDigit: CheckDigit;
  readonly repairs: readonly Repair[];
}

/** Lists that make a guess better; without one, the shape and the project's own tables decide. */
export interface KnownNumbers {
  /** 关区代码, 4 digits. */
  readonly offices?: ReadonlySet<string> | undefined;
  /** Air waybill prefixes, 3 digits; replaces the project's own table. */
  readonly airlinePrefixes?: ReadonlySet<string> | undefined;
  /** ISO 6346 owner codes, with or without the category letter (`CSQ`, `CSQU`). */
  readonly ownerPrefixes?: ReadonlySet<string> | undefined;
}

/** The text in the two forms that rules look at. */
export interface Reading {
  /** NFKC, upper case, without blanks, dashes, dots and slashes. */
  readonly compact: string;
  /** NFKC, upper case, without blanks only. */
  readonly text: string;
  readonly known: KnownNumbers;
}

/** One rule: everything of one family that the text may be. */
export type Rule = (reading: Reading) => readonly NumberCandidate[];

export function candidate(
  scheme: IdentifierScheme,
  value: string,
  confidence: number,
  checkDigit: CheckDigit = 'NONE',
  repairs: readonly Repair[] = [],
): NumberCandidate {
  return { scheme, value, confidence, checkDigit, repairs };
}
