import { describe, expect, it } from 'vitest';
import { fillMerged } from './merged-cells.ts';

const range = (top: number, bottom: number, left: number, right = left) => ({ top, bottom, left, right });

describe('merged cells', () => {
  it('say the same in all rows that they cover, numbers too, and tell that they are of several rows', () => {
    const rows = [
      { line: 20, cells: ['CBHU1234561', '9321483', '026', '12,400.5'] },
      { line: 21, cells: ['TLNU2043113'] },
      { line: 22, cells: ['CBHU9051171', '', '', '7200'] },
    ];
    fillMerged(rows, [range(20, 21, 1), range(20, 21, 2), range(20, 21, 3)]);
    const shared = new Set([1, 2, 3]);
    expect(rows).toEqual([
      { line: 20, cells: ['CBHU1234561', '9321483', '026', '12,400.5'], shared },
      { line: 21, cells: ['TLNU2043113', '9321483', '026', '12,400.5'], shared },
      { line: 22, cells: ['CBHU9051171', '', '', '7200'] },
    ]);
  });

  it('leave rows below what is their own', () => {
    const rows = [
      { line: 20, cells: ['CBHU1234561', '7100'] },
      { line: 21, cells: ['TLNU2043113', '7200'] },
    ];
    fillMerged(rows, [range(20, 21, 1)]);
    expect(rows.map((row) => [row.cells[1], 'shared' in row])).toEqual([
      ['7100', false],
      ['7200', false],
    ]);
  });

  it('are of one row where they cover no other that has a value', () => {
    const rows = [{ line: 1, cells: ['a', '5'] }];
    fillMerged(rows, [range(1, 1, 0, 2), range(1, 4, 1)]);
    expect(rows).toEqual([{ line: 1, cells: ['a', '5', 'a'] }]);
  });
});
