import { PayloadScanner } from '../syntax/nmea/payload-scanner.ts';

/** A sentence is at most 82 characters by IEC 61162-1; with tag block and sloppy senders, far below this. */
const LONGEST_LINE = 4096;

/**
 * Cuts what stations send into segments. A segment ends with a line, and not between the sentences of one message, of
 * whichever receiver it is. A line that never ends is no AIS and is handed over as it is.
 */
export class StationStream {
  readonly #scanner = new PayloadScanner();
  #held: Buffer[] = [];
  /** Bytes that are held, and that were handed over before. */
  #length = 0;
  #taken = 0;
  /** Up to where the last call could hand over. */
  #settled = -1;

  get length(): number {
    return this.#length;
  }

  push(chunk: Buffer): void {
    this.#held.push(chunk);
    this.#length += chunk.length;
    for (const _unit of this.#scanner.push(chunk));
  }

  /**
   * What can be handed over: up to where no message waits for its other sentences. They follow at once, so where a message
   * waits since the last call, they are not coming.
   */
  take(): Buffer {
    const settled = this.#scanner.settledSince(this.#taken);
    const lines = this.#scanner.cursor.linesEnd;
    const isStuck = settled === this.#settled;
    this.#settled = settled;
    const isEndless = this.#taken + this.#length - lines > LONGEST_LINE;
    const end = isEndless ? this.#taken + this.#length : isStuck ? lines : settled;
    return this.#takeFirst(end - this.#taken);
  }

  takeAll(): Buffer {
    return this.#takeFirst(this.#length);
  }

  /** Puts back what nobody took. */
  putBack(bytes: Buffer): void {
    this.#held.unshift(bytes);
    this.#length += bytes.length;
    this.#taken -= bytes.length;
  }

  #takeFirst(length: number): Buffer {
    if (length <= 0) return Buffer.alloc(0);
    const bytes = Buffer.concat(this.#held);
    this.#held = length < bytes.length ? [bytes.subarray(length)] : [];
    this.#length -= length;
    this.#taken += length;
    return bytes.subarray(0, length);
  }
}
