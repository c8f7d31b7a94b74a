import { describe, expect, it } from 'vitest';
import { kilogramsOf } from './weight.ts';

describe('weights', () => {
  it.each([
    ['21500', 'KGM', 21500],
    ['9100,5', 'KGM', 9100.5],
    ['9.1', 'TNE', 9100],
    ['100', 'LBR', 45.359],
    ['21500', 'MTQ', null],
    ['1,000.5', 'KGM', null],
    ['-4', 'KGM', null],
  ])('%s %s', (value, unit, kilograms) => {
    expect(kilogramsOf(value, unit)).toBe(kilograms);
  });
});
