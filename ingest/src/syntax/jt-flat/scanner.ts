import type { Span } from 'graph-schema/domain/tracking-event';
import type { ByteScanner } from '../byte-scanner.ts';
import { HeldBytes } from './held-bytes.ts';

/** A record as it was cut, before its characters are known. */
export interface RawJtRecord extends Span {
  /** One character per byte, without terminator and line breaks. */
  readonly raw: string;
  readonly ending: 'TERMINATOR' | 'LINE' | 'FILE';
  /** True when it had a line break inside. */
  readonly wrapped: boolean;
  /** True when it was longer than any record may be: then `raw` is its number alone. */
  readonly overlong: boolean;
}

/** The longest records, those of goods, have some hundred bytes. */
const LONGEST_RECORD = 65_536;
/** How far is looked beyond a released `'`, and beyond a line break. */
const BEYOND_QUOTE = 12;
const BEYOND_FEED = 8;

const TAB = 0x09;
const FEED = 0x0a;
const RETURN = 0x0d;
const BLANK = 0x20;
const QUOTE = 0x27;
const COLON = 0x3a;
const RELEASE = 0x3f;
/** The byte order mark of UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];

/** True and false are certain; null: the bytes that decide have not come. */
type Verdict = boolean | null;

/**
 * Cuts a flat file of the Ministry of Transport (交通部平台文件) into records, however its bytes come in.
 *
 *   file   = { record line-break }
 *   record = NN { ":" field } "'"
 *
 * `:`, `'` and `?` are below 0x40 and so never part of a GB 18030 or UTF-8 character: cutting needs no character set,
 * and a chunk may end within a character. `?'` is data and `??'` ends, but `?'` at the end of a line before a new record
 * ends too: there the question mark is what a conversion made of a character. Where a terminator was lost, a line that
 * begins with a record number starts the next record. Line breaks inside a record are taken out.
 */
export class JtScanner implements ByteScanner<RawJtRecord> {
  readonly #held = new HeldBytes();
  #at = 0;
  /** Where the record begins; -1 between records. */
  #start = -1;
  /** Of a record that is too long, its number, and from where on it is passed over. */
  #overlong: { readonly number: string; from: number } | null = null;
  /** Question marks right before `#at`. */
  #releases = 0;
  #mayHaveMark = true;
  #ended = false;

  *push(chunk: Uint8Array): Generator<RawJtRecord> {
    this.#held.append(chunk, this.#needed());
    yield* this.#scan();
    this.#held.release(this.#needed());
  }

  *end(): Generator<RawJtRecord> {
    this.#ended = true;
    yield* this.#scan();
  }

  *#scan(): Generator<RawJtRecord> {
    while (this.#begin()) {
      const ending = this.#findEnd();
      if (ending === null) return;
      yield this.#take(ending);
    }
  }

  #needed(): number {
    return this.#overlong?.from ?? (this.#start < 0 ? this.#at : this.#start);
  }

  /** Goes to where a record begins; false when none does in what has come. */
  #begin(): boolean {
    if (this.#mayHaveMark && !this.#passMark()) return false;
    if (this.#start >= 0) return true;
    const held = this.#held;
    while ((held.byteAt(this.#at) ?? QUOTE) <= BLANK) this.#at += 1;
    if (this.#at >= held.end) return false;
    this.#start = this.#at;
    this.#releases = 0;
    return true;
  }

  /** The byte order mark of UTF-8 before the first record; false while its bytes may still come. */
  #passMark(): boolean {
    const { end } = this.#held;
    const isMark = MARK.every((byte, index) => index >= end || this.#held.byteAt(index) === byte);
    if (isMark && end < MARK.length && !this.#ended) return false;
    this.#mayHaveMark = false;
    if (isMark && end >= MARK.length) this.#at = MARK.length;
    return true;
  }

  /** How the record ends, with `#at` where it does; null when that has not come. */
  #findEnd(): RawJtRecord['ending'] | null {
    const held = this.#held;
    for (; this.#at < held.end; this.#at += 1) {
      if (this.#at - this.#start >= LONGEST_RECORD) this.#passOver();
      const byte = held.byteAt(this.#at);
      if (byte === RELEASE) {
        this.#releases += 1;
        continue;
      }
      if (byte === QUOTE) {
        const ends: Verdict = this.#releases % 2 === 0 || this.#endsAllTheSame(this.#at);
        if (ends !== false) return ends && 'TERMINATOR';
      } else if (byte === FEED) {
        const begins = this.#beginsRecord(this.#at, this.#at + BEYOND_FEED);
        if (begins !== false) return begins && 'LINE';
      }
      this.#releases = 0;
    }
    return this.#ended ? 'FILE' : null;
  }

  /** Whether a released `'` stands at the end of a line before a record, or before nothing. */
  #endsAllTheSame(quote: number): Verdict {
    const limit = quote + BEYOND_QUOTE;
    let at = quote + 1;
    while (at < limit && isBlank(this.#held.byteAt(at))) at += 1;
    const line = at;
    while (at < limit && isLineBreak(this.#held.byteAt(at))) at += 1;
    if (at >= limit) return true;
    if (at >= this.#held.end) return this.#ended ? true : null;
    return at === line ? false : this.#beginsRecord(line, limit);
  }

  /** Whether line breaks and then the number of a record stand between two positions. */
  #beginsRecord(from: number, limit: number): Verdict {
    let at = from;
    while (at < limit && isLineBreak(this.#held.byteAt(at))) at += 1;
    for (const isExpected of [isDigit, isDigit, isColon]) {
      if (at >= limit) return false;
      if (at >= this.#held.end) return this.#ended ? false : null;
      if (!isExpected(this.#held.byteAt(at))) return false;
      at += 1;
    }
    return true;
  }

  #take(ending: RawJtRecord['ending']): RawJtRecord {
    const start = this.#start;
    const raw = trimBlanks(this.#overlong?.number ?? this.#held.text(start, this.#at));
    if (ending === 'TERMINATOR') this.#at += 1;
    const wrapped = /[\r\n]/.test(raw);
    const overlong = this.#overlong !== null;
    this.#start = -1;
    this.#overlong = null;
    return {
      raw: wrapped ? raw.replace(/[\r\n]+/g, '') : raw,
      start,
      end: this.#at,
      ending,
      wrapped,
      overlong,
    };
  }

  /** What came of a record that is too long is let go. */
  #passOver(): void {
    this.#overlong ??= { number: this.#held.text(this.#start, this.#start + 2), from: 0 };
    this.#overlong.from = this.#at;
  }
}

/** Blanks of the wire at both ends, and no others: 0xA0, which JavaScript takes for one, is the second half of 锠 in GB 18030. */
export function trimBlanks(bytes: string): string {
  let from = 0;
  let to = bytes.length;
  while (from < to && bytes.charCodeAt(from) <= BLANK) from += 1;
  while (to > from && bytes.charCodeAt(to - 1) <= BLANK) to -= 1;
  return bytes.slice(from, to);
}

function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === TAB;
}

function isLineBreak(byte: number | undefined): boolean {
  return byte === FEED || byte === RETURN;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isColon(byte: number | undefined): boolean {
  return byte === COLON;
}
