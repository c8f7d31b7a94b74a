import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonRecords, memberFinder } from './json-spans.ts';

const OPTIONS = { maxDepth: 64, doubleByte: false };

function scan(text: string, options = OPTIONS) {
  const bytes = new TextEncoder().encode(text);
  const found = findJsonRecords(bytes, options);
  return {
    ...found,
    texts: found.spans.map(({ start, end }) => new TextDecoder().decode(bytes.subarray(start, end))),
  };
}

describe('records of a JSON message', () => {
  it('are the elements of an array, cut exactly where a parser would', () => {
    const elements = fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(elements, fc.constantFrom(undefined, 1, '\t'), (values, indent) => {
        const { texts, unclosedAt, strayAt } = scan(JSON.stringify(values, null, indent));
        expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(values)));
        expect([unclosedAt, strayAt]).toEqual([null, null]);
      }),
    );
  });

  it.each([
    ['one value', '{"a":1}', ['{"a":1}']],
    ['lines', '{"a":1}\n{"b":2}\r\n', ['{"a":1}', '{"b":2}']],
    ['lines of arrays', '[{"a":1},{"b":2}]\n[{"c":3}]', ['{"a":1}', '{"b":2}', '{"c":3}']],
    ['a record sequence', '\u001e{"a":1}\n\u001e{"b":2}\n', ['{"a":1}', '{"b":2}']],
    ['brackets and quotes in text', '[{"a":"]}\\"["},{"宁波":"}"}]', ['{"a":"]}\\"["}', '{"宁波":"}"}']],
  ])('are found in %s', (_case, text, expected) => {
    expect(scan(text).texts).toEqual(expected);
  });

  it('notices at every byte that the array was cut', () => {
    const whole = '[{"a":"x\\"]"},{"b":[1,2]},17]';
    for (let cut = 1; cut < whole.length; cut += 1) {
      const { unclosedAt, texts } = scan(whole.slice(0, cut));
      expect(unclosedAt, `cut at ${cut}`).not.toBeNull();
      for (const text of texts) expect(whole).toContain(text);
    }
  });

  it('stops at nesting beyond the cap without reading on', () => {
    const { tooDeepAt, texts } = scan(`[{"a":1},${'['.repeat(100_000)}`);
    expect(texts).toEqual(['{"a":1}']);
    expect(tooDeepAt).toBe(9);
  });

  it('says where something stands between the records', () => {
    expect(scan('[{"a":1}]}').strayAt).toBe(9);
  });

  it('does not take the second byte of a Chinese character for a backslash', () => {
    // 0x955C is 昞 in GBK, its second byte a backslash.
    const bytes = new Uint8Array([...Buffer.from('[{"a":"'), 0x95, 0x5c, ...Buffer.from('"},{"b":1}]')]);
    expect(findJsonRecords(bytes, { maxDepth: 64, doubleByte: true }).spans).toHaveLength(2);
  });
});

describe('a member of an object', () => {
  it('is found at the first level only', () => {
    const text = '{"meta":{"events":[0]},"next":"\\"events\\"","events":[{"a":1},{"b":2}],"n":3}';
    const bytes = new TextEncoder().encode(text);
    const whole = { start: 0, end: bytes.length };
    const member = memberFinder(bytes, whole, OPTIONS)('events');
    expect(member && text.slice(member.start, member.end)).toBe('[{"a":1},{"b":2}]');
    expect(member && findJsonRecords(bytes, OPTIONS, member).spans).toHaveLength(2);
    expect(memberFinder(bytes, whole, OPTIONS)('a')).toBeNull();
  });
});
