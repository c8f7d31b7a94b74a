import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { listFixtures } from '../../testing/fixture-files.ts';
import { scanWhole } from '../byte-scanner.ts';
import { valueDecoder } from '../charset.ts';
import { collectFindings } from '../findings.ts';
import { readEdifact } from './interchange.ts';
import { EdifactScanner, LONGEST_SEGMENT } from './scanner.ts';
import type { EdifactSegment } from './segment.ts';

vi.setConfig({ testTimeout: 60_000 });

/** All that a segment and the scanner say of it. */
function describeSegment(scanner: EdifactScanner, segment: EdifactSegment) {
  const { tag, start, end } = segment;
  const values = [0, 1, 2, 3, 4, 5].map((element) => [0, 1, 4].map((part) => segment.read(element, part)));
  const repeated = segment.read(0, 0, 1);
  const { wrappedSegments, unterminated, endedByLine, overlong, badUna } = scanner;
  return { tag, start, end, values, repeated, wrappedSegments, unterminated, endedByLine, overlong, badUna };
}

function scanChunks(chunks: Iterable<Uint8Array>, charset: string | null = null) {
  const scanner = new EdifactScanner();
  if (charset !== null) scanner.decode = valueDecoder(charset);
  const seen: ReturnType<typeof describeSegment>[] = [];
  for (const chunk of chunks) {
    // The scanner keeps no view of what it was given.
    const lent = chunk.slice();
    for (const segment of scanner.push(lent)) seen.push(describeSegment(scanner, segment));
    lent.fill(0x27);
  }
  for (const segment of scanner.end()) seen.push(describeSegment(scanner, segment));
  return seen;
}

function* cut(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  let at = 0;
  for (const length of lengths) {
    yield bytes.subarray(at, at + length);
    at += length;
  }
  yield bytes.subarray(at);
}

function* byteByByte(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1) yield bytes.subarray(at, at + 1);
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const samples = listFixtures().filter(({ format }) => format.startsWith('edifact-'));
const sample = fc.constantFrom(...samples.map(({ bytes }) => bytes));
const lengths = fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 90 })), { maxLength: 200 });

const PARTS =
  `'|+|:|?|*| |A|无|é|UNZ+1+1'|BGM+36'|UNA|UNA:+.? '|UNA:+,?*'|UNA;^,! ~|UNB+UNOA:2|UNB+UNOB:4'|UNH+1+`
    .split('|')
    .concat('\n', '\r\n', '\u001a', 'UNB+UNOC:3\r\n');

/** What is made of these is most of what the grammar knows, and much that it does not. */
const soup = fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => encode(parts.join('')));

