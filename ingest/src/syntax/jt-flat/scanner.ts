import { parseJtRecord, type JtRecord } from './record.ts';

/**
 * Cuts a flat file of the Ministry of Transport (交通部平台文件) into records.
 *
 *   file   = { record line-break }
 *   record = NN { ":" field } "'"
 *
 * `text` has one character per byte; `:`, `'` and `?` never occur inside a GB 18030 double byte. Where a terminator
 * was lost, a line that begins with a record number starts the next record. Line breaks inside a field are taken out.
 */
export class JtScanner {
  readonly #text: string;
  readonly #decode: (value: string) => string;
  #at: number;
  #nextFeed = -1;
  /** -1: there is none any more. */
  #nextTerminator = 0;
  /** How the last record ended. */
  ending: 'TERMINATOR' | 'LINE' | 'FILE' = 'TERMINATOR';
  /** True when the last record had a line break inside. */
  wrapped = false;

  constructor(text: string, decode: (value: string) => string) {
    this.#text = text;
    this.#decode = decode;
    this.#at = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  }

  /** The next record, or null at the end. */
  next(): JtRecord | null {
    const text = this.#text;
    while (this.#at < text.length && text.charCodeAt(this.#at) <= 0x20) this.#at += 1;
    const start = this.#at;
    if (start >= text.length) return null;
    let to = this.#findTerminator(start);
    let end = to + 1;
    this.ending = 'TERMINATOR';
    if (to < 0) {
      to = text.length;
      end = to;
      this.ending = 'FILE';
    }
    const line = this.#findLineEnd(start, to);
    if (line >= 0) {
      to = line;
      end = line;
      this.ending = 'LINE';
    }
    this.#at = end;
    const raw = text.slice(start, to).trimEnd();
    this.wrapped = /[\r\n]/.test(raw);
    return parseJtRecord(this.wrapped ? raw.replace(/[\r\n]+/g, '') : raw, { start, end }, this.#decode);
  }

  #findTerminator(start: number): number {
    // Kept for the next record: where terminators were lost, many records lie before the next one.
    if (this.#nextTerminator < 0 || this.#nextTerminator > start) return this.#nextTerminator;
    let found = this.#text.indexOf("'", start);
    while (found >= 0 && this.#isReleased(found, start)) found = this.#text.indexOf("'", found + 1);
    this.#nextTerminator = found;
    return found;
  }

  /**
   * `?'` is data, `??'` ends; and `?'` at the end of a line before a new record ends too: there the question mark is
   * what a conversion made of a character.
   */
  #isReleased(at: number, start: number): boolean {
    let run = at - 1;
    while (run >= start && this.#text.charAt(run) === '?') run -= 1;
    if ((at - 1 - run) % 2 === 0) return false;
    return !/^'[ \t]*(?:[\r\n]+\d\d:|[\r\n]*$)/.test(this.#text.slice(at, at + 12));
  }

  /** Where a line ends before `to` and a record begins on the next one; -1 when none does. */
  #findLineEnd(start: number, to: number): number {
    if (this.#nextFeed < start) this.#nextFeed = this.#feedFrom(start);
    let feed = this.#nextFeed;
    while (feed < to) {
      if (/^[\r\n]+\d\d:/.test(this.#text.slice(feed, feed + 8))) return feed;
      feed = this.#feedFrom(feed + 1);
      this.#nextFeed = feed;
    }
    return -1;
  }

  #feedFrom(from: number): number {
    const found = this.#text.indexOf('\n', from);
    return found < 0 ? this.#text.length : found;
  }
}
