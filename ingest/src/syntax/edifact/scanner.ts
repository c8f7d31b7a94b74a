import type { ByteScanner } from '../byte-scanner.ts';
import { latin1 } from '../charset.ts';
import { HeldText, isReleased } from './held-text.ts';
import { EdifactSegment, type Dialect, type SegmentText } from './segment.ts';
import { DEFAULT_SEPARATORS, parseShortUna, parseUna, UNA_LENGTH, type Separators } from './separators.ts';

const CR = 0x0d;
const LF = 0x0a;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';
const TAG_LENGTH = 3;
/** A header has ended by then, or its line end is none of ours. */
const LONGEST_HEADER = 400;
/** More of one segment is not kept. What directories allow ends below 3,000 characters (FTX with all it may hold). */
export const LONGEST_SEGMENT = 65_536;

/**
 * Cuts interchanges into segments (ISO 9735-1), chunk by chunk.
 *
 *   file        = { [UNA] UNB { segment } [UNZ] }
 *   segment     = tag { element-separator element } terminator
 *
 * Inside there is one character per byte (`latin1`), so that positions are byte offsets; the set in which the sender
 * wrote is applied to single values. Separators below 0x40 never occur inside a GB 18030 double byte or a UTF-8
 * sequence, so cutting before decoding is safe, wherever a chunk ends.
 *
 * Service characters are those of UNA and last until UNZ; the version in UNB says whether elements repeat.
 * Line breaks between segments are noise, unless the header shows that nothing else ends a segment. Inside a segment
 * they are damage by a mail or FTP step that wraps lines: they are taken out and counted in `wrappedSegments`.
 *
 * A segment inside one chunk is a view of it. Of one that goes on in the next chunk the pieces are kept and joined when
 * it ends; only its first characters are looked at again, as long as they may be a UNA, a UNB or a cut tag.
 */
export class EdifactScanner implements ByteScanner<EdifactSegment> {
  #dialect: Dialect = { separators: DEFAULT_SEPARATORS, decode: null };
  #terminator = String.fromCharCode(DEFAULT_SEPARATORS.terminator);

  /** What is cut now: what was kept of the segment that had begun, and the chunk. */
  #text = '';
  /** Offset in the stream of the first character of `#text`. */
  #base = 0;
  #at = 0;
  /** No terminator of the segment at `#at` stands before this. */
  #searched = 0;
  /** Characters of the segment at the beginning of `#text` that were not kept. */
  #left = 0;
  #nextFeed = -1;
  #nextReturn = -1;

  readonly #held = new HeldText(LONGEST_SEGMENT);
  /** What is held: the beginning of a segment, of a UNB whose line may end it, or too little to say. */
  #holding: 'SEGMENT' | 'HEADER' | 'LITTLE' = 'LITTLE';
  /** Bytes of all chunks so far. */
  #pushed = 0;
  /** No segment was given yet. */
  #isFirst = true;

  /** Segments that had line breaks inside, since the last look. */
  wrappedSegments = 0;
  /** True when the last segment ended with the file and not with its terminator. */
  unterminated = false;
  /** Segments end with their lines, since the last look. */
  endedByLine = false;
  /** Only the beginning of the last segment was kept. */
  overlong = false;
  /** A UNA whose characters cannot be separators, with what follows it. */
  badUna: string | null = null;

  /** From the next segment on, values are decoded so. */
  set decode(decode: Dialect['decode']) {
    this.#dialect = { ...this.#dialect, decode };
  }

  push(chunk: Uint8Array): Iterable<EdifactSegment> {
    return this.#cut(latin1(chunk), false);
  }

  end(): Iterable<EdifactSegment> {
    return this.#cut('', true);
  }

  *#cut(fresh: string, isLast: boolean): Generator<EdifactSegment> {
    this.#pushed += fresh.length;
    if (!isLast && this.#goesOn(fresh)) {
      this.#held.add(fresh, this.#dialect.separators.release);
      return;
    }
    this.#takeUp(fresh);
    for (let segment = this.#next(isLast); segment; segment = this.#next(isLast)) yield segment;
    this.#text = '';
  }

  /** Whether the segment that is held does not end in this chunk. */
  #goesOn(fresh: string): boolean {
    const held = this.#held;
    if (this.#holding === 'LITTLE') return false;
    if (this.#holding === 'HEADER' && held.length + fresh.length >= LONGEST_HEADER) return false;
    return this.#findTerminator(fresh, 0, 0, held.isReleasing) < 0;
  }

  #takeUp(fresh: string): void {
    const { length } = this.#held;
    const kept = this.#held.take();
    this.#text = kept + fresh;
    this.#base = this.#pushed - this.#text.length;
    this.#at = 0;
    this.#searched = this.#holding === 'LITTLE' ? 0 : kept.length;
    this.#left = length - kept.length;
    this.#nextFeed = -1;
    this.#nextReturn = -1;
    this.#holding = 'LITTLE';
  }

