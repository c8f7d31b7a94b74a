import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { listFixtures } from '../../testing/fixture-files.ts';
import { scanWhole } from '../byte-scanner.ts';
import { latin1 } from '../charset.ts';
import { collectFindings } from '../findings.ts';
import { HeldBytes } from './held-bytes.ts';
import { readJtMessages } from './message.ts';
import { JtScanner, type RawJtRecord } from './scanner.ts';

function scanChunks(chunks: Iterable<Uint8Array>): RawJtRecord[] {
  const scanner = new JtScanner();
  const records: RawJtRecord[] = [];
  for (const chunk of chunks) {
    const given = Uint8Array.from(chunk);
    records.push(...scanner.push(given));
    // Whoever gave the chunk uses it again.
    given.fill(0x27);
  }
  return [...records, ...scanner.end()];
}

function* split(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  const sorted = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [index, from] of sorted.entries()) yield bytes.subarray(from, sorted[index + 1] ?? from);
}

const files = listFixtures().filter(({ format }) => format.startsWith('jt-'));

/** Bytes that mean something to the scanner, and parts of Chinese characters: 装 is D7B0, 锠 is E8A0, 𠀀 is 95328236. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom("'", "?'", "??'", ':', '?', '\n', '\r\n', ' ', '50:', '00:CODECO:', "99:3'", 'A0'),
      fc.constantFrom(
        '\u00d7\u00b0',
        '\u00e8\u00a0',
        '\u00952\u00826',
        '\u00ef',
        '\u00bb',
        '\u00bf',
        '\u00a0',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => Buffer.from(parts.join(''), 'latin1'));

const anyBytes = fc.oneof(tricky, fc.uint8Array({ maxLength: 200 }));
const anyCuts = fc.array(fc.nat(), { maxLength: 12 });

describe('a flat file in chunks', () => {
  it('is the same however it is cut', () => {
    fc.assert(
      fc.property(anyBytes, anyCuts, (bytes, cuts) => {
        const whole = [...scanWhole(new JtScanner(), bytes)];
        expect(scanChunks(split(bytes, cuts))).toEqual(whole);
        expect(scanChunks(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(files.map(({ format, name, bytes }) => [format, name, bytes] as const))(
    '%s: %s is the same byte by byte',
    (_format, _name, bytes) => {
      const whole = [...scanWhole(new JtScanner(), bytes)];
      expect(scanChunks(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
    },
  );

  it('covers every byte once but blanks and a mark', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = latin1(bytes);
        let at = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
        for (const { start, end } of scanWhole(new JtScanner(), bytes)) {
          expect(/[^\0- ]/.test(text.slice(at, start))).toBe(false);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(/[^\0- ]/.test(text.slice(at))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(files.map(({ format, name, bytes }) => [format, name, bytes] as const))(
    '%s: %s cut at any byte has no message that does not end before',
    (_format, _name, bytes) => {
      const text = latin1(bytes);
      // Without its terminator the last record is still whole where the count in it is right.
      const ends = [...readJtMessages(bytes, 'gb18030', collectFindings())]
        .filter(({ complete }) => complete)
        .map(({ span }) => text.slice(0, span.end).replace(/[\s']+$/, '').length);
      const wrong: number[] = [];
      for (let cut = 1; cut < bytes.length; cut += 1) {
        const findings = collectFindings();
        const messages = [...readJtMessages(bytes.subarray(0, cut), 'gb18030', findings)];
        const whole = messages.filter(({ complete }) => complete).length;
        const isTold = whole === messages.length || findings.issues.some(({ code }) => code === 'TRUNCATED');
        if (whole > ends.filter((end) => end <= cut).length || !isTold) wrong.push(cut);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('looks at and moves each byte a bounded number of times', () => {
    const record = "50:CBHU1234561:45G1:F:I:EIR2611210017:?'?:COSU6412345678:21500:NB0012345'\r\n";
    const looks = vi.spyOn(HeldBytes.prototype, 'byteAt');
    const moves = vi.spyOn(Uint8Array.prototype, 'set');
    const workOf = (bytes: Uint8Array, size: number): { looked: number; moved: number } => {
      looks.mockClear();
      moves.mockClear();
      const scanner = new JtScanner();
      for (let at = 0; at < bytes.length; at += size)
        for (const _ of scanner.push(bytes.subarray(at, at + size)));
      for (const _ of scanner.end());
      const moved = moves.mock.calls.reduce((total, [source]) => total + source.length, 0);
      return { looked: looks.mock.calls.length, moved };
    };
    const many = Buffer.from(record.repeat(100));
    // One record that nothing ends, to the limit and beyond.
    const endless = Buffer.from(`50:${"A?' ".repeat(17_500)}`);
    for (const bytes of [many, endless]) {
      for (const size of [1, 64, bytes.length]) {
        const { looked, moved } = workOf(bytes, size);
        expect(looked).toBeLessThan(14 * bytes.length);
        expect(moved).toBeLessThan(4 * bytes.length);
      }
    }
    looks.mockRestore();
    moves.mockRestore();
  });
});
