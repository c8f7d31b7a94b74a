import { splitDocuments } from '../../ingest/src/pipeline/split.ts';

/** Beyond this many bytes a file is read part by part: a reading takes about twenty times what is read. */
const WHOLE_BYTES = 16 * 1024 * 1024;
const PART_BYTES = 4 * 1024 * 1024;
const OPENING_BRACKET = 0x5b;

/**
 * A long file as parts that could each have come alone: some of its interchanges, documents or lines of JSON together. One
 * that is a single document, or a JSON array, stays whole.
 */
export function* partsOf(bytes: Uint8Array, whole = WHOLE_BYTES, most = PART_BYTES): Generator<Uint8Array> {
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x7f);
  const documents = bytes.length <= whole || first === OPENING_BRACKET ? [] : splitDocuments(bytes);
  let start = 0;
  for (const { end } of documents.slice(0, -1))
    if (end - start >= most) {
      yield bytes.subarray(start, end);
      start = end;
    }
  yield bytes.subarray(start);
}