describe('an interchange in chunks', () => {
  it('gives the same wherever it is cut', () => {
    fc.assert(
      fc.property(fc.oneof(sample, soup), lengths, (bytes, chunks) => {
        expect(scanChunks(cut(bytes, chunks))).toEqual(scanChunks([bytes]));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same byte by byte, with empty chunks between', () => {
    const spaced = function* (bytes: Uint8Array): Generator<Uint8Array> {
      for (const byte of byteByByte(bytes)) yield* [byte, new Uint8Array(0)];
    };
    fc.assert(
      fc.property(fc.oneof(sample, soup), (bytes) => {
        expect(scanChunks(spaced(bytes), 'gb18030')).toEqual(scanChunks([bytes], 'gb18030'));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['utf-8', encode("FTX+AAI+++集装箱?'无?+é:第二行'"), "集装箱'无+é", '第二行'],
    // 啊 is B0 A1, 一 is D2 BB; 㐀 takes four bytes, two of them digits.
    [
      'gb18030',
      Uint8Array.of(...encode('FTX+AAI+++'), 0xb0, 0xa1, 0x81, 0x39, 0xee, 0x39, 0x3a, 0xd2, 0xbb, 0x27),
      '啊㐀',
      '一',
    ],
  ])('reads characters of %s that are cut between two chunks', (charset, bytes, first, second) => {
    const whole = scanChunks([bytes], charset);
    expect(whole[0]?.values[3]).toEqual([first, second, null]);
    for (let at = 0; at <= bytes.length; at += 1)
      expect(scanChunks([bytes.subarray(0, at), bytes.subarray(at)], charset), `cut at ${at}`).toEqual(whole);
  });

  it('gives a segment with the byte that ends it', () => {
    const scanner = new EdifactScanner();
    const text = "UNA:+.? 'UNB+UNOA:2+A+B'UNH+1+X'BGM+36+A?'B'";
    const ends: number[] = [];
    for (const [index, byte] of [...encode(text)].entries())
      for (const { end } of scanner.push(Uint8Array.of(byte))) ends.push(end - index);
    expect(ends).toEqual([1, 1, 1]);
    expect([...scanner.end()]).toEqual([]);
  });

  it('keeps the beginning of a segment that does not end, and says so', () => {
    const long = `FTX+AAI+++${'A'.repeat(2 * LONGEST_SEGMENT)}`;
    const bytes = encode(`BGM+36'${long}'DTM+7'${long}`);
    const whole = scanChunks([bytes]);
    expect(whole.map(({ tag, start, end, overlong }) => [tag, end - start, overlong])).toEqual([
      ['BGM', 7, false],
      ['FTX', long.length + 1, true],
      ['DTM', 6, false],
      ['FTX', long.length, true],
    ]);
    expect(whole[1]?.values[3]?.[0]).toHaveLength(LONGEST_SEGMENT - 10);
    expect(
      scanChunks(
        cut(
          bytes,
          Array.from({ length: 400 }, () => 999),
        ),
      ),
    ).toEqual(whole);
  });
});

describe('an interchange that is cut off', () => {
  const whole =
    "UNA:+.? '\r\nUNB+UNOC:3+NGBTERM+CARRIERX+261121:0930+7'UNH+1+CODECO:D:95B:UN:ITG14'BGM+36+GO26?'11+9'UNT+3+1'UNZ+1+7'";
  const short = samples.filter(({ bytes }) => bytes.length < 500).map(({ bytes }) => bytes);

  it('never ends a segment that it has not seen the end of', () => {
    for (const bytes of [encode(whole), ...short.slice(0, 8)]) {
      const all = scanChunks([bytes]);
      for (let at = 0; at < bytes.length; at += 1) {
        const seen = scanChunks([bytes.subarray(0, at)]);
        const ended = seen.filter(({ unterminated }) => !unterminated);
        expect(ended, `cut at ${at}`).toEqual(all.slice(0, ended.length));
        expect(seen.length - ended.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it('gives no whole message before its trailer, and says that something is missing', () => {
    const bytes = encode(whole);
    const trailer = whole.indexOf("UNT+3+1'") + 'UNT+3+1'.length;
    for (let at = 0; at < bytes.length - 1; at += 1) {
      const findings = collectFindings();
      const messages = [...readEdifact(bytes.subarray(0, at), 'gb18030', findings)];
      expect(
        messages.some(({ complete }) => complete),
        `cut at ${at}`,
      ).toBe(at >= trailer);
      expect(findings.issues, `cut at ${at}`).not.toEqual([]);
    }
  });
});

describe('any bytes', () => {
  it('never throw, and every byte lies in one segment or is noise', () => {
    const mutated = fc
      .tuple(sample, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }))
      .map(([bytes, flips]) => {
        const copy = bytes.slice();
        for (const [at, byte] of flips) copy[at % copy.length] = byte;
        return copy;
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 500 }), soup, mutated), (bytes) => {
        let at = 0;
        for (const { start, end } of scanWhole(new EdifactScanner(), bytes)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(bytes.length);
        Array.from(readEdifact(bytes, 'gb18030', collectFindings()));
      }),
      { numRuns: 500 },
    );
  });
});
