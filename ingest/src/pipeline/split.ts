import type { Span } from 'graph-schema/domain/tracking-event';
import { findJsonRecords } from '../syntax/json-spans.ts';

const OBJECT = 0x7b;
const ARRAY = 0x5b;
const TAG = 0x3c;
const DEPTH_MAX = 64;
const PROLOG = '<?xml';

/**
 * The documents that stand one after another in a file and could each have come alone: records of a JSON array or of JSON
 * lines, XML documents by their prologs. One span, or none, means that there is nothing to split. Interchanges, flat
 * files and telexes are not split here: their families read files of many messages.
 */
export function splitDocuments(bytes: Uint8Array): readonly Span[] {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && isBlank(bytes[at])) at += 1;
  const first = bytes[at];
  if (first === OBJECT || first === ARRAY) {
    const { spans } = findJsonRecords(
      bytes,
      { maxDepth: DEPTH_MAX, doubleByte: false },
      { start: at, end: bytes.length },
    );
    return spans.filter(({ start }) => bytes[start] === OBJECT);
  }
  return first === TAG ? splitXml(bytes, at) : [];
}

function splitXml(bytes: Uint8Array, from: number): Span[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = [from];
  for (let at = text.indexOf(PROLOG, from + 1); at >= 0; at = text.indexOf(PROLOG, at + 1)) starts.push(at);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? bytes.length }));
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
