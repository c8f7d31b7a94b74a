import type { IdentifierScheme } from '../domain/identifier.ts';
import { parseAwb } from './awb.ts';
import { parseImo } from './imo.ts';
import { parseContainerNumber } from './iso6346.ts';
import { parseMrn } from './mrn.ts';
import { compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';
import { parseSscc } from './sscc.ts';
import { parseUicWagon } from './uic-wagon.ts';
import { parseWagon1520 } from './wagon-1520.ts';

/** A valid number that is one slip of the hand away from what was typed. */
export interface NearMiss {
  readonly scheme: IdentifierScheme;
  readonly value: string;
  readonly slip: 'NEIGHBOURS_SWAPPED' | 'CHARACTER_WRONG';
  /** Where in the typed text, counted from 0 without separators. */
  readonly at: number;
}

interface Checked {
  readonly scheme: IdentifierScheme;
  readonly length: number;
  readonly parse: (value: string) => Parsed<string>;
  /** Characters that may stand at a place. */
  readonly alphabet: (at: number) => string;
}

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = (): string => DIGITS;

function containerAlphabet(at: number): string {
  if (at === 3) return 'UJZ';
  return at < 3 ? LETTERS : DIGITS;
}

function mrnAlphabet(at: number): string {
  if (at < 2 || at === 17) return DIGITS;
  return at < 4 ? LETTERS : DIGITS + LETTERS;
}

/** The schemes whose check digit tells a slip from a number. */
const CHECKED: readonly Checked[] = [
  { scheme: 'CONTAINER', length: 11, parse: parseContainerNumber, alphabet: containerAlphabet },
  { scheme: 'AWB', length: 11, parse: parseAwb, alphabet: digits },
  { scheme: 'VESSEL', length: 7, parse: parseImo, alphabet: digits },
  { scheme: 'WAGON', length: 12, parse: parseUicWagon, alphabet: digits },
  { scheme: 'WAGON', length: 8, parse: parseWagon1520, alphabet: digits },
  { scheme: 'MRN', length: 18, parse: parseMrn, alphabet: mrnAlphabet },
  { scheme: 'SSCC', length: 18, parse: parseSscc, alphabet: digits },
];

/**
 * All valid numbers that differ from `value` by one wrong character or two swapped neighbours; swaps first, as they are
 * fewer and likelier. The number itself is not among them, valid or not.
 */
export function nearMisses(value: string): NearMiss[] {
  const typed = compactBounded(value);
  const found = CHECKED.filter(({ length }) => length === typed.length).flatMap((checked) => [
    ...swaps(typed, checked),
    ...replacements(typed, checked),
  ]);
  return found.sort((left, right) => Number(right.slip > left.slip) - Number(left.slip > right.slip));
}

function swaps(typed: string, { scheme, parse }: Checked): NearMiss[] {
  const found: NearMiss[] = [];
  for (let at = 0; at + 1 < typed.length; at += 1) {
    const left = typed.charAt(at);
    const right = typed.charAt(at + 1);
    const parsed = left === right ? null : parse(typed.slice(0, at) + right + left + typed.slice(at + 2));
    if (parsed?.ok) found.push({ scheme, value: parsed.value, slip: 'NEIGHBOURS_SWAPPED', at });
  }
  return found;
}

function replacements(typed: string, { scheme, parse, alphabet }: Checked): NearMiss[] {
  const found: NearMiss[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    for (const character of alphabet(at)) {
      if (character === typed.charAt(at)) continue;
      const parsed = parse(typed.slice(0, at) + character + typed.slice(at + 1));
      if (parsed.ok) found.push({ scheme, value: parsed.value, slip: 'CHARACTER_WRONG', at });
    }
  }
  return found;
}
