import { newSentence, readSentence } from '../nmea.ts';

/** Longer lines are no sentences: 61162-1 allows 82 characters, tag blocks and habits some hundreds. */
const LONGEST_LINE = 4096;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Goes from sentence to sentence, over bytes that come in chunks. Lines end with LF, CR LF or CR; a line that spans chunks
 * is put together in a buffer of its own, every other is read where it stands. Hot path: one object, no strings.
 */
export class SentenceCursor {
  /** The one that `next` came to. Its offsets are within `bytes`. */
  readonly sentence = newSentence();
  bytes: Uint8Array = new Uint8Array();
  /** What to add to an offset within `bytes`, so that it counts from the first byte of all. */
  base = 0;
  /** Number of the line, from 1. */
  line = 1;
  /** The line is too long for a sentence: `sentence` has its place only. */
  isTooLong = false;
  /** The bytes end with the sentence, and not its line. */
  isCut = false;
  /** Offset behind the last line that has ended, of all bytes. */
  linesEnd = 0;

  #chunk: Uint8Array = new Uint8Array();
  #chunkBase = 0;
  #at = 0;
  #feed = -1;
  #carriage = -1;
  /** CR that ended the last line: with a LF behind them they are one line end. */
  #returns = 0;
  /** Lines that ended and are not counted yet. */
  #ends = 0;
  /** The rest of the line that is being read. */
  #from = 0;
  #to = 0;
  /** Beginning of a line that goes on in the next chunk, and its length up to the last character that is no blank. */
  #held: Uint8Array | null = null;
  #heldStart = 0;
  #heldLength = 0;
  #isFinished = false;

  /** Another chunk; the one before has been read to its end. */
  feed(chunk: Uint8Array): void {
    this.#chunkBase += this.#chunk.length;
    this.#chunk = chunk;
    this.#at = 0;
    this.#feed = -1;
    this.#carriage = -1;
  }

  /** No more bytes come. */
  finish(): void {
    this.feed(new Uint8Array());
    this.#isFinished = true;
  }

  /** Goes to the next sentence, or to a line without one; false when the chunk has no more. */
  next(): boolean {
    while (this.#from >= this.#to) if (!this.#nextLine()) return false;
    if (this.isTooLong) {
      this.sentence.kind = 'NONE';
      this.sentence.start = this.#from;
      this.sentence.end = this.#to;
    } else readSentence(this.bytes, this.#from, this.#to, this.sentence);
    this.#from = this.sentence.end;
    this.isCut = this.#isFinished && this.#from >= this.#to;
    return true;
  }

  /** Sets the line that is to be read; it may be blank. False at the end of the chunk. */
  #nextLine(): boolean {
    const chunk = this.#chunk;
    if (this.#isFinished) return this.#lastLine();
    while (this.#returns > 0 && this.#at < chunk.length) this.#takeAfterReturn(chunk[this.#at]);
    const start = this.#at;
    if (start >= chunk.length) return false;
    if (this.#feed < start) this.#feed = indexOrEnd(chunk, LF, start);
    if (this.#carriage < start) this.#carriage = indexOrEnd(chunk, CR, start);
    const end = Math.min(this.#feed, this.#carriage);
    if (end === chunk.length) {
      this.#hold(start, end);
      this.#at = end;
      return false;
    }
    this.line += this.#ends;
    this.#ends = 0;
    if (this.#held) {
      this.#hold(start, end);
      this.#readHeld();
    } else {
      this.bytes = chunk;
      this.base = this.#chunkBase;
      this.#trim(start, end);
    }
    if (end === this.#carriage) this.#returns = 1;
    else this.#ends = 1;
    this.#at = end + 1;
    this.linesEnd = this.#chunkBase + end + 1;
    return true;
  }

  /** What follows a CR: more of the same line end, or the next line. */
  #takeAfterReturn(byte: number | undefined): void {
    if (byte === CR) this.#returns += 1;
    else {
      this.#ends += byte === LF ? 1 : this.#returns;
      this.#returns = 0;
      if (byte !== LF) return;
    }
    this.#at += 1;
    this.linesEnd += 1;
  }

  #lastLine(): boolean {
    if (!this.#held) return false;
    this.line += this.#ends;
    this.#ends = 0;
    this.#readHeld();
    return true;
  }

  #trim(start: number, end: number): void {
    const { bytes } = this;
    let from = start;
    let to = end;
    const isMarked = this.base + from === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    if (isMarked) from += 3;
    while (to > from && isBlank(bytes[to - 1])) to -= 1;
    // Blanks behind a byte order mark count as the line's own: a held line has no room to look beyond them.
    while (!isMarked && from < to && isBlank(bytes[from])) from += 1;
    this.#from = from;
    this.#to = to;
    this.isTooLong = to - from > LONGEST_LINE;
  }

  #hold(start: number, end: number): void {
    const chunk = this.#chunk;
    let from = start;
    if (!this.#held) {
      while (from < end && isBlank(chunk[from])) from += 1;
      if (from === end) return;
      this.#held = new Uint8Array(LONGEST_LINE + 3);
      this.#heldStart = this.#chunkBase + from;
      this.#heldLength = 0;
    }
    const at = this.#chunkBase + from - this.#heldStart;
    const room = this.#held.length - at;
    if (room > 0) this.#held.set(chunk.subarray(from, Math.min(end, from + room)), at);
    let last = end;
    while (last > from && isBlank(chunk[last - 1])) last -= 1;
    if (last > from) this.#heldLength = this.#chunkBase + last - this.#heldStart;
  }

  #readHeld(): void {
    this.bytes = this.#held ?? new Uint8Array();
    this.base = this.#heldStart;
    this.#trim(0, this.#heldLength);
    this.#held = null;
  }
}

function indexOrEnd(bytes: Uint8Array, byte: number, from: number): number {
  const found = bytes.indexOf(byte, from);
  return found < 0 ? bytes.length : found;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0;
}
