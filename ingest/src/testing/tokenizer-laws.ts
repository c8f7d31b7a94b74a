import * as fc from 'fast-check';
import { vi } from 'vitest';
import type { ByteScanner } from '../syntax/byte-scanner.ts';

/** Sizes of the chunks in which bytes come; what is left over is the last chunk. Empty ones are chunks, too. */
export const chunkSizes: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.constant([]),
  fc.array(fc.constantFrom(0, 1), { minLength: 40, maxLength: 400 }),
  fc.array(fc.nat({ max: 90 }), { maxLength: 30 }),
);

export function* cutInto(bytes: Uint8Array, sizes: Iterable<number>): Generator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.slice(at, at + size);
    at = Math.min(bytes.length, at + size);
  }
  yield bytes.slice(at);
}

/** What `show` says of each unit, seen at once as it comes. */
export function scanAll<Unit, Shown>(
  scanner: ByteScanner<Unit>,
  chunks: Iterable<Uint8Array>,
  show: (unit: Unit) => Shown,
): Shown[] {
  const shown: Shown[] = [];
  for (const chunk of chunks) for (const unit of scanner.push(chunk)) shown.push(show(unit));
  for (const unit of scanner.end()) shown.push(show(unit));
  return shown;
}

/** Characters that are looked at by searches or one by one, and that are copied, while `run` runs. */
export function countWork(run: () => void): number {
  let work = 0;
  const { indexOf, includes, charCodeAt, slice, startsWith } = String.prototype;
  const { join } = Array.prototype;
  const { exec } = RegExp.prototype;
  const { subarray } = Uint8Array.prototype;
  const spies = [
    vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, mark, from = 0) {
      const found = indexOf.call(this, mark, from);
      work += (found < 0 ? this.length : found) - from + 1;
      return found;
    }),
    vi.spyOn(String.prototype, 'includes').mockImplementation(function (this: string, mark, from) {
      work += this.length;
      return includes.call(this, mark, from);
    }),
    vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at) {
      work += 1;
      return charCodeAt.call(this, at);
    }),
    vi.spyOn(String.prototype, 'startsWith').mockImplementation(function (this: string, mark, from) {
      work += 1;
      return startsWith.call(this, mark, from);
    }),
    vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, from, to) {
      const part = slice.call(this, from, to);
      work += part.length;
      return part;
    }),
    vi.spyOn(Array.prototype, 'join').mockImplementation(function (this: unknown[], mark) {
      const joined = join.call(this, mark);
      work += joined.length;
      return joined;
    }),
    vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const found = exec.call(this, text);
      // A sticky one looks at its place only.
      const to = found ? found.index + found[0].length : this.sticky ? from + 1 : text.length;
      work += to - from;
      return found;
    }),
    vi.spyOn(Uint8Array.prototype, 'subarray').mockImplementation(function (this: Uint8Array, from, to) {
      work += 1;
      return subarray.call(this, from, to);
    }),
  ];
  run();
  for (const spy of spies) spy.mockRestore();
  return work;
}
