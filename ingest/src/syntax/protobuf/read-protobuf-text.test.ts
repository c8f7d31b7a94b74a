import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { protobufTextParts, readProtobufText } from './read-protobuf-text.ts';
import type { ProtobufSchema } from './read-protobuf.ts';
import { TextTokens } from './text-tokens.ts';

const INNER: ProtobufSchema = {
  1: { name: 'aNumber', type: 'int' },
  2: { name: 'f', type: 'float' },
  3: { name: 'text', type: 'text' },
  4: { name: 'kind', type: 'int', names: { 2: 'TWO' } },
  5: { name: 'flag', type: 'bool' },
  6: { name: 'many', type: 'text', repeated: true },
};
const SCHEMA: ProtobufSchema = {
  1: { name: 'head', type: INNER },
  2: { name: 'partOf', type: INNER, repeated: true },
};

const WHOLE = `# 注释 { "
head { a_number: 1; kind: TWO, text: "宁" }
part_of: < a_number: - # sign
  0x1f f: 1.5e+2f many: ["a", 'b'] many: "c" unknown { deep < x: [1, .5] y: -inf > }
> ; [ext.of/type] { z: 'it\\'s }' } part_of [{ flag: true }, { flag: 0 kind: 2 }]
`;

const partsOf = (text: string) => protobufTextParts(text, SCHEMA);
const read = (text: string) => readProtobufText(text, { start: 0, end: text.length }, INNER);

describe('the text form of Protocol Buffers', () => {
  it('is cut into parts that read as the binary form does', () => {
    const { parts, fault } = partsOf(WHOLE);
    expect(fault).toBeNull();
    expect(parts.map(({ number, span }) => [number, readProtobufText(WHOLE, span, INNER).value])).toEqual([
      [1, { aNumber: 1, kind: 'TWO', text: '宁' }],
      [2, { aNumber: -31, f: 150, many: ['a', 'b', 'c'] }],
      [2, { flag: true }],
      [2, { flag: false, kind: 'TWO' }],
    ]);
  });

  it('cut anywhere gives the parts before the cut, and a fault unless it is between two', () => {
    const { parts } = partsOf(WHOLE);
    for (let cut = 0; cut <= WHOLE.length; cut += 1) {
      const cutOff = partsOf(WHOLE.slice(0, cut));
      expect(cutOff.parts, `cut at ${cut}`).toEqual(parts.slice(0, cutOff.parts.length));
      for (const { span } of parts)
        if (cut > span.start && cut < span.end) expect(cutOff.fault?.code, `cut at ${cut}`).toBe('TRUNCATED');
    }
  });

  it.each([
    ['escapes', String.raw`"\a\t\\\'\"\?\x41\101"`, '\x07\t\\\'"?AA'],
    ['bytes of a character', String.raw`"\345\256\201\xe5" "\xae\x81"`, '宁宁'],
    ['code points', String.raw`"\u5b81\U0001F682\ud83d\ude82"`, '宁🚂🚂'],
    ['bytes beside characters', String.raw`'宁\345\256\201'`, '宁宁'],
    ['bytes that are no character', String.raw`"\377"`, '\ufffd'],
    ['nothing', '""', ''],
  ])('reads strings with %s', (_what, written, text) => {
    expect(read(`{text:${written}}`).value).toEqual({ text });
  });

  it.each([
    ['octal', 'a_number: 017', { aNumber: 15 }],
    ['a field by its number', '1: 4', { aNumber: 4 }],
    ['an enumeration that is newer', 'kind: THREE', { kind: 'THREE' }],
    ['a number of it', 'kind: 9', { kind: 9 }],
    ['no number', 'f: NaN', { f: Number.NaN }],
    ['a whole float', 'f: 7', { f: 7 }],
    ['an empty list', 'many: []', {}],
    ['names of objects', 'constructor: 1 __proto__ { x: 1 }', {}],
  ])('reads %s', (_what, fields, value) => {
    expect(read(`<${fields}>`)).toEqual({ value, fault: null });
  });

  it.each([
    ['text where a number belongs', 'a_number: "1"'],
    ['a number where text belongs', 'text: 1'],
    ['a message where a number belongs', 'a_number { }'],
    ['a word where a number belongs', 'a_number: ONE'],
    ['a fraction of an integer', 'a_number: 1.5'],
    ['a number with letters', 'f: 1.5kg'],
    ['a word that objects have', 'f: constructor'],
    ['a field twice', 'flag: t flag: t'],
    ['a scalar without colon', 'a_number 1'],
    ['a list with a comma too many', 'many: ["a",]'],
    ['a list in a list', 'many: [["a"]]'],
    ['an escape that is none', String.raw`text: "\q"`],
    ['a code point beyond the last', String.raw`text: "\UFFFFFFFF"`],
    ['a string over two lines', 'text: "a\nb"'],
    ['the other bracket', 'x < y: 1 }'],
    ['two separators', 'flag: t;;'],
  ])('refuses %s', (_what, fields) => {
    expect(read(`{ ${fields} }`)).toMatchObject({ value: null, fault: { code: 'BAD_SYNTAX' } });
  });

  it('refuses nesting that has no end, also of what nobody wants', () => {
    for (const open of ['x{', 'x:[{']) {
      const { parts, fault } = partsOf(`head{}${open.repeat(100_000)}`);
      expect(parts).toHaveLength(1);
      expect(fault?.code).toBe('BAD_SYNTAX');
    }
  });

  it('never throws, and each step takes at least one character', () => {
    const tokens = vi.spyOn(TextTokens.prototype, 'next');
    const pieces = fc.constantFrom('{', '}', '<', '>', '[', ']', ':', ',', ';', '-', '#', '\n', '"', "'", '\\', '\\377', ' ', 'head', 'part_of', 'text', 'many', 'a_number', '1', '1e+', '宁'); // prettier-ignore
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        tokens.mockClear();
        const { parts } = partsOf(text);
        read(text);
        expect(tokens.mock.calls.length).toBeLessThanOrEqual(2 * (text.length + 1));
        let behind = 0;
        for (const { span } of parts) {
          expect(span.start).toBeGreaterThanOrEqual(behind);
          expect(span.end).toBeLessThanOrEqual(text.length);
          behind = span.end;
          readProtobufText(text, span, INNER);
        }
      }),
      { numRuns: 500 },
    );
    tokens.mockRestore();
  });

  it('takes steps in proportion to its length', () => {
    const tokens = vi.spyOn(TextTokens.prototype, 'next');
    const stepsOf = (count: number): number => {
      tokens.mockClear();
      const text = `${WHOLE}#${'{'.repeat(99)}\n`.repeat(count);
      for (const { span } of partsOf(text).parts) readProtobufText(text, span, INNER);
      return tokens.mock.calls.length;
    };
    const once = stepsOf(100);
    expect(stepsOf(200)).toBeLessThan(2.01 * once);
    tokens.mockRestore();
  });
});
