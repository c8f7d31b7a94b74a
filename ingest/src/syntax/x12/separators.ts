/** Service characters of an X12 interchange, as char codes. X12 has no release character. */
export interface X12Separators {
  readonly element: number;
  /** 0 where ISA16 is empty. */
  readonly component: number;
  /** 0 below 00402, where ISA11 names the standard (`U`). */
  readonly repetition: number;
  readonly terminator: number;
}

/** What holds until something says otherwise: the separators that most senders use. */
export const USUAL_SEPARATORS: X12Separators = {
  element: 0x2a,
  component: 0x3e,
  repetition: 0,
  terminator: 0x7e,
};

export interface FoundSeparators {
  readonly separators: X12Separators;
  /** Position after the segment that showed them. */
  readonly end: number;
}

const ELEMENTS = 16;
/** An ISA of right length has 106 characters; padding may be doubled or wrapped, but not without end. */
const LONGEST_ISA = 400;
/** Beyond so many characters nothing says what the separators are. */
export const SEPARATOR_WINDOW = 512;
const LF = 0x0a;
const CR = 0x0d;
const TILDE = 0x7e;

/**
 * The separators that the ISA at `at` shows; null when there is none.
 *
 *   ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261121*0930*U*00401*000000001*0*P*>~
 *      4 element                                                                       11 repetition  105 component, 106 terminator
 *
 * By the book they stand at fixed columns. Senders pad badly and mail gateways wrap lines, so the sixteen elements are
 * counted instead: component separator and terminator are the two characters after the sixteenth element separator.
 */
export function parseIsa(text: string, at: number): FoundSeparators | null {
  const element = text.charCodeAt(at + 3);
  if (!/^isa$/i.test(text.slice(at, at + 3)) || !isSeparator(element)) return null;
  const starts: number[] = [];
  const limit = Math.min(text.length, at + LONGEST_ISA);
  for (let i = at + 3; i < limit && starts.length < ELEMENTS; i += 1)
    if (text.charCodeAt(i) === element) starts.push(i + 1);
  const last = starts[ELEMENTS - 1];
  if (last === undefined) return null;
  const closing = closingOf(text, last, element, at + SEPARATOR_WINDOW - 2);
  if (!closing) return null;
  const standard = text.slice(starts[10], (starts[11] ?? 0) - 1).trim();
  const version = Number.parseInt(text.slice(starts[11], (starts[12] ?? 0) - 1), 10);
  const mark = standard.charCodeAt(0);
  const repetition = version >= 402 && standard.length === 1 && isSeparator(mark) ? mark : 0;
  const { component, terminator, end } = closing;
  return { separators: { element, component, repetition, terminator }, end };
}

/** ISA16 and what ends the segment. A sender without components leaves ISA16 empty, so that the terminator follows at once. */
function closingOf(
  text: string,
  at: number,
  element: number,
  limit: number,
): { readonly component: number; readonly terminator: number; readonly end: number } | null {
  const component = text.charCodeAt(at);
  if (at >= text.length) return null;
  let next = at + 1;
  // A component separator beyond ASCII, as `¦`, has several bytes in UTF-8.
  if (component >= 0x80) while (next < limit && text.charCodeAt(next) >= 0x80) next += 1;
  const isLong = next > at + 1;
  while (next < limit && text.charCodeAt(next) === 0x20) next += 1;
  const mark = next < text.length ? text.charCodeAt(next) : NaN;
  const isEmpty = isBreak(component) || (component === TILDE && (isBreak(mark) || Number.isNaN(mark)));
  const only = isEmpty || !isTerminator(mark) || mark === element;
  if (only && (component === element || !isTerminator(component))) return null;
  const end = only ? at : next;
  const ending = only ? component : mark;
  // Of CR LF the second ends the line: files that went through several systems have both kinds of line.
  const isPair = ending === CR && text.charCodeAt(end + 1) === LF;
  return {
    component: only || isLong ? 0 : component,
    terminator: isPair ? LF : ending,
    end: end + (isPair ? 2 : 1),
  };
}

/**
 * The separators of a file without ISA, from its first segment (`GS*QO*…`, `ST*315*0001~`): what follows the tag
 * separates elements, and the first other character that no code or number has ends the segment. Null when it is none.
 */
export function guessSeparators(text: string, at: number): X12Separators | null {
  const element = text.charCodeAt(at + 2);
  if (!isSeparator(element)) return null;
  const limit = Math.min(text.length, at + LONGEST_ISA);
  for (let i = at + 3; i < limit; i += 1) {
    const char = text.charCodeAt(i);
    if (char === element || !isTerminator(char) || char === 0x2d || char === 0x2e || char === 0x5f) continue;
    const terminator = char === CR && text.charCodeAt(i + 1) === LF ? LF : char;
    return { ...USUAL_SEPARATORS, element, terminator };
  }
  return null;
}

function isBreak(char: number): boolean {
  return char === CR || char === LF;
}

function isSeparator(char: number): boolean {
  return isTerminator(char) && !isBreak(char);
}

/** Neither letter nor digit nor blank nor beyond ASCII. */
function isTerminator(char: number): boolean {
  const isWord =
    (char >= 0x30 && char <= 0x39) || (char >= 0x41 && char <= 0x5a) || (char >= 0x61 && char <= 0x7a);
  return char > 0 && char < 0x80 && char !== 0x20 && !isWord;
}
