import type { Span } from 'graph-schema/domain/tracking-event';
import type { ByteScanner } from '../byte-scanner.ts';
import { latin1 } from '../charset.ts';
import { HeldPieces } from '../held-pieces.ts';
import { LineStartIsa } from './line-start.ts';
import { X12Segment, type X12Dialect } from './segment.ts';
import {
  guessSeparators,
  parseIsa,
  SEPARATOR_WINDOW,
  USUAL_SEPARATORS,
  type X12Separators,
} from './separators.ts';

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';
/** `ISA` and the character after it. */
const HEADER_TAG = 4;
/** The letters of an ISA that has begun in an earlier chunk. */
const TAIL = 3;
/** Of a segment that goes on, so much is kept; none of the sets that cargo is told in has one of a tenth of this. */
const LONGEST_SEGMENT = 65_536;

/**
 * Cuts an interchange file into segments (X12.5, X12.6), chunk by chunk.
 *
 *   file    = { ISA segment { segment } IEA }
 *   segment = tag { element-separator element } terminator
 *
 * Inside there is one character per byte (`latin1`), so that positions are byte offsets; the set in which the sender wrote
 * is applied to single values. Every ISA sets the separators anew; a file that begins with GS or ST is read all the same.
 *
 * Line breaks between segments are noise, whether the terminator is one of them or not. Inside a segment they are damage
 * by a step that wraps lines: they are taken out and counted in `wrappedSegments`.
 *
 * A segment inside a chunk is a view of it; of one that spans chunks the pieces are kept and joined once. Only an ISA, and
 * the first segment where there is none, waits for the window in which its separators must stand.
 */
export class X12Scanner implements ByteScanner<X12Segment> {
  #dialect: X12Dialect;
  #hasSeparators = false;
  /** What earlier chunks held of the segment that has begun, or of what may become one. */
  readonly #held = new HeldPieces(LONGEST_SEGMENT);
  /** 0: what is held is a segment that goes on. Else so many characters are needed to say how it begins. */
  #needed = HEADER_TAG;
  /** The last characters that came: perhaps an ISA that has begun. */
  #tail = '';
  /** Bytes of all earlier chunks. */
  #before = 0;
  readonly #lineStart = new LineStartIsa();
  /** In the text at hand, the next line break of each kind, as far as it was looked for. */
  #nextFeed = -1;
  #nextReturn = -1;

  /** Segments that had line breaks inside, since the last look. */
  wrappedSegments = 0;
  /** True when the last segment ended without a terminator: with the file, or where another interchange begins. */
  unterminated = false;
  /** The last segment was longer than any can be: only its beginning is there. */
  overlong = false;

  constructor(decode: X12Dialect['decode'] = null) {
    this.#dialect = { separators: USUAL_SEPARATORS, decode };
  }

  push(chunk: Uint8Array): Iterable<X12Segment> {
    return this.#cut(latin1(chunk), false);
  }

  end(): Iterable<X12Segment> {
    return this.#cut('', true);
  }

  *#cut(fresh: string, isLast: boolean): Generator<X12Segment> {
    const held = this.#held.length;
    const isInside = held > 0 && this.#needed === 0;
    let base = this.#before;
    let text = fresh;
    let at = 0;
    this.#before += fresh.length;
    const tail = this.#tail;
    this.#tail = (tail + fresh.slice(-TAIL)).slice(-TAIL);
    if (isInside) {
      const end = this.#endOf(fresh, base, 0, base - held, isLast);
      if (end === null) return this.#held.add(fresh);
      this.#held.add(fresh.slice(0, Math.max(0, end)));
      const isTerminated = fresh.charCodeAt(end - 1) === this.#dialect.separators.terminator;
      yield this.#joined(base - held, held + end, isTerminated);
      // An ISA that began in an earlier chunk is still in the tail.
      if (end < 0) [text, base] = [tail.slice(end) + fresh, base + end];
      else at = end;
    } else {
      if (held > 0 && held + fresh.length < this.#needed && !isLast) return this.#held.add(fresh);
      text = this.#held.take() + fresh;
      base -= held;
    }
    this.#nextFeed = -1;
    this.#nextReturn = -1;
    for (at = this.#afterNoise(text, at, base); at < text.length; at = this.#afterNoise(text, at, base)) {
      const needed = isLast ? 0 : this.#neededAt(text, at);
      // Twice as much, so that where one header follows the other, what is held is not joined for each.
      if (text.length - at < needed) return this.#hold(text, at, 2 * needed);
      const header = this.#readSeparators(text, at);
      const end = header ?? this.#endOf(text, base, at, base + at, isLast);
      if (end === null) return this.#hold(text, at, 0);
      yield this.#view(text, base, at, end, header !== null);
      at = end;
    }
  }

