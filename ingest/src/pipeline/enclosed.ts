import type { Span } from 'graph-schema/domain/tracking-event';
import { latin1 } from '../syntax/charset.ts';

/** What an envelope of a gateway carries as text, and where each offset into it lies in what was received. */
export interface Enclosed {
  readonly bytes: Uint8Array;
  readonly offsetOf: (offset: number) => number;
}

/** Shorter texts are fields. */
const LEAST = 24;
/** An envelope carries a message or a few; a file with more texts than this is none. */
const MOST = 1000;
const ENTITY = /&(#x?[0-9a-f]{1,6}|[a-z]{2,4});/gi;
const ESCAPE = /\\(u[0-9a-f]{4}|.)/gi;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * The texts in XML or JSON that may be messages of another grammar: character data (CDATA), text of elements with its
 * entities, strings with their escapes.
 */
export function listEnclosed(bytes: Uint8Array): readonly Enclosed[] {
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  if (first === 0x3c) {
    const text = latin1(bytes);
    const sections = between(text, '<![CDATA[', ']]>').map(({ start, end }) => ({
      bytes: bytes.subarray(start, end),
      offsetOf: (offset: number) => start + offset,
    }));
    return [...sections, ...between(text, '>', '<').map((span) => resolved(text, span, ENTITY, entity))];
  }
  if (first !== 0x7b && first !== 0x5b) return [];
  const text = latin1(bytes);
  return strings(text).map((span) => resolved(text, span, ESCAPE, escape));
}

function between(text: string, open: string, close: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(open); at >= 0 && found.length < MOST; at = text.indexOf(open, at)) {
    const start = at + open.length;
    const end = text.indexOf(close, start);
    if (end < 0) break;
    if (end - start >= LEAST && !isBlank(text, start, end)) found.push({ start, end });
    at = end;
  }
  return found;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) > 0x20) return false;
  return true;
}

/** Texts of JSON, names of members among them. */
function strings(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('"'); at >= 0 && found.length < MOST; at = text.indexOf('"', at)) {
    const start = at + 1;
    for (at = start; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    if (at >= text.length) break;
    if (at - start >= LEAST) found.push({ start, end: at });
    at += 1;
  }
  return found;
}

/** The text with its entities or escapes as the characters that they stand for, in UTF-8 where they are no ASCII. */
function resolved(text: string, span: Span, mark: RegExp, meaning: (name: string) => string): Enclosed {
  const raw = text.slice(span.start, span.end);
  const parts: Buffer[] = [];
  /** Behind each mark: the offset in the text that is made, and in what was received. */
  const made: number[] = [0];
  const received: number[] = [span.start];
  let [length, at] = [0, 0];
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const match of raw.matchAll(mark)) {
    add(Buffer.from(raw.slice(at, match.index), 'latin1'));
    add(Buffer.from(meaning(match[1] ?? '')));
    at = match.index + match[0].length;
    made.push(length);
    received.push(span.start + at);
  }
  add(Buffer.from(raw.slice(at), 'latin1'));
  const offsetOf = (offset: number): number => {
    const index = lastUpTo(made, offset);
    const [from = 0, to = span.start] = [made[index], received[index]];
    // Within what a mark stands for, an offset is that of its end.
    return Math.min(to + offset - from, received[index + 1] ?? span.end, span.end);
  };
  return { bytes: new Uint8Array(Buffer.concat(parts)), offsetOf };
}

/** The last of ascending numbers that is not larger. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function entity(name: string): string {
  const code = /^#(x?)([0-9a-f]+)$/i.exec(name);
  if (!code) return ENTITIES[name.toLowerCase()] ?? `&${name};`;
  return character(Number.parseInt(code[2] ?? '', code[1] ? 16 : 10));
}

function escape(name: string): string {
  if (name.length > 1) return character(Number.parseInt(name.slice(1), 16));
  return ESCAPES[name] ?? name;
}

function character(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd';
}
