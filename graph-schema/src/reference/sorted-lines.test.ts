import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchSortedLines } from './sorted-lines.ts';

describe('searchSortedLines', () => {
  it('finds each line, and only these, in any sorted table', () => {
    const code = fc.stringMatching(/^[A-Z]{1,5}$/);
    fc.assert(
      fc.property(fc.uniqueArray(code), code, fc.boolean(), (codes, other, hasLastBreak) => {
        const sorted = codes.toSorted((a, b) => (a < b ? -1 : 1));
        const text = ['# comment', 'code\tname', ...sorted.map((each) => `${each}\tname of ${each}`)].join(
          '\n',
        );
        const lines = searchSortedLines(hasLastBreak ? `${text}\n` : text);
        for (const each of sorted) expect(lines.find(each)).toEqual([each, `name of ${each}`]);
        expect(lines.find(other) === null).toBe(!codes.includes(other));
        expect([...lines.rows()].map(([each]) => each)).toEqual(sorted);
      }),
    );
  });

  it('finds nothing in a table without rows', () => {
    expect(searchSortedLines('').find('A')).toBeNull();
    expect(searchSortedLines('# comment\ncode\tname\n').find('A')).toBeNull();
  });
});
