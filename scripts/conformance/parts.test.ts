import { describe, expect, it } from 'vitest';
import { partsOf } from './parts.ts';

const cut = (text: string, whole: number, most: number): string[] =>
  [...partsOf(Buffer.from(text), whole, most)].map((part) => Buffer.from(part).toString());

describe('the parts of a long file', () => {
  const one = "UNB+UNOA:2+A+B+261121:0930+7'UNH+1+CODECO:D:95B:UN'UNT+2+1'UNZ+1+7'\n";

  it('are interchanges that could have come alone, all of them', () => {
    const parts = cut(one.repeat(5), 100, 2 * one.length);
    expect(parts).toEqual([one.repeat(2), one.repeat(2), one]);
  });

  it('are lines of JSON, and the rest of the last one', () => {
    expect(cut('{"a":1}\n{"a":2}\n{"a":3}\n', 10, 8)).toEqual(['{"a":1}\n{"a":2}', '\n{"a":3}\n']);
  });

  it('are the file itself where it is short, one document, or an array', () => {
    expect(cut(one.repeat(2), 1000, 10)).toHaveLength(1);
    expect(cut(one, 10, 10)).toHaveLength(1);
    expect(cut('[{"a":1},{"a":2}]', 2, 2)).toHaveLength(1);
  });
});
