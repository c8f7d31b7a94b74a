import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { listFixtures } from '../../testing/fixture-files.ts';
import { chunkSizes, countWork, cutInto, scanAll } from '../../testing/tokenizer-laws.ts';
import { latin1 } from '../charset.ts';
import { X12Scanner } from './scanner.ts';
import type { X12Segment } from './segment.ts';

vi.setConfig({ testTimeout: 120_000 });

const ISA =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261121*0930*U*00401*000000001*0*P*>~';
const encode = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const samples = listFixtures().filter(({ format }) => format.startsWith('x12-'));

/** A segment and all that the scanner says beside it. */
function show(segment: X12Segment, scanner: X12Scanner) {
  const { start, end, tag, excerpt } = segment;
  const elements = [1, 2, 3, 4, 5, 16].map((number) => segment.read(number));
  const { unterminated, wrappedSegments, overlong } = scanner;
  return { start, end, tag, excerpt, elements, unterminated, wrappedSegments, overlong };
}

function scan(chunks: Iterable<Uint8Array>) {
  const scanner = new X12Scanner();
  return scanAll(scanner, chunks, (segment) => show(segment, scanner));
}

/** Pieces of which anything that matters to the grammar can come, in any order. */
const pieces = fc
  .array(
    fc.constantFrom(
      ISA,
      ISA.replaceAll('*', '|').replace('~', '\n'),
      ISA.slice(0, 40),
      'N9*BM*64~',
      'n9*bm*64\n',
      'I',
      'ISA*',
      'isa|',
      '~',
      '\r\n',
      '\n',
      '  ',
      '\t',
      'ST*315*1~',
      'GS|QO|',
      '\u00ef\u00bb\u00bf',
      '\u0000',
      'A',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('segments, however their bytes come', () => {
  it.each(samples.map(({ format, name, bytes }) => [format, name, bytes] as const))(
    'are the same of %s %s',
    (_format, _name, bytes) => {
      const whole = scan([bytes]);
      expect(
        scan(
          cutInto(
            bytes,
            Array.from(bytes, () => 1),
          ),
        ),
      ).toEqual(whole);
      fc.assert(
        fc.property(chunkSizes, (sizes) => {
          expect(scan(cutInto(bytes, sizes))).toEqual(whole);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('are the same of any text that is put together from what the grammar knows', () => {
    fc.assert(
      fc.property(pieces, chunkSizes, (text, sizes) => {
        const bytes = encode(text);
        const whole = scan([bytes]);
        expect(scan(cutInto(bytes, sizes))).toEqual(whole);
        expect(
          scan(
            cutInto(
              bytes,
              Array.from(bytes, () => 1),
            ),
          ),
        ).toEqual(whole);
      }),
      { numRuns: 600 },
    );
  });

  it('are the same of any bytes, and none throws', () => {
    const bytes = fc.uint8Array({ maxLength: 900 });
    fc.assert(
      fc.property(bytes, fc.boolean(), chunkSizes, (noise, withIsa, sizes) => {
        const all = Buffer.concat([withIsa ? encode(ISA) : new Uint8Array(), noise]);
        expect(scan(cutInto(all, sizes))).toEqual(scan([all]));
      }),
      { numRuns: 400 },
    );
  });

  it('are the same of samples with bytes changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }),
        chunkSizes,
        ({ bytes }, changes, sizes) => {
          const changed = Uint8Array.from(bytes);
          for (const [at, value] of changes) changed[at % changed.length] = value;
          expect(scan(cutInto(changed, sizes))).toEqual(scan([changed]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('show a cut: what stands before it is the same, and the rest has no terminator', () => {
    for (const { bytes } of samples) {
      const whole = scan([bytes]);
      for (let cut = 106; cut < bytes.length; cut += 7) {
        const shown = scan(cutInto(bytes.subarray(0, cut), [cut >> 1]));
        const complete = whole.filter(({ end }) => end <= cut);
        expect(shown.slice(0, complete.length).map(({ start, tag }) => [start, tag])).toEqual(
          complete.map(({ start, tag }) => [start, tag]),
        );
        const [rest] = shown.slice(complete.length);
        // What ends a header is not known before it: of CR LF the first alone ends it, too.
        const hasEnded = rest?.tag === 'ISA' && bytes[cut - 1] === 0x0d && bytes[cut] === 0x0a;
        if (rest) expect([rest.unterminated, rest.end]).toEqual([!hasEnded, cut]);
      }
    }
  });

  it('are cut where they are longer than any can be, and the next one is whole', () => {
    const text = `${ISA}N9*BM*${'A'.repeat(70_000)}~N9*BN*1~`;
    const shown = scan([encode(text)]);
    expect(shown.map(({ overlong }) => overlong)).toEqual([false, true, false]);
    expect(shown[2]).toMatchObject({ start: text.length - 8, elements: ['BN', '1', null, null, null, null] });
    expect(
      scan(
        cutInto(
          encode(text),
          Array.from({ length: 3000 }, () => 30),
        ),
      ),
    ).toEqual(shown);
    expect(latin1(encode(text)).length).toBe(text.length);
  });
});

describe('work', () => {
  it.each([
    ['segments', 'N9*BM*COSU6412780350~\r\n', ISA],
    ['one segment without an end', 'A', ISA],
    ['line breaks and no end', 'A\n', ISA],
    ['terminators', '~', ISA],
    ['interchanges', `${ISA}\r\n`, ''],
    ['interchanges on lines, without an end', `${ISA.slice(0, -1)}+A\n`, ''],
    ['headers that are none', 'ISA*~', ''],
    ['lines that begin with a header that is none', '\nISA*', ISA],
    ['no header', 'ST*315*0001~', ''],
    ['blanks', ' ', ''],
  ])('grows with the length only, however it comes: %s', (_name, part, lead) => {
    const of = (length: number): Uint8Array => encode(lead + part.repeat(Math.ceil(length / part.length)));
    const workOf = (bytes: Uint8Array, sizes: readonly number[]): number =>
      countWork(() => {
        const scanner = new X12Scanner();
        for (const chunk of cutInto(bytes, sizes)) for (const _segment of scanner.push(chunk));
        for (const _segment of scanner.end());
      }) / bytes.length;
    for (const size of [1, 97, Number.MAX_SAFE_INTEGER]) {
      const [short, long] = [20_000, 80_000].map((length) =>
        workOf(of(length), size > length ? [] : Array.from({ length: Math.ceil(length / size) }, () => size)),
      );
      expect(long ?? 0, `chunks of ${size}`).toBeLessThan(1.2 * (short ?? 0) + 1);
      expect(long ?? 0, `chunks of ${size}`).toBeLessThan(260);
    }
  });
});
