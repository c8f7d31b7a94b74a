import type { Span } from 'graph-schema/domain/tracking-event';
import { latin1 } from '../syntax/charset.ts';
import { findJsonRecords } from '../syntax/json-spans.ts';
import { xmlStarts } from './xml-documents.ts';

const OBJECT = 0x7b;
const ARRAY = 0x5b;
const TAG = 0x3c;
/** Teleprinters mark the start of a heading. */
const HEADING = 0x01;
const DEPTH_MAX = 64;

/**
 * Where an interchange, a flat file, a telex or an XML document may begin, behind the end of whatever came before: a line, or
 * a segment that ends without one. Interchanges also stand in cells of tables that a system exports. A telex begins at its
 * header (addressees, origin with day and time), which is no document of its own.
 */
const ENVELOPE = new RegExp(
  [
    /(?<=^|[\r\n'~])(?:00:[A-Z]{3,8}:|<\?xml\s)/,
    /(?<=^|['~]|[^\t -\xff])(?:Q[A-Z](?:[^!-~]{1,20}[A-Z0-9]{7}){1,40}[^!-~]{1,20})?(?:\.[A-Z0-9]{7}[^\r\n]{0,80}[\r\n][^!-~]{0,20})?(?:(?:COR|PDM)[^!-~]{1,20})?F(?:SU|SA|WB|HL|FM|NA|MA)\/\d/,
    /(?<=^|[\r\n'~"\t,;|])(?:UNA[^A-Za-z0-9]{2}|UNB[^A-Za-z0-9\s]|ISA[^A-Za-z0-9\s])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/**
 * The documents that stand one after another in a file and could each have come alone: records of a JSON array or of JSON
 * lines, XML documents, interchanges and files by their first record. One span, or none: nothing to split.
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
  const text = latin1(bytes);
  const envelopes = [...text.matchAll(ENVELOPE)].map(({ index }) => index);
  if (first !== TAG) return splitAt(bytes, at, envelopes);
  // What looks like an envelope inside a document is its content.
  const last = text.lastIndexOf('>');
  return splitAt(bytes, at, [...xmlStarts(text, at), ...envelopes.filter((start) => start > last)]);
}

/** From each start to the next; what stands before the first goes with it. */
function splitAt(bytes: Uint8Array, from: number, starts: readonly number[]): Span[] {
  const others = starts.filter((start) => start > from);
  return [from, ...others].map((start, index) => ({ start, end: others[index] ?? bytes.length }));
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === HEADING;
}
