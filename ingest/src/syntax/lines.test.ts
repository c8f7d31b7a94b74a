import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSizes, countWork, cutInto, scanAll } from '../testing/tokenizer-laws.ts';
import { LineScanner, type TextLine } from './lines.ts';

const scan = (text: string, sizes: readonly number[] = [], longest = 100): TextLine[] =>
  scanAll(new LineScanner(longest), cutInto(Buffer.from(text, 'latin1'), sizes), (line) => line);

const texts = fc
  .array(
    fc.constantFrom('a', 'b'.repeat(60), '\n', '\r', '\r\n', '\r\r\n', ' ', '\u00ef\u00bb\u00bf', '\u0000'),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

describe('lines', () => {
  it('end with LF, CR LF or CR, and are numbered with the empty ones', () => {
    const shown = scan('one\ntwo\r\n\r\nfour\r\rsix\r\r\nseven').map(({ text, number, isEnded }) => [
      text,
      number,
      isEnded,
    ]);
    expect(shown).toEqual([
      ['one', 1, true],
      ['two', 2, true],
      ['four', 4, true],
      ['six', 6, true],
      ['seven', 7, false],
    ]);
  });

  it('are the same however the bytes are cut, and no character is lost', () => {
    fc.assert(
      fc.property(texts, chunkSizes, (text, sizes) => {
        const whole = scan(text);
        expect(scan(text, sizes)).toEqual(whole);
        expect(
          scan(
            text,
            Array.from(text, () => 1),
          ),
        ).toEqual(whole);
        const plain = text.replace(/^\u00ef\u00bb\u00bf/, '');
        expect(scan(text, sizes, 1e9).map((line) => line.text)).toEqual(
          plain.split(/[\r\n]/).filter((line) => line !== ''),
        );
        for (const line of whole) {
          expect(text.slice(line.start, line.end).slice(0, 100).startsWith(line.text)).toBe(true);
          if (text === plain) expect(line.text.length).toBe(Math.min(100, line.end - line.start));
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a line without an end', 'a'],
    ['lines', 'abcdef\r\n'],
    ['empty lines', '\n'],
    ['returns', '\r'],
  ])('cost what their length costs: %s', (_name, part) => {
    const bytes = Buffer.from(part.repeat(60_000 / part.length));
    for (const size of [1, 97, bytes.length]) {
      const sizes = Array.from({ length: Math.ceil(bytes.length / size) }, () => size);
      const work = countWork(() => {
        scanAll(new LineScanner(4096), cutInto(bytes, sizes), () => null);
      });
      expect(work / bytes.length).toBeLessThan(12);
    }
  });
});
