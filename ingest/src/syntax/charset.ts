import { isAscii, isUtf8 } from 'node:buffer';
import type { MessageIssue } from 'graph-schema/domain/message';

/**
 * Which characters the bytes of a message stand for. The order of trust: byte order mark; what the message declares,
 * if the bytes are valid in it; UTF-8, if they are valid (text in another set that happens to be valid UTF-8 is
 * practically unknown); the sender's own default, which is GB 18030 for most Chinese senders (it contains GBK and
 * GB 2312). Nothing is ever refused: bytes that fit nowhere become U+FFFD and an issue.
 */
export interface CharsetChoice {
  /** A `TextDecoder` label in lower case. */
  readonly charset: string;
  /** Bytes of the byte order mark to skip, 0 when there is none. */
  readonly bomLength: number;
  /** Null when the bytes are what the message or the sender's profile says they are. */
  readonly problem: 'NOT_AS_DECLARED' | 'INVALID' | null;
}

/** `declared`: label that the message itself gives, null if none. `fallback`: `SourceProfile.defaultCharset`. */
export function chooseCharset(bytes: Uint8Array, declared: string | null, fallback: string): CharsetChoice {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { charset: 'utf-8', bomLength: 3, problem: isUtf8(bytes) ? null : 'INVALID' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', bomLength: 2, problem: null };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', bomLength: 2, problem: null };
  if (isAscii(bytes)) return { charset: 'utf-8', bomLength: 0, problem: null };

  const wanted = declared?.trim().toLowerCase() ?? null;
  const valid = isUtf8(bytes);
  if (wanted !== null && isUtf8Label(wanted) && valid)
    return { charset: 'utf-8', bomLength: 0, problem: null };
  // A single-byte set takes any bytes, so valid UTF-8 is the better reading even when one is declared.
  if (valid) return { charset: 'utf-8', bomLength: 0, problem: wanted === null ? null : 'NOT_AS_DECLARED' };
  if (wanted !== null && decodes(bytes, wanted)) return { charset: wanted, bomLength: 0, problem: null };
  if (decodes(bytes, fallback))
    return { charset: fallback, bomLength: 0, problem: wanted === null ? null : 'NOT_AS_DECLARED' };
  const charset = decodes(bytes, 'gb18030') || !isKnown(fallback) ? 'gb18030' : fallback;
  return { charset, bomLength: 0, problem: 'INVALID' };
}

const NON_ASCII = /[\u0080-\u00ff]/;

/**
 * Decodes single values of a message that was cut as Latin-1, one character per byte: separators below 0x40 never occur
 * inside a GB 18030 double byte or a UTF-8 sequence, so cutting before decoding is safe and spans are exact.
 */
export function valueDecoder(charset: string): (value: string) => string {
  const decoder = new TextDecoder(charset);
  return (value) => (NON_ASCII.test(value) ? decoder.decode(Buffer.from(value, 'latin1')) : value);
}

/** The finding to report about a choice, or null when there is nothing to say. `at` names the place, as in `UNB`. */
export function charsetIssue(
  choice: CharsetChoice,
  declared: string | null,
  at: string,
): MessageIssue | null {
  if (choice.problem === null) return null;
  return {
    code: 'BAD_CHARSET',
    severity: 'WARNING',
    at,
    value: `${declared ?? '?'} → ${choice.charset}${choice.problem === 'INVALID' ? ' (�)' : ''}`,
    span: null,
    list: null,
  };
}

const HEAD_BYTES = 4096;

/** What `MessageFormat.detect` is given: up to 4 KiB as Latin-1, after the byte order mark and leading white space. */
export function detectionHead(bytes: Uint8Array): string {
  const wide = wideMarkup(bytes);
  if (wide !== null) return wide;
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (start < bytes.length && isBlank(bytes[start])) start += 1;
  return latin1(bytes.subarray(start, start + HEAD_BYTES));
}

/** The head of XML or JSON in UTF-16, as if it had been sent in UTF-8; null of all else, of which tables tell by the mark. */
function wideMarkup(bytes: Uint8Array): string | null {
  const { charset, bomLength } = chooseCharset(bytes.subarray(0, 2), null, 'utf-8');
  if (!charset.startsWith('utf-16')) return null;
  const head = bytes.subarray(bomLength, bomLength + 2 * HEAD_BYTES);
  const text = new TextDecoder(charset).decode(head).trimStart();
  return /^[<{[]/.test(text) ? latin1(Buffer.from(text).subarray(0, HEAD_BYTES)) : null;
}

/** One character per byte, so that an index into the text is an offset into the bytes. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x0a || byte === 0x09 || byte === 0;
}

function isUtf8Label(label: string): boolean {
  return label === 'utf-8' || label === 'utf8';
}

function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
