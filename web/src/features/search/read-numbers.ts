import { classifyNumber } from 'graph-schema/identifiers';
import { compactNumber } from './compact-number.ts';

/** As many as the API looks up in one request. */
export const NUMBERS_MAX = 200;
/** What the address of a page carries, in characters as they are sent: servers take 16 kB of headers in all. */
const ADDRESS_MAX = 8000;
/** More text than a full column of numbers; what is behind it is not read. */
const TEXT_MAX = 50_000;

/** Ends a number wherever it stands: a line, a cell of a sheet, a comma or semicolon of either script. */
const BETWEEN = /[\r\n\t,;|，；、]+/;
/** As many groups as any number is printed in. */
const GROUPS_MAX = 6;
/** From here on a reading rests on a check digit or on the code of a carrier. */
const SURE = 0.7;

/**
 * The numbers of a text that a person typed or pasted, each as he wrote it and once: a line or a cell each, or several in a
 * line. A blank ends a number only where what is on both sides are numbers; `CSQU 305438 3` is one. Headings above
 * a column are left out.
 */
export function readNumbers(text: string): string[] {
  const pieces = text.slice(0, TEXT_MAX).split(BETWEEN).map(bare).filter(Boolean);
  const first = pieces.findIndex((piece) => !isHeading(piece));
  const numbers = pieces.slice(Math.max(first, 0)).flatMap(apart);
  const seen = new Set<string>();
  return numbers.filter((number) => {
    const key = compactNumber(number);
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether so many are looked up at once, and fit into the address of a page. */
export function isTooMany(numbers: readonly string[]): boolean {
  return numbers.length > NUMBERS_MAX || findAddress(numbers).length > ADDRESS_MAX;
}

/** The page that answers. */
export function findAddress(numbers: readonly string[]): string {
  return `/find?number=${encodeURIComponent(numbers.join(','))}`;
}

/** A cell of a sheet may be quoted. */
function bare(piece: string): string {
  return piece
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

function isHeading(piece: string): boolean {
  return !/\d/.test(piece) && classifyNumber(piece).length === 0;
}

function apart(piece: string): string[] {
  const words = piece.split(/\s+/);
  if (words.length === 1 || words.every(isWhole)) return words;
  const numbers: string[] = [];
  let at = 0;
  while (at < words.length) {
    const length = longestNumber(words, at);
    // A part that is no number by itself: blanks are part of what was written.
    if (length === 0) return [piece];
    numbers.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return numbers;
}

/** How many groups from here on make one number for sure; 0: none do. */
function longestNumber(words: readonly string[], at: number): number {
  for (let length = Math.min(GROUPS_MAX, words.length - at); length > 0; length -= 1) {
    const text = words.slice(at, at + length).join(' ');
    if ((classifyNumber(text)[0]?.confidence ?? 0) >= SURE) return length;
  }
  return isWhole(words[at] ?? '') ? 1 : 0;
}

/** Long enough to be a number of its own rather than a group of one. */
function isWhole(word: string): boolean {
  return word.length >= 8 && word.replace(/\D/g, '').length >= 4;
}
