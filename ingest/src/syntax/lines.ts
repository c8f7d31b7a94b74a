import type { ByteScanner } from './byte-scanner.ts';
import { latin1 } from './charset.ts';
import { HeldPieces } from './held-pieces.ts';

/** A line that is not empty. */
export interface TextLine {
  /** One character per byte, without the line end; of a line that is longer than the limit the beginning only. */
  readonly text: string;
  /** From 1; empty lines count. */
  readonly number: number;
  /** Bytes `[start, end)`, without the line end. */
  readonly start: number;
  readonly end: number;
  /** False where the bytes end and not the line. */
  readonly isEnded: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

/** Cuts text into lines, chunk by chunk: they end with LF, CR LF or CR. Of one line `longest` characters are kept. */
export class LineScanner implements ByteScanner<TextLine> {
  readonly #longest: number;
  readonly #held: HeldPieces;
  /** CR that ended the last line: with a LF behind them they are one line end. */
  #returns = 0;
  #number = 1;
  /** Bytes of all earlier chunks. */
  #before = 0;

  constructor(longest: number) {
    this.#longest = longest;
    this.#held = new HeldPieces(longest);
  }

  *push(chunk: Uint8Array): Generator<TextLine> {
    const text = latin1(chunk);
    const base = this.#before;
    this.#before += text.length;
    let feed = -1;
    let carriage = -1;
    for (let at = 0; at < text.length;) {
      if (this.#returns > 0 && this.#isPartOfEnd(text.charCodeAt(at))) {
        at += 1;
        continue;
      }
      if (feed < at) feed = indexOrEnd(text, '\n', at);
      if (carriage < at) carriage = indexOrEnd(text, '\r', at);
      const end = Math.min(feed, carriage);
      if (end === text.length) {
        this.#held.add(text.slice(at));
        return;
      }
      const line = this.#line(text, at, end, base);
      if (line) yield line;
      if (end === feed) this.#number += 1;
      else this.#returns = 1;
      at = end + 1;
    }
  }

  *end(): Generator<TextLine> {
    const start = this.#before - this.#held.length;
    const text = this.#held.take();
    const line = this.#made(text, start, this.#before, false);
    if (line) yield line;
  }

  /** Whether a character behind a CR still belongs to the end of the line; sets the number of the line that begins. */
  #isPartOfEnd(code: number): boolean {
    if (code === CR) {
      this.#returns += 1;
      return true;
    }
    this.#number += code === LF ? 1 : this.#returns;
    this.#returns = 0;
    return code === LF;
  }

  #line(text: string, at: number, end: number, base: number): TextLine | null {
    const held = this.#held.length;
    let own = text.slice(at, Math.min(end, at + this.#longest));
    if (held > 0) {
      this.#held.add(own);
      own = this.#held.take();
    }
    return this.#made(own, base + at - held, base + end, true);
  }

  #made(text: string, start: number, end: number, isEnded: boolean): TextLine | null {
    if (text === '') return null;
    if (start > 0 || !text.startsWith(BYTE_ORDER_MARK))
      return { text, number: this.#number, start, end, isEnded };
    const mark = BYTE_ORDER_MARK.length;
    if (end === mark) return null;
    return { text: text.slice(mark), number: this.#number, start: mark, end, isEnded };
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
