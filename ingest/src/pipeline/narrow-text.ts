import { chooseCharset } from '../syntax/charset.ts';

/** A text in UTF-8, and where each offset into it lies in what was received. */
export interface NarrowText {
  readonly bytes: Uint8Array;
  readonly offsetOf: (offset: number) => number;
}

/**
 * Interchanges, flat files and telexes that an editor saved in UTF-16, mostly with its byte order mark: the grammars count
 * bytes, so they are given UTF-8. XML, JSON and tables read either by themselves. Null for text that is not in UTF-16.
 */
export function narrowText(bytes: Uint8Array): NarrowText | null {
  const marked = chooseCharset(bytes.subarray(0, 2), null, 'utf-8');
  const charset = marked.charset.startsWith('utf-16') ? marked.charset : unmarked(bytes);
  if (charset === null) return null;
  const bomLength = charset === marked.charset ? marked.bomLength : 0;
  const text = new TextDecoder(charset).decode(bytes.subarray(bomLength));
  const narrow = new Uint8Array(Buffer.from(text));
  const last = bytes.length;
  if (narrow.length === text.length)
    return { bytes: narrow, offsetOf: (offset) => Math.min(bomLength + 2 * offset, last) };
  let starts: Uint32Array | null = null;
  return {
    bytes: narrow,
    offsetOf: (offset) => {
      starts ??= unitsBefore(narrow);
      return Math.min(bomLength + 2 * (starts[offset] ?? 0), last);
    },
  };
}

/** By its first two characters, which are ASCII in all of these. */
function unmarked([a = 0, b = 0, c = 0, d = 0]: Uint8Array): string | null {
  if (a >= 0x20 && a < 0x7f && b === 0 && c >= 0x20 && c < 0x7f && d === 0) return 'utf-16le';
  return a === 0 && b >= 0x20 && b < 0x7f && c === 0 && d >= 0x20 && d < 0x7f ? 'utf-16be' : null;
}

/** For each offset into UTF-8, how many UTF-16 units stand before the character that is there. */
function unitsBefore(bytes: Uint8Array): Uint32Array {
  const before = new Uint32Array(bytes.length + 1);
  let units = 0;
  let width = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) {
      units += width;
      width = byte >= 0xf0 ? 2 : 1;
    }
    before[at] = units;
  }
  before[bytes.length] = units + width;
  return before;
}
