import { describe, expect, it } from 'vitest';
import { hasNoContent } from './no-content.ts';

const HEADER = ['Container', 'Weight', 'Pieces'];

describe('rows that claim nothing', () => {
  it.each([
    [['合计：12 箱', '', '']],
    [['合计', '21500', '12']],
    [['合 计', '21,500.5 KG', '12件']],
    [['合　计：', '', '12']],
    [['Total 12 boxes', '-4', '']],
    [['TOTAL: 1,200.5kg', '', '']],
    [['Grand   total  :  12', '12', '']],
    [['', 'Итого', '12']],
    [['Total', 'Total', '12']],
    [['Total 12.', '', '']],
    [[`Total${' '.repeat(60)}12`, '', '']],
    [HEADER],
  ])('%j', (cells) => expect(hasNoContent(cells, HEADER)).toBe(true));

  it.each([
    [['CBHU1234561', '21500', '12']],
    [['Total', 'CBHU1234561', '12']],
    [['Total Logistics', '', '']],
    [['Total 12 boxes 13', '', '']],
    [['12', '12', '']],
    [['', '', '']],
    [[`Total ${'1'.repeat(40)}`, '', '']],
  ])('are none of %j', (cells) => expect(hasNoContent(cells, HEADER)).toBe(false));

  it.each(['.', ' ', '1', ',', ':', '1.', '. ', '1 ', 'a.', '合计 '])(
    'are told at once behind many %j',
    (part) => {
      const long = part.repeat(100_000);
      for (const cell of [long, `Total${long}x`, `${long}#`, `Total 1${long}#`])
        expect(hasNoContent([cell, '', ''], HEADER)).toBe(false);
      expect(hasNoContent(['Total', `1${long}#`, ''], HEADER)).toBe(false);
    },
  );
});