  /** The next segment; null when it needs more bytes, which are held, or when there is none. */
  #next(isLast: boolean): EdifactSegment | null {
    const text = this.#text;
    this.#skipLead(isLast);
    const start = this.#at;
    if (start >= text.length) return null;
    if (!isLast && text.length - start < leadLength(text, start)) return this.#hold('LITTLE');
    let found = this.#findTerminator(text, start, Math.max(start, this.#searched), false);
    if (this.#mayEndWithLine(start)) {
      if (found < 0 && !isLast && text.length - start < LONGEST_HEADER) return this.#hold('HEADER');
      if (endsWithLine(text, start, found)) {
        this.endedByLine = true;
        this.#use({ ...this.#dialect.separators, terminator: LF });
        this.#searched = start;
        found = this.#findTerminator(text, start, start, false);
      }
    }
    if (found < 0 && !isLast) return this.#hold('SEGMENT');
    return this.#segment(start, found);
  }

  /** A header shows when segments end with their lines: of an interchange, or of the first message where there is none. */
  #mayEndWithLine(start: number): boolean {
    if (this.#dialect.separators.terminator === LF) return false;
    return this.#text.startsWith('UNB', start) || (this.#isFirst && this.#text.startsWith('UNH', start));
  }

  /** Noise, the byte order mark, and UNA. */
  #skipLead(isLast: boolean): void {
    const text = this.#text;
    for (;;) {
      // Control characters count too: 0x1a is the end-of-file mark of old file systems.
      while (this.#at < text.length && text.charCodeAt(this.#at) <= 0x20) this.#at += 1;
      if (this.#base + this.#at === 0 && text.startsWith(BYTE_ORDER_MARK)) this.#at = BYTE_ORDER_MARK.length;
      else if (text.startsWith('UNA', this.#at) && (isLast || text.length - this.#at >= UNA_LENGTH))
        this.#readUna();
      else return;
    }
  }

  #readUna(): void {
    const text = this.#text;
    const short = parseShortUna(text, this.#at);
    const separators = short?.separators ?? parseUna(text, this.#at);
    const end = Math.min(this.#at + (short?.length ?? UNA_LENGTH), text.length);
    if (separators) this.#use(separators);
    if (short || !separators) this.badUna = text.slice(this.#at, end);
    this.#at = end;
  }

  #hold(holding: 'SEGMENT' | 'HEADER' | 'LITTLE'): null {
    const piece = this.#at === 0 ? this.#text : this.#text.slice(this.#at);
    this.#held.add(piece, this.#dialect.separators.release);
    this.#holding = holding;
    this.#at = this.#text.length;
    return null;
  }

  #use(separators: Separators): void {
    this.#dialect = { ...this.#dialect, separators };
    this.#terminator = String.fromCharCode(separators.terminator);
  }

  /** Of the segment that begins at `start`, searched from `from`; `isReleasing` says what stands before `start`. */
  #findTerminator(text: string, start: number, from: number, isReleasing: boolean): number {
    const { release } = this.#dialect.separators;
    const mark = this.#terminator;
    let found = text.indexOf(mark, from);
    while (found >= 0 && isReleased(text, found, start, release, isReleasing))
      found = text.indexOf(mark, found + 1);
    return found;
  }

  #segment(start: number, found: number): EdifactSegment {
    const text = this.#text;
    const isFirst = start === 0;
    const to = found < 0 ? text.length : found;
    const end = found < 0 ? text.length : found + 1;
    const length = to - start + (isFirst ? this.#left : 0);
    this.#at = end;
    this.#isFirst = false;
    this.unterminated = found < 0;
    this.overlong = length > LONGEST_SEGMENT;
    const kept = this.overlong ? start + LONGEST_SEGMENT : to;
    const segment = new EdifactSegment(
      this.#base + start - (isFirst ? this.#left : 0),
      this.#base + end,
      this.#hasBreak(start, kept) ? this.#unwrapped(start, kept) : { text, from: start, to: kept },
      this.#dialect,
    );
    if (segment.tag === 'UNB') this.#repeat(Number(segment.read(0, 1)) >= 4);
    // Service characters last for one interchange.
    else if (segment.tag === 'UNZ') this.#use(DEFAULT_SEPARATORS);
    return segment;
  }

  /** Syntax version 4 repeats elements; without a UNA its separator is `*`. Below it the fifth character of UNA means nothing. */
  #repeat(doesRepeat: boolean): void {
    const { separators } = this.#dialect;
    this.#use({ ...separators, repetition: doesRepeat ? separators.repetition || 0x2a : 0 });
  }

  #hasBreak(start: number, to: number): boolean {
    if (this.#nextFeed < start) this.#nextFeed = indexOrEnd(this.#text, '\n', start);
    if (this.#nextReturn < start) this.#nextReturn = indexOrEnd(this.#text, '\r', start);
    return this.#nextFeed < to || this.#nextReturn < to;
  }

  #unwrapped(start: number, to: number): SegmentText {
    const raw = this.#text.slice(start, to);
    // A break just before the terminator, or at the end of a file without one, is not inside data.
    let last = raw.length;
    while (last > 0 && isBreak(raw.charCodeAt(last - 1))) last -= 1;
    if (/[\r\n]/.test(raw.slice(0, last))) this.wrappedSegments += 1;
    const plain = raw.replace(/[\r\n]+/g, '');
    return { text: plain, from: 0, to: plain.length };
  }
}

function isBreak(char: number): boolean {
  return char === CR || char === LF;
}

/** So many characters tell what begins here. */
function leadLength(text: string, at: number): number {
  return text.startsWith('UNA', at) ? UNA_LENGTH : TAG_LENGTH;
}

/**
 * Whether a conversion took the terminators for line ends and left the lines: none stands in the line of the header, whose
 * terminator was found at `found`, and the next line begins a message, or the first segment of the message.
 */
function endsWithLine(text: string, start: number, found: number): boolean {
  const longest = start + LONGEST_HEADER;
  const head = text.slice(start, found < 0 ? longest : Math.min(found + 1, longest));
  const [, next = ''] = head.split(/[\r\n]+\s*/, 2);
  return text.startsWith('UNH', start) ? /^[A-Z]{3}\+/.test(next) : /^UN[GH][^A-Z]/.test(next);
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