  #hold(text: string, at: number, needed: number): void {
    this.#held.add(text.slice(at));
    this.#needed = needed;
  }

  /** How many characters must be there before it is known how the segment at `at` begins. */
  #neededAt(text: string, at: number): number {
    const head = text.slice(at, at + HEADER_TAG - 1).toUpperCase();
    if (head === 'ISA' || !this.#hasSeparators) return SEPARATOR_WINDOW;
    return 'ISA'.startsWith(head) ? HEADER_TAG : 0;
  }

  /** At an ISA, and at the first segment of a file without one: sets the separators. Gives the end of the ISA. */
  #readSeparators(text: string, start: number): number | null {
    const found = parseIsa(text, start);
    if (found) this.#use(found.separators);
    else if (!this.#hasSeparators) {
      const guessed = guessSeparators(text, start);
      if (guessed) this.#use(guessed);
    }
    return found && found.end;
  }

  #use(separators: X12Separators): void {
    this.#hasSeparators = true;
    this.#dialect = { ...this.#dialect, separators };
  }

  /** Blanks, control characters (0x1a is the end-of-file mark of old file systems) and doubled terminators. */
  #afterNoise(text: string, from: number, base: number): number {
    const mark = this.#hasSeparators ? this.#dialect.separators.terminator : -1;
    let at = from;
    if (base + at === 0 && text.startsWith(BYTE_ORDER_MARK)) at = BYTE_ORDER_MARK.length;
    while (at < text.length && (text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === mark)) at += 1;
    return at;
  }

  /**
   * The end of the segment that goes on at `at` and began at the offset `start`, its terminator included; negative where it
   * ended in an earlier chunk, null when it has not ended. An interchange that begins on a new line ends the one before.
   */
  #endOf(text: string, base: number, at: number, start: number, isLast: boolean): number | null {
    const { terminator } = this.#dialect.separators;
    const isa = this.#lineStart.after(start, text, base);
    if (isa !== null) {
      const end = isa - base;
      for (let i = at; i < end; i += 1) if (text.charCodeAt(i) === terminator) return i + 1;
      return end;
    }
    const found = text.indexOf(String.fromCharCode(terminator), at);
    if (found >= 0) return found + 1;
    return isLast ? text.length : null;
  }

  /** A segment whose pieces came in several chunks. */
  #joined(start: number, length: number, isTerminated: boolean): X12Segment {
    const text = this.#held.take();
    this.#nextFeed = -1;
    this.#nextReturn = -1;
    const to = isTerminated ? length - 1 : length;
    this.unterminated = !isTerminated;
    return this.#segment(text, { start, end: start + length }, 0, to);
  }

  /** A segment that stands in the text as a whole. */
  #view(text: string, base: number, at: number, end: number, isHeader: boolean): X12Segment {
    const { terminator } = this.#dialect.separators;
    this.unterminated = !isHeader && text.charCodeAt(end - 1) !== terminator;
    const to = this.unterminated ? end : end - 1;
    return this.#segment(text, { start: base + at, end: base + end }, at, to);
  }

  #segment(text: string, { start, end }: Span, from: number, whole: number): X12Segment {
    this.overlong = whole - from > LONGEST_SEGMENT;
    const to = this.overlong ? from + LONGEST_SEGMENT : whole;
    if (!this.#hasBreak(text, from, to)) return new X12Segment(start, end, { text, from, to }, this.#dialect);
    const raw = text.slice(from, to);
    // A break just before the terminator, or at the end of a file without one, is not inside data.
    const inner = raw.replace(/[\r\n]{1,200}$/, '');
    if (/[\r\n]/.test(inner)) this.wrappedSegments += 1;
    const plain = inner.replace(/[\r\n]+/g, '');
    return new X12Segment(start, end, { text: plain, from: 0, to: plain.length }, this.#dialect);
  }

  #hasBreak(text: string, from: number, to: number): boolean {
    if (this.#nextFeed < from) this.#nextFeed = indexOrEnd(text, '\n', from);
    if (this.#nextReturn < from) this.#nextReturn = indexOrEnd(text, '\r', from);
    return this.#nextFeed < to || this.#nextReturn < to;
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
