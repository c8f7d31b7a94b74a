import type { MessageIssue } from 'graph-schema/domain/message';
import { charsetIssue, chooseCharset } from './charset.ts';
import { byteOffsets, type TextCharset } from './text-offsets.ts';

/** A whole message as text, and the way back to its bytes. */
export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  /** Byte offset in what was received of an index into the text. */
  readonly offsetOf: (index: number) => number;
  /** The bytes are not in the character set that the message declares; null when they are. */
  readonly charsetIssue: MessageIssue | null;
}

/** How wide characters are, by `TextDecoder.encoding`; the rest are single-byte sets. */
const WIDTHS: Readonly<Record<string, TextCharset>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  big5: 'gb18030',
};

/**
 * Decodes what a parser takes as text (XML, JSON). `declared`: the set that the message itself names, null if none;
 * `fallback`: what the sender is known to write.
 */
export function decodeText(bytes: Uint8Array, declared: string | null, fallback: string): DecodedText {
  const choice = chooseCharset(bytes, declared, fallback);
  const decoder = new TextDecoder(choice.charset, { ignoreBOM: true });
  const text = decoder.decode(bytes.subarray(choice.bomLength));
  const width = WIDTHS[decoder.encoding] ?? 'single-byte';
  return {
    text,
    offsetOf: byteOffsets(bytes, text, width, choice.bomLength),
    charsetIssue: charsetIssue(choice, declared, 'encoding'),
  };
}
