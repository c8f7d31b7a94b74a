/** What text is one slip of the hand away from another. */
export interface Slip {
  readonly value: string;
  readonly slip: 'NEIGHBOURS_SWAPPED' | 'CHARACTER_WRONG';
  /** Where, counted from 0. */
  readonly at: number;
}

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * All texts that differ by two swapped neighbours, then by one wrong character, a digit for a digit and a letter for a letter: for
 * numbers without a check digit, of which only the graph knows whether they exist.
 */
export function oneSlipAway(typed: string): Slip[] {
  const swapped: Slip[] = [];
  const wrong: Slip[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    const here = typed.charAt(at);
    const next = typed.charAt(at + 1);
    const [before, after] = [typed.slice(0, at), typed.slice(at + 1)];
    if (next !== '' && next !== here) {
      swapped.push({ value: before + next + here + after.slice(1), slip: 'NEIGHBOURS_SWAPPED', at });
    }
    for (const other of alphabetOf(here)) {
      if (other !== here) wrong.push({ value: before + other + after, slip: 'CHARACTER_WRONG', at });
    }
  }
  return [...swapped, ...wrong];
}

function alphabetOf(character: string): string {
  if (DIGITS.includes(character)) return DIGITS;
  return LETTERS.includes(character) ? LETTERS : '';
}
