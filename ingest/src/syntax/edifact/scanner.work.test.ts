import { afterEach, describe, expect, it, vi } from 'vitest';
import { EdifactScanner } from './scanner.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.restoreAllMocks();
});

function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

describe('work of the scanner', () => {
  /** Characters that were looked at by searches or one by one, and that were copied. */
  function workOf(chunks: Iterable<Uint8Array>): number {
    let work = 0;
    const { indexOf, charCodeAt, slice, startsWith } = String.prototype;
    const { join } = Array.prototype;
    const counted = [
      vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, mark, from = 0) {
        const found = indexOf.call(this, mark, from);
        work += (found < 0 ? this.length : found) - from + 1;
        return found;
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
    ];
    const scanner = new EdifactScanner();
    for (const chunk of chunks) for (const _segment of scanner.push(chunk));
    for (const _segment of scanner.end());
    for (const spy of counted) spy.mockRestore();
    return work;
  }

  it.each([
    ['segments', "EQD+CN+TLNU1234567+45G1:102:5++2+5'\r\n", ''],
    ['one segment without an end', 'A', ''],
    ['line breaks and no end', 'A\n', ''],
    ['released terminators', "?'", ''],
    ['release characters', '?', ''],
    ['blanks', ' ', ''],
    ['headers that do not end', 'UNB\n', ''],
    ['lines that end segments', 'BGM+36\r\n', 'UNB+UNOA:1+A+B\r\nUNH+1+X\r\n'],
    ['service characters', "UNA:+.? '", ''],
  ])('grows with the length only, however it comes: %s', (_name, part, lead) => {
    const of = (length: number): Uint8Array =>
      new TextEncoder().encode(lead + part.repeat(Math.ceil(length / part.length)));
    for (const bytes of [of(20_000), of(80_000)]) {
      for (const chunks of [[bytes], cut(bytes, 1), cut(bytes, 97)])
        expect(workOf(chunks) / bytes.length).toBeLessThan(16);
    }
  });
});
