/**
 * How every tokenizer takes bytes: in chunks as they come, of any size, cut anywhere. What it gives does not depend on
 * the cuts. It keeps no more than the unit that has begun, and of that no more than a limit; each byte is looked at a
 * bounded number of times, also when bytes come one by one.
 */
export interface ByteScanner<Unit> {
  /**
   * The units (segments, records, lines, sentences) that are complete with this chunk, in their order; their spans count
   * from the first byte of the first chunk. To be drawn to the end before the next call: what was read of one unit may
   * decide how the next one is cut. The chunk may be reused afterwards, unless the scanner says otherwise.
   */
  push: (chunk: Uint8Array) => Iterable<Unit>;
  /** What is left when no more bytes come, and what is wrong with it. Nothing is pushed after it. */
  end: () => Iterable<Unit>;
}

/** All units of bytes that are there as a whole. */
export function* scanWhole<Unit>(scanner: ByteScanner<Unit>, bytes: Uint8Array): Generator<Unit> {
  yield* scanner.push(bytes);
  yield* scanner.end();
}
