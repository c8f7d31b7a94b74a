import { DEFAULT_SEPARATORS, parseUna, UNA_LENGTH, type Separators } from './separators.ts';
import { EdifactSegment, type Dialect } from './segment.ts';

const CR = 0x0d;
const LF = 0x0a;
/** The line end of a header that is longer than this is none of ours. */
const LONGEST_HEADER = 400;

/**
 * Cuts an interchange file into segments (ISO 9735-1).
 *
 *   file        = { [UNA] UNB { segment } [UNZ] }
 *   segment     = tag { element-separator element } terminator
 *
 * `text` has one character per byte (`latin1`), so that positions are byte offsets; the set in which the sender
 * wrote is applied to single values. Separators below 0x40 never occur inside a GB 18030 double byte or a UTF-8
 * sequence, so cutting before decoding is safe.
 *
 * Line breaks between segments are noise, unless the header shows that nothing else ends a segment. Inside a segment they are damage by a mail or FTP step that wraps lines:
 * they are taken out and counted in `wrappedSegments`. Work is linear in the length of the text.
 */
export class EdifactScanner {
  readonly #text: string;
  #at: number;
  #dialect: Dialect = { separators: DEFAULT_SEPARATORS, decode: null };
  #terminator = String.fromCharCode(DEFAULT_SEPARATORS.terminator);
  #nextFeed = -1;
  #nextReturn = -1;
  /** Segments that had line breaks inside, since the last look. */
  wrappedSegments = 0;
  /** True when the last segment ended with the file and not with its terminator. */
  unterminated = false;
  /** Segments end with their lines, since the last look. */
  endedByLine = false;
  /** A UNA whose characters cannot be separators, since the last look. */
  badUna = false;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  }

  /** From the next segment on, values are decoded so. */
  set decode(decode: Dialect['decode']) {
    this.#dialect = { ...this.#dialect, decode };
  }

  /** Syntax version 4 repeats elements; without a UNA its separator is `*`. */
  enableRepetition(): void {
    const { separators } = this.#dialect;
    if (separators.repetition === 0) this.#use({ ...separators, repetition: 0x2a });
  }

  /** Below version 4 the fifth character of UNA means nothing. */
  disableRepetition(): void {
    this.#use({ ...this.#dialect.separators, repetition: 0 });
  }

  /** Service characters last for one interchange. */
  resetSeparators(): void {
    this.#use(DEFAULT_SEPARATORS);
  }

  /** The next segment, or null at the end. */
  next(): EdifactSegment | null {
    const text = this.#text;
    this.#skipNoise();
    if (text.startsWith('UNA', this.#at)) this.#readUna();
    const start = this.#at;
    if (start >= text.length) return null;
    if (text.startsWith('UNB', start) && !this.#hasTerminator(start)) this.#endByLine();
    const terminator = this.#findTerminator(start);
    this.unterminated = terminator < 0;
    const to = terminator < 0 ? text.length : terminator;
    const end = terminator < 0 ? text.length : terminator + 1;
    this.#at = end;
    return this.#hasBreak(start, to)
      ? this.#unwrapped(start, to, end)
      : new EdifactSegment(start, end, { text, from: start, to }, this.#dialect);
  }

  #readUna(): void {
    const after = this.#at + UNA_LENGTH;
    const separators = parseUna(this.#text, this.#at);
    if (separators) this.#use(separators);
    else this.badUna = true;
    this.#at = Math.min(after, this.#text.length);
    this.#skipNoise();
  }

  /** Whether the terminator stands in the line of the header, or the next line does not begin a message. */
  #hasTerminator(start: number): boolean {
    const head = this.#text.slice(start, start + LONGEST_HEADER);
    const [line = '', next = ''] = head.split(/[\r\n]+\s*/, 2);
    return line.includes(this.#terminator) || !/^UN[GH][^A-Z]/.test(next);
  }

  /** A conversion took the terminators for line ends and left the lines. */
  #endByLine(): void {
    this.endedByLine = true;
    this.#use({ ...this.#dialect.separators, terminator: LF });
  }

  #use(separators: Separators): void {
    this.#dialect = { ...this.#dialect, separators };
    this.#terminator = String.fromCharCode(separators.terminator);
  }

  #skipNoise(): void {
    // Control characters count too: 0x1a is the end-of-file mark of old file systems.
    while (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) <= 0x20) this.#at += 1;
  }

  #findTerminator(start: number): number {
    const { release } = this.#dialect.separators;
    const mark = this.#terminator;
    let found = this.#text.indexOf(mark, start);
    while (found >= 0 && this.#isReleased(found, start, release)) found = this.#text.indexOf(mark, found + 1);
    return found;
  }

  /** A character is released by an odd number of release characters before it: `?'` is data, `??'` ends. */
  #isReleased(at: number, start: number, release: number): boolean {
    if (release === 0) return false;
    let run = at - 1;
    while (run >= start && this.#text.charCodeAt(run) === release) run -= 1;
    return (at - 1 - run) % 2 === 1;
  }

  #hasBreak(start: number, to: number): boolean {
    if (this.#nextFeed < start) this.#nextFeed = indexOrEnd(this.#text, '\n', start);
    if (this.#nextReturn < start) this.#nextReturn = indexOrEnd(this.#text, '\r', start);
    return this.#nextFeed < to || this.#nextReturn < to;
  }

  #unwrapped(start: number, to: number, end: number): EdifactSegment {
    const raw = this.#text.slice(start, to);
    const last = raw.charCodeAt(raw.length - 1);
    const plain = raw.replace(/[\r\n]+/g, '');
    // A break just before the terminator, or at the end of a file without one, is not inside data.
    const inside = last === CR || last === LF ? /[\r\n]/.test(raw.replace(/[\r\n]+$/, '')) : true;
    if (inside) this.wrappedSegments += 1;
    return new EdifactSegment(start, end, { text: plain, from: 0, to: plain.length }, this.#dialect);
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
