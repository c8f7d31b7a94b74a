import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { listFixtures } from '../../testing/fixture-files.ts';
import { chunkSizes, countWork, cutInto, scanAll } from '../../testing/tokenizer-laws.ts';
import { CargoImpScanner } from '../cargo-imp.ts';

vi.setConfig({ testTimeout: 120_000 });

const samples = listFixtures().filter(({ format }) => /^cargo-imp-|^mvt$/.test(format));

function scan(chunks: Iterable<Uint8Array>) {
  const scanner = new CargoImpScanner();
  const units = scanAll(scanner, chunks, (unit) => unit);
  return { units, interchange: scanner.interchange };
}

const LINES = [
  'QU PEKFMCA', '.LUXFMCV 202311', 'COR', 'FWB/17', 'FNA', 'ACK/TEXT', '999-12345675PEKJFK/T10K250.0', '/NAME', 'LAST',
  "UNB+IATA:1+A+B+261121:1300+7'", "UNH+1+CIMFWB:17'FWB/17", "UNT+3+1'", "UNT+3+1'UNZ+1+7'", 'text', '', 'MVT', '\u0001',
]; // prettier-ignore
const files = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\r\n', '\n', '\r', '')), { maxLength: 40 })
  .map((lines) => lines.flat().join(''));

describe('telexes, however their bytes come', () => {
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

  it('are the same of any lines in any order', () => {
    fc.assert(
      fc.property(files, chunkSizes, (text, sizes) => {
        const bytes = Buffer.from(text, 'latin1');
        expect(scan(cutInto(bytes, sizes))).toEqual(scan([bytes]));
      }),
      { numRuns: 500 },
    );
  });

  it('are the same of any bytes and of changed samples, and none throws', () => {
    const changed = fc
      .tuple(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
      )
      .map(([{ bytes }, changes]) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return copy;
      });
    fc.assert(
      fc.property(fc.oneof(changed, fc.uint8Array({ maxLength: 400 })), chunkSizes, (bytes, sizes) => {
        expect(scan(cutInto(bytes, sizes))).toEqual(scan([bytes]));
      }),
      { numRuns: 300 },
    );
  });

  it('in an envelope that is cut anywhere are no message that is whole', () => {
    const text =
      "UNB+IATA:1+CA+THROUGHLINE+261121:1300+7'UNH+1+CIMFSU:15'FSU/15\r\n999-12345675PEKJFK/T10K250.0\r\n" +
      "RCS/20NOV0930/PEK/T10K250.0\r\nUNT+3+1'UNZ+1+7'";
    const trailer = text.indexOf("UNT+3+1'") + 'UNT+3+1'.length;
    for (let cut = 0; cut < text.length; cut += 1) {
      const { units, interchange } = scan(cutInto(Buffer.from(text.slice(0, cut)), [cut >> 1, 3]));
      const good = units.filter(({ message }) => message?.trailer === 'GOOD');
      expect(good.length, `cut at ${cut}`).toBe(cut >= trailer ? 1 : 0);
      const isTold = interchange !== null || units.some(({ stray }) => stray !== null);
      if (cut > 0 && cut < text.indexOf("UNZ+1+7'") + 'UNZ+1+7'.length)
        expect(isTold, `cut at ${cut}`).toBe(true);
    }
  });
});

describe('work', () => {
  it.each([
    ['messages', 'FSU/15\r\n999-12345675PEKJFK/T10K250.0\r\nRCS/20NOV0930/PEK/T10K250.0\r\n'],
    ['one line without an end', 'A'],
    ['one message without an end', 'A\n'],
    ['headers', 'QU PEKFMCA\n'],
    ['envelopes on one line', "UNH+1+CIMFSU:15'FSU/15'UNT+3+1'"],
    ['apostrophes', "'"],
  ])('grows with the length only, however it comes: %s', (_name, part) => {
    for (const size of [1, 97, 80_000]) {
      const [short = 0, long = 0] = [20_000, 80_000].map((length) => {
        const bytes = Buffer.from(`FSU/15\n${part.repeat(Math.ceil(length / part.length))}`);
        const sizes = Array.from({ length: Math.ceil(bytes.length / size) }, () => size);
        return countWork(() => void scan(cutInto(bytes, sizes))) / bytes.length;
      });
      expect(long, `chunks of ${size}`).toBeLessThan(1.2 * short + 1);
    }
  });
});
