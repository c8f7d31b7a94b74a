import type { Span } from 'graph-schema/domain/tracking-event';
import { latin1 } from '../syntax/charset.ts';
import { findJsonRecords } from '../syntax/json-spans.ts';

const OBJECT = 0x7b;
const ARRAY = 0x5b;
const TAG = 0x3c;
const DEPTH_MAX = 64;
const CDATA = '<![CDATA[';

/** Where an XML document may begin: its prolog. */
const PROLOG = /<\?xml/g;

/**
 * Where an interchange, a flat file or a telex of some family may begin, behind the end of whatever came before: a line, or
 * a segment that ends without one.
 */
const ENVELOPE =
  /(?<=^|[\r\n'~])(?:UNA[^A-Za-z0-9]{2}|UNB[^A-Za-z0-9\s]|ISA[^A-Za-z0-9\s]|00:[A-Z]{3,8}:|F(?:SU|SA|WB|HL|FM|NA|MA)\/\d)/g;

/**
 * The documents that stand one after another in a file and could each have come alone: records of a JSON array or of JSON
 * lines, XML documents by their prologs, interchanges and files by their first record. One span, or none: nothing to split.
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
  return splitAt(bytes, at, first === TAG ? PROLOG : ENVELOPE);
}

/** The sections of character data in XML: gateways carry files of other grammars in them. */
export function listCharacterData(bytes: Uint8Array): readonly Span[] {
  const at = bytes.findIndex((byte) => !isBlank(byte));
  if (bytes[at] !== TAG) return [];
  const text = latin1(bytes);
  const sections: Span[] = [];
  for (let open = text.indexOf(CDATA); open >= 0; open = text.indexOf(CDATA, open)) {
    const start = open + CDATA.length;
    const close = text.indexOf(']]>', start);
    if (close < 0) break;
    sections.push({ start, end: close });
    open = close;
  }
  return sections;
}

/** From each mark to the next; what stands before the first mark goes with it. */
function splitAt(bytes: Uint8Array, from: number, mark: RegExp): Span[] {
  const text = latin1(bytes);
  const starts = [...text.matchAll(mark)].map(({ index }) => index).filter((index) => index > from);
  return [from, ...starts].map((start, index) => ({ start, end: starts[index] ?? bytes.length }));
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
