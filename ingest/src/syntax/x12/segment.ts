import type { Span } from 'graph-schema/domain/tracking-event';
import type { X12Separators } from './separators.ts';

/** How the characters of a segment are read: its service characters, and how its bytes become text. */
export interface X12Dialect {
  readonly separators: X12Separators;
  /** Turns a value with one character per byte into text; null when the file is plain ASCII. */
  readonly decode: ((value: string) => string) | null;
}

/** Where a segment stands in the text that holds it, `[from, to)` without terminator; one character per byte. */
interface SegmentText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * One segment. Nothing is split or kept until it is asked for: an element is found by walking char codes from the tag.
 *
 *   TAG * element * component > component * element ~
 */
export class X12Segment implements Span {
  /** In upper case, which not every sender writes. */
  readonly tag: string;
  /** Byte offsets in the message, the terminator included. */
  readonly start: number;
  readonly end: number;
  readonly #in: SegmentText;
  readonly #dialect: X12Dialect;
  /** The separator after the tag, `#in.to` when nothing follows it. */
  readonly #body: number;

  constructor(start: number, end: number, where: SegmentText, dialect: X12Dialect) {
    this.start = start;
    this.end = end;
    this.#in = where;
    this.#dialect = dialect;
    this.#body = this.#next(where.from);
    this.tag = where.text.slice(where.from, this.#body).trim().toUpperCase();
  }

  /** The same as `tag === … && read(1) === qualifier`, whatever the case. */
  is(tag: string, qualifier: string): boolean {
    return this.tag === tag && this.read(1)?.toUpperCase() === qualifier;
  }

  /** Element `number` as X12 counts them (1 is the first after the tag), outer blanks removed; null when absent or blank. */
  read(number: number): string | null {
    let at = this.#body;
    for (let left = number; left > 1 && at < this.#in.to; left -= 1) at = this.#next(at + 1);
    if (at >= this.#in.to) return null;
    const raw = this.#in.text.slice(at + 1, this.#next(at + 1)).trim();
    if (raw === '') return null;
    const { decode } = this.#dialect;
    return (decode ? decode(raw) : raw).trim() || null;
  }

  /** As `read` in upper case: for codes. */
  code(number: number): string | null {
    return this.read(number)?.toUpperCase() ?? null;
  }

  /** The element separator at or after `at`, or the end. */
  #next(at: number): number {
    const { text, to } = this.#in;
    const { element } = this.#dialect.separators;
    let i = at;
    while (i < to && text.charCodeAt(i) !== element) i += 1;
    return i;
  }

  /** The segment as it was sent, for findings: without terminator and line breaks, at most 80 characters. */
  get excerpt(): string {
    const { text, from, to } = this.#in;
    const written = text.slice(from, Math.min(to, from + 80));
    return this.#dialect.decode?.(written) ?? written;
  }
}
