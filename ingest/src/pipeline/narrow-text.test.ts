import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowText } from './narrow-text.ts';

const wide = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
};

describe('text in UTF-16', () => {
  it('is given in UTF-8, and every character of it is found again in what was received', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, isBig) => {
        const bytes = wide(text, isBig);
        const narrow = narrowText(bytes);
        expect(narrow && Buffer.from(narrow.bytes).toString()).toBe(text);
        let units = 0;
        let at = 0;
        for (const character of text) {
          expect(narrow?.offsetOf(at)).toBe(2 + 2 * units);
          at += Buffer.byteLength(character);
          units += character.length;
        }
        expect(narrow?.offsetOf(at)).toBe(bytes.length);
      }),
    );
  });

  it('is told by its first two characters where it has no mark', () => {
    for (const isBig of [false, true]) {
      const narrow = narrowText(wide('ISA*00*中', isBig).subarray(2));
      expect(narrow && Buffer.from(narrow.bytes).toString()).toBe('ISA*00*中');
      expect(narrow?.offsetOf(7)).toBe(14);
    }
  });

  it('is no other text', () => {
    expect(narrowText(new Uint8Array(Buffer.from("UNB+UNOA:2'")))).toBeNull();
    expect(narrowText(new Uint8Array())).toBeNull();
  });
});
