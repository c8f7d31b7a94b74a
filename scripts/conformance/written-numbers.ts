/** How a text writes container numbers: one walk over it, so that a long file costs no more than its length. */
export interface WrittenNumbers {
  /** A number as the text has it: without its check digit, or with the letters that a camera took for digits. */
  readonly formOf: (reference: string) => string;
  /** Of X12: owner and serial where they stand as elements of their own. */
  readonly parted: ReadonlySet<string>;
}

const WHOLE = /([A-Z]{4})\W{0,3}(\d{6})(?:\W?(\d)(?!\d))?/gi;
/** Owner and serial as elements of a segment, and what follows in it. */
const PARTED = /([A-Z]{4})([^\w\s]|\t)(\d{6,7})(?![\w-])(?=([^~\r\n]{0,200}))/g;
const WORD = /(?<![A-Z0-9])[A-Z0-9]{11}(?![A-Z0-9])/g;
const X12_MARK = /^(?:\u00ef\u00bb\u00bf)?\s*ISA([^\w\s]|\t)/;
/** Letters and digits that cameras take for each other: a reader may have put the right one. */
const CONFUSED: Readonly<Record<string, string>> = { O: '0', I: '1', B: '8', S: '5', Z: '2' };

export function writtenNumbers(text: string): WrittenNumbers {
  /** Owner and serial → the digits behind them; '' where none is. */
  const digits = new Map<string, Set<string>>();
  const note = (number: string, digit: string): void => {
    const known = digits.get(number);
    if (known) known.add(digit);
    else digits.set(number, new Set([digit]));
  };
  for (const [, owner = '', serial = '', digit = ''] of text.matchAll(WHOLE))
    note((owner + serial).toUpperCase(), digit);
  const parted = new Set<string>();
  const mark = X12_MARK.exec(text)?.[1];
  for (const found of text.matchAll(PARTED)) {
    const [, owner = '', by = '', serial = '', rest = ''] = found;
    if (by === mark && text[found.index - 1] === mark && /[UJZ]$/.test(owner)) parted.add(owner + serial);
    // The check digit is an element of its own, far behind.
    for (const element of rest.split(by)) if (/^\d$/.test(element)) note(owner + serial, element);
  }
  const confused = new Map<string, string>();
  for (const [word] of text.matchAll(WORD)) {
    const plain = plainOf(word);
    if (!confused.has(plain)) confused.set(plain, word);
  }
  const formOf = (reference: string): string => {
    const [, bare = '', digit = ''] = /^([A-Z]{4}\d{6})(\d)$/.exec(reference) ?? [];
    if (bare === '') return reference;
    const known = digits.get(bare);
    if (known?.has(digit)) return reference;
    return known?.has('') ? bare : (confused.get(plainOf(reference)) ?? reference);
  };
  return { formOf, parted };
}

function plainOf(word: string): string {
  return word.replace(/[OIBSZ]/g, (letter) => CONFUSED[letter] ?? letter);
}
