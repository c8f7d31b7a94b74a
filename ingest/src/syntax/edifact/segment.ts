import type { Span } from 'graph-schema/domain/tracking-event';
import type { Separators } from './separators.ts';

/** How the characters of a segment are read: its service characters, and how its bytes become text. */
export interface Dialect {
  readonly separators: Separators;
  /** Turns a value with one character per byte into text; null when the interchange is plain ASCII. */
  readonly decode: ((value: string) => string) | null;
}

/** Where a segment stands in the text that holds it, `[from, to)` without terminator. */
export interface SegmentText {
  /** One character per byte. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * One segment. Nothing is split or kept until it is asked for: a value is found by walking char codes from the tag, so
 * reading three components of a segment makes three short strings and nothing else.
 *
 *   TAG + element + component : component + first * repeated '
 */
export class EdifactSegment implements Span {
  readonly tag: string;
  /** Byte offsets in the message, the terminator included. */
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  readonly #to: number;
  readonly #separators: Separators;
  readonly #decode: Dialect['decode'];
  /** The separator after the tag, `#to` when nothing follows it. */
  readonly #body: number;

  constructor(start: number, end: number, { text, from, to }: SegmentText, { separators, decode }: Dialect) {
    this.start = start;
    this.end = end;
    this.#text = text;
    this.#to = to;
    this.#separators = separators;
    this.#decode = decode;
    const { element, component } = separators;
    let at = from;
    while (at < to) {
      const char = text.charCodeAt(at);
      if (char === element || char === component) break;
      at += 1;
    }
    this.tag = text.slice(from, at);
    this.#body = at;
  }

  /** The same as `tag === … && read(0) === qualifier`, mostly without making a string. */
  is(tag: string, qualifier: string): boolean {
    if (this.tag !== tag) return false;
    const text = this.#text;
    const { element } = this.#separators;
    const from = this.#body + 1;
    if (from < this.#to && text.charCodeAt(this.#body) === element) {
      const after = from + qualifier.length;
      if (text.startsWith(qualifier, from) && (after >= this.#to || this.#endsValue(after)))
        return after <= this.#to;
      const first = text.charCodeAt(from);
      if (isLetterOrDigit(first) && first !== qualifier.charCodeAt(0)) return false;
    }
    return this.read(0) === qualifier;
  }

  /**
   * The value at data element `element` (0 = first after the tag), component `component`, of the repetition
   * `repetition`; released characters restored, outer blanks removed. Null when absent or blank.
   */
  read(element: number, component = 0, repetition = 0): string | null {
    const separators = this.#separators;
    let from = this.#element(element);
    if (from >= 0 && repetition > 0) from = this.#skip(from, separators.repetition, repetition);
    if (from >= 0 && component > 0) from = this.#skip(from, separators.component, component);
    return from < 0 ? null : this.#value(from);
  }

  /** Where an element begins, or -1 when there are fewer. */
  #element(index: number): number {
    const { element, release } = this.#separators;
    const text = this.#text;
    let left = index;
    for (let at = this.#body; at < this.#to; at += 1) {
      const char = text.charCodeAt(at);
      if (char === release && release !== 0) at += 1;
      else if (char === element) {
        if (left === 0) return at + 1;
        left -= 1;
      }
    }
    return -1;
  }

  /** Position after the `count`-th separator from `start`, or -1 when the element or repetition has fewer. */
  #skip(start: number, separator: number, count: number): number {
    const { element, release, repetition } = this.#separators;
    if (separator === 0) return -1;
    let left = count;
    for (let at = start; at < this.#to; at += 1) {
      const char = this.#text.charCodeAt(at);
      if (char === release && release !== 0) at += 1;
      else if (char === element) return -1;
      else if (char === separator) {
        left -= 1;
        if (left === 0) return at + 1;
      } else if (char === repetition && repetition !== 0) return -1;
    }
    return -1;
  }

  #value(from: number): string | null {
    const text = this.#text;
    const { component, element, release, repetition } = this.#separators;
    let to = from;
    let released = false;
    for (; to < this.#to; to += 1) {
      const char = text.charCodeAt(to);
      if (char === component || char === element) break;
      if (char === release && release !== 0) {
        released = true;
        to += 1;
      } else if (char === repetition && repetition !== 0) break;
    }
    const raw = blanksOff(text, from, Math.min(to, this.#to));
    if (raw === '') return null;
    const decode = this.#decode;
    if (!released && !decode) return raw;
    const plain = released ? unrelease(raw, release) : raw;
    return (decode ? decode(plain) : plain).trim() || null;
  }

  #endsValue(at: number): boolean {
    const { component, element, repetition } = this.#separators;
    const char = this.#text.charCodeAt(at);
    return char === component || char === element || (char === repetition && repetition !== 0);
  }

  /** The segment as it was sent, for findings: without terminator and line breaks, at most 80 characters. */
  get excerpt(): string {
    const from = this.#body - this.tag.length;
    const written = this.#text.slice(from, Math.min(this.#to, from + 80));
    return this.#decode?.(written) ?? written;
  }
}

/** Only ASCII blanks: 0xA0, a blank in Latin-1, is the last byte of many characters (无 in UTF-8 is E6 97 A0). */
function blanksOff(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}

function isLetterOrDigit(char: number): boolean {
  return (char >= 0x30 && char <= 0x39) || (char >= 0x41 && char <= 0x5a) || (char >= 0x61 && char <= 0x7a);
}

/** `A?+B??` → `A+B?`. A release character at the very end stands for itself. */
function unrelease(raw: string, release: number): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < raw.length - 1; at += 1) {
    if (raw.charCodeAt(at) !== release) continue;
    plain += raw.slice(from, at);
    from = at + 1;
    at += 1;
  }
  return plain + raw.slice(from);
}
