import { latin1 } from './charset.ts';

/**
 * Where the records of a JSON message stand in its bytes (RFC 8259), found in one linear pass without building values.
 *
 *     [ {…}, {…} ]           a bare array: its elements
 *     {…}                    one value
 *     {…}\n{…}\n             newline-delimited values (blank lines and a record separator 0x1E are noise)
 *     [{…},{…}]\n[{…}]\n     newline-delimited arrays: the elements of each
 *
 * Only brackets and strings are looked at, so a span is where a value begins and ends, not a promise that it parses.
 */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

export interface JsonRecords {
  readonly spans: readonly JsonSpan[];
  /** Offset of a value that never ends, or of an array whose bracket is never closed; null when all is closed. */
  readonly unclosedAt: number | null;
  /** Offset of a bracket that closes nothing or of text between records; null when there is none. */
  readonly strayAt: number | null;
  /** Offset at which nesting went over the cap; nothing from there on was looked at. */
  readonly tooDeepAt: number | null;
}

export interface ScanOptions {
  /** Nesting of a record beyond which the scan stops. */
  readonly maxDepth: number;
  /** GB 18030, Big5, Shift JIS: a byte from 0x81 takes the next one along, which may look like a bracket. */
  readonly doubleByte: boolean;
}

/** No name of a member is longer. */
const LONGEST_NAME = 200;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** `within`: look at this part only, for the elements of an array inside a wrapper object. */
export function findJsonRecords(bytes: Uint8Array, options: ScanOptions, within?: JsonSpan): JsonRecords {
  const { maxDepth, doubleByte } = options;
  const end = within?.end ?? bytes.length;
  const spans: JsonSpan[] = [];
  let strayAt: number | null = null;
  let inArray = -1;
  let at = within?.start ?? 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isNoise(byte) || (byte === COMMA && inArray >= 0)) continue;
    if (byte === OPEN_BRACKET && inArray < 0) {
      inArray = at;
    } else if (byte === CLOSE_BRACKET && inArray >= 0) {
      inArray = -1;
    } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE || byte === COMMA) {
      strayAt ??= at;
    } else {
      const stop = endOfValue(bytes, at, end, maxDepth, doubleByte);
      if (stop === TOO_DEEP) return { spans, unclosedAt: null, strayAt, tooDeepAt: at };
      if (stop === UNCLOSED) return { spans, unclosedAt: at, strayAt, tooDeepAt: null };
      // A word or number that runs to the end of a cut message may have been longer.
      if (stop === end && inArray >= 0) return { spans, unclosedAt: at, strayAt, tooDeepAt: null };
      spans.push({ start: at, end: stop });
      at = stop - 1;
    }
  }
  return { spans, unclosedAt: inArray >= 0 ? inArray : null, strayAt, tooDeepAt: null };
}

/**
 * Finds values of members of the object that `span` covers, at its first level only; null for what it does not have. However
 * many names are asked for, the object is looked through once, and no further than to the last of them.
 */
export function memberFinder(
  bytes: Uint8Array,
  span: JsonSpan,
  options: ScanOptions,
): (name: string) => JsonSpan | null {
  const members = membersOf(bytes, span, options);
  const known = new Map<string, JsonSpan>();
  return (name) => {
    for (let found = known.get(name); ; found = known.get(name)) {
      if (found) return found;
      const { value: next } = members.next();
      if (!next?.value) return null;
      const written = textAt(bytes, next.key);
      if (!known.has(written)) known.set(written, next.value);
    }
  };
}

export interface JsonMember extends JsonSpan {
  readonly name: string;
}

/** The values of all members of an object, by their names as written; null where it is not whole. */
export function listJsonMembers(
  bytes: Uint8Array,
  span: JsonSpan,
  options: ScanOptions,
): readonly JsonMember[] | null {
  const members: JsonMember[] = [];
  for (const { key, value } of membersOf(bytes, span, options)) {
    if (!value) return null;
    members.push({ name: textAt(bytes, key), ...value });
  }
  return members;
}

/** Names (without their quotes) and values of an object; a value that does not end is null, and the last. */
function* membersOf(
  bytes: Uint8Array,
  span: JsonSpan,
  { maxDepth, doubleByte }: ScanOptions,
): Generator<{ readonly key: JsonSpan; readonly value: JsonSpan | null }> {
  let key: JsonSpan | null = null;
  let isKey = true;
  for (let at = span.start + 1; at < span.end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isNoise(byte) || byte === 0x3a) continue;
    if (byte === COMMA) {
      isKey = true;
      continue;
    }
    if (byte === CLOSE_BRACE) return;
    const stop = endOfValue(bytes, at, span.end, maxDepth, doubleByte);
    if (stop < 0) return yield { key: key ?? span, value: null };
    if (isKey) key = { start: at + 1, end: stop - 1 };
    else if (key) yield { key, value: { start: at, end: stop } };
    isKey = false;
    at = stop - 1;
  }
}

const UNCLOSED = -1;
const TOO_DEEP = -2;

function endOfValue(
  bytes: Uint8Array,
  start: number,
  end: number,
  maxDepth: number,
  doubleByte: boolean,
): number {
  const first = bytes[start];
  if (first === QUOTE) return endOfString(bytes, start, end, doubleByte);
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) return endOfWord(bytes, start, end);
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      at = endOfString(bytes, at, end, doubleByte) - 1;
      if (at < 0) return UNCLOSED;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      if (depth > maxDepth) return TOO_DEEP;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return UNCLOSED;
}

function endOfString(bytes: Uint8Array, start: number, end: number, doubleByte: boolean): number {
  for (let at = start + 1; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH || (doubleByte && byte > 0x80)) at += 1;
  }
  return UNCLOSED;
}

/** A number, `true`, `null`, or text that is no JSON at all: up to the next blank, comma or bracket. */
function endOfWord(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const isEnd =
      isNoise(byte) || byte === COMMA || byte === QUOTE || byte === CLOSE_BRACE || byte === CLOSE_BRACKET;
    if (isEnd || byte === OPEN_BRACE || byte === OPEN_BRACKET) break;
  }
  return at;
}

function isNoise(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1e;
}

/** One character per byte; of a name that is none, the beginning. */
function textAt(bytes: Uint8Array, { start, end }: JsonSpan): string {
  return latin1(bytes.subarray(start, Math.min(end, start + LONGEST_NAME)));
}
