import { latin1 } from '../charset.ts';

/**
 * The bytes of a stream from where somebody still needs them, by their offsets in the stream. A chunk is not copied
 * while it is read; what is left of it is, into room of twice the size, so that each byte is moved a bounded number of
 * times also when bytes come one by one.
 */
export class HeldBytes {
  #bytes: Uint8Array = new Uint8Array(0);
  #isOwn = false;
  /** The characters of a chunk that is not copied, once some were asked for. */
  #text: string | null = null;
  /** Offset of the first byte of `#bytes`. */
  #base = 0;
  #end = 0;

  /** Offset behind the last byte. */
  get end(): number {
    return this.#end;
  }

  byteAt(offset: number): number | undefined {
    return offset < this.#end ? this.#bytes[offset - this.#base] : undefined;
  }

  /** One character per byte. */
  text(start: number, end: number): string {
    const [from, to] = [start - this.#base, end - this.#base];
    if (this.#isOwn) return latin1(this.#bytes.subarray(from, to));
    this.#text ??= latin1(this.#bytes);
    return this.#text.slice(from, to);
  }

  /** Takes a chunk; what lies before `needed` may be dropped. */
  append(chunk: Uint8Array, needed: number): void {
    const kept = this.#end - needed;
    const used = this.#end - this.#base;
    if (kept === 0) {
      this.#hold(chunk, false, needed);
    } else if (this.#isOwn && used + chunk.length <= this.#bytes.length) {
      this.#bytes.set(chunk, used);
    } else {
      const larger = new Uint8Array(2 * (kept + chunk.length));
      larger.set(this.#bytes.subarray(used - kept, used));
      larger.set(chunk, kept);
      this.#hold(larger, true, needed);
    }
    this.#end += chunk.length;
  }

  /** The chunk belongs to its sender again: what of it is needed still is copied. */
  release(needed: number): void {
    if (this.#isOwn) return;
    // Not `slice`, which of a Buffer gives the same memory.
    this.#hold(Uint8Array.from(this.#bytes.subarray(needed - this.#base)), true, needed);
  }

  #hold(bytes: Uint8Array, isOwn: boolean, base: number): void {
    this.#bytes = bytes;
    this.#isOwn = isOwn;
    this.#text = null;
    this.#base = base;
  }
}
