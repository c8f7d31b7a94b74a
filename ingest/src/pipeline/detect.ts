import type { MessageFormat } from '../formats/message-format.ts';

/** How much of a message detection looks at. */
const HEAD_BYTES = 4096;

/** The first bytes as the formats want to see them: no byte order mark, no leading white space, one byte one character. */
export function headOf(bytes: Uint8Array): string {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const limit = Math.min(bytes.length, start + HEAD_BYTES);
  while (start < limit && isBlank(bytes[start])) start += 1;
  return Buffer.from(
    bytes.buffer,
    bytes.byteOffset + start,
    Math.min(bytes.length - start, HEAD_BYTES),
  ).toString('latin1');
}

/** The first format that recognises the content; null when none does. File names and content types are not asked. */
export function detectFormat(bytes: Uint8Array, formats: readonly MessageFormat[]): MessageFormat | null {
  const head = headOf(bytes);
  return formats.find((format) => format.detect(head)) ?? null;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
