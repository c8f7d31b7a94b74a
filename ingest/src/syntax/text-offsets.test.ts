import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteOffsets } from './text-offsets.ts';

it('every index of a UTF-8 text leads to the byte where its character begins', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const bytes = new Uint8Array(Buffer.from(text));
      const offsetOf = byteOffsets(bytes, text, 'utf-8', 0);
      let index = 0;
      for (const character of text) {
        expect(offsetOf(index)).toBe(Buffer.byteLength(text.slice(0, index)));
        index += character.length;
      }
      expect(offsetOf(text.length)).toBe(bytes.length);
    }),
    { numRuns: 60 },
  );
});

it('every index of a GB 18030 text leads to the bytes that decode to the rest of it', () => {
  const gb18030 = new TextDecoder('gb18030');
  // One-, two- and four-byte characters (BMP and beyond), by bytes.
  const character = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }).map((byte) => [byte]),
    fc.constantFrom([0xb1, 0xb1], [0xc2, 0xd8], [0x81, 0x40], [0xfe, 0x55]),
    fc.constantFrom([0x81, 0x30, 0x84, 0x36], [0x94, 0x39, 0xda, 0x33]),
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 900 }), (characters) => {
      const bytes = new Uint8Array(characters.flat());
      const text = gb18030.decode(bytes);
      const offsetOf = byteOffsets(bytes, text, 'gb18030', 0);
      let at = 0;
      let index = 0;
      for (const one of characters) {
        expect(offsetOf(index)).toBe(at);
        at += one.length;
        index += gb18030.decode(new Uint8Array(one)).length;
      }
      expect(offsetOf(index)).toBe(bytes.length);
    }),
    { numRuns: 60 },
  );
});
