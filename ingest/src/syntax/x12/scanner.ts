import { guessSeparators, parseIsa, USUAL_SEPARATORS, type X12Separators } from './separators.ts';
import { X12Segment, type X12Dialect } from './segment.ts';

/**
 * Cuts an interchange file into segments (X12.5, X12.6).
 *
 *   file    = { ISA segment { segment } IEA }
 *   segment = tag { element-separator element } terminator
 *
 * `text` has one character per byte (`latin1`), so that positions are byte offsets; the set in which the sender wrote is
 * applied to single values. Every ISA sets the separators anew; a file that begins with GS or ST is read all the same.
 *
 * Line breaks between segments are noise, whether the terminator is one of them or not. Inside a segment they are damage
 * by a step that wraps lines: they are taken out and counted in `wrappedSegments`. Work is linear in the length of the text.
 */
export class X12Scanner {
  readonly #text: string;
  #at: number;
  #dialect: X12Dialect = { separators: USUAL_SEPARATORS, decode: null };
  #hasSeparators = false;
  #nextFeed = -1;
  #nextReturn = -1;
  /** Begin of the next line that begins an ISA, as far as it was looked for. */
  #nextIsa = -1;
  /** Segments that had line breaks inside, since the last look. */
  wrappedSegments = 0;
  /** True when the last segment ended without a terminator: with the file, or where another interchange begins. */
  unterminated = false;

  constructor(text: string, decode: X12Dialect['decode'] = null) {
    this.#text = text;
    this.#at = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
    this.#dialect = { ...this.#dialect, decode };
  }

  /** The next segment, or null at the end. */
  next(): X12Segment | null {
    const text = this.#text;
    this.#skipNoise();
    const start = this.#at;
    if (start >= text.length) return null;
    const isaEnd = this.#readSeparators(start);
    const end = isaEnd ?? this.#findEnd(start);
    const { terminator } = this.#dialect.separators;
    this.unterminated = isaEnd === null && text.charCodeAt(end - 1) !== terminator;
    const to = this.unterminated ? end : end - 1;
    this.#at = end;
    return this.#segment(start, to, end);
  }

  /** At an ISA, and at the first segment of a file without one: sets the separators. Gives the end of the ISA. */
  #readSeparators(start: number): number | null {
    const found = parseIsa(this.#text, start);
    if (found) this.#use(found.separators);
    else if (!this.#hasSeparators) {
      const guessed = guessSeparators(this.#text, start);
      if (guessed) this.#use(guessed);
    }
    return found && found.end;
  }

  #use(separators: X12Separators): void {
    this.#hasSeparators = true;
    this.#dialect = { ...this.#dialect, separators };
  }

  #skipNoise(): void {
    const text = this.#text;
    const mark = this.#hasSeparators ? this.#dialect.separators.terminator : -1;
    // Control characters count too: 0x1a is the end-of-file mark of old file systems. So do doubled terminators.
    while (
      this.#at < text.length &&
      (text.charCodeAt(this.#at) <= 0x20 || text.charCodeAt(this.#at) === mark)
    )
      this.#at += 1;
  }

  /** The end of the segment, its terminator included. An interchange that begins on a new line ends the one before. */
  #findEnd(start: number): number {
    const mark = String.fromCharCode(this.#dialect.separators.terminator);
    const terminator = this.#text.indexOf(mark, start);
    const end = terminator < 0 ? this.#text.length : terminator + 1;
    const isa = this.#isaAfter(start);
    return isa < end ? isa : end;
  }

  #isaAfter(start: number): number {
    if (this.#nextIsa > start) return this.#nextIsa;
    const line = /[\r\n]\s{0,80}(ISA)(?:[^A-Za-z0-9\s]|\t)/gi;
    line.lastIndex = start;
    const found = line.exec(this.#text);
    this.#nextIsa = found ? found.index + found[0].length - 4 : this.#text.length;
    return this.#nextIsa;
  }

  #segment(start: number, to: number, end: number): X12Segment {
    const text = this.#text;
    if (!this.#hasBreak(start, to))
      return new X12Segment(start, end, { text, from: start, to }, this.#dialect);
    const raw = text.slice(start, to);
    // A break just before the terminator, or at the end of a file without one, is not inside data.
    const inner = raw.replace(/[\r\n]{1,200}$/, '');
    if (/[\r\n]/.test(inner)) this.wrappedSegments += 1;
    const plain = inner.replace(/[\r\n]+/g, '');
    return new X12Segment(start, end, { text: plain, from: 0, to: plain.length }, this.#dialect);
  }

  #hasBreak(start: number, to: number): boolean {
    if (this.#nextFeed < start) this.#nextFeed = indexOrEnd(this.#text, '\n', start);
    if (this.#nextReturn < start) this.#nextReturn = indexOrEnd(this.#text, '\r', start);
    return this.#nextFeed < to || this.#nextReturn < to;
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
