import type { Brand } from './brand.ts';
import { iso6346CheckDigit } from './check-digits.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// ISO 6346: owner code 3 letters · category U freight container, J detachable equipment, Z trailer or chassis ·
// serial 6 digits · check digit. Senders also write the check digit in brackets, or leave it out.

/** `CSQU3054383` */
export type ContainerNumber = Brand<'ContainerNumber'>;

const COMPLETE = /^[A-Z]{3}[UJZ]\d{7}$/;
const WITHOUT_CHECK_DIGIT = /^[A-Z]{3}[UJZ]\d{6}$/;

function compactContainer(raw: string): string {
  return compactBounded(raw).replace(/[[\]()]/g, '');
}

/** The digit that belongs to the first ten characters; NaN when these are not letters and digits. */
export function containerCheckDigit(first10: string): number {
  return iso6346CheckDigit(first10);
}

export function parseContainerNumber(raw: string): Parsed<ContainerNumber> {
  const value = compactContainer(raw);
  if (!COMPLETE.test(value)) return badIdentifier(value);
  return containerCheckDigit(value.slice(0, 10)) === Number(value.charAt(10))
    ? accepted(value)
    : badCheckDigit(value);
}

/** The full number for the form without check digit (`CSQU305438` → `CSQU3054383`); null for any other text. */
export function completeContainerNumber(raw: string): ContainerNumber | null {
  const value = compactContainer(raw);
  if (!WITHOUT_CHECK_DIGIT.test(value)) return null;
  const complete = parseContainerNumber(value + String(containerCheckDigit(value)));
  return complete.ok ? complete.value : null;
}

/** What a character recogniser or a tired eye confuses; the digit and the letter of each pair. */
const LOOK_ALIKES = [['0', 'O'], ['1', 'I'], ['8', 'B'], ['5', 'S'], ['2', 'Z']] as const; // prettier-ignore

/** At most this many characters are taken for misread; more is another number. */
const MOST_REPLACED = 3;

/**
 * The container number that `raw` becomes when look-alikes (O/0, I/1, B/8, S/5, Z/2) are exchanged, so that letters
 * stand where letters belong and digits where digits belong. Each place has one reading, so there is one result: null
 * where it does not pass the check, where nothing was misread, or where too much would have been.
 */
export function repairContainerNumber(raw: string): string | null {
  const value = compactContainer(raw);
  if (value.length !== 11 || parseContainerNumber(value).ok) return null;
  let repaired = '';
  let replaced = 0;
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    const wanted = index < 4 ? 1 : 0;
    const pair = LOOK_ALIKES.find((both) => both[1 - wanted] === character);
    repaired += pair ? pair[wanted] : character;
    if (pair) replaced += 1;
  }
  if (replaced === 0 || replaced > MOST_REPLACED) return null;
  return parseContainerNumber(repaired).ok ? repaired : null;
}
