import { expect, it } from 'vitest';
import { nextOption } from './use-options.ts';

it('goes down through the list and back to the box, and up the other way', () => {
  expect([-1, 0, 1, 2].map((active) => nextOption(active, 3, 1))).toEqual([0, 1, 2, -1]);
  expect([-1, 2, 1, 0].map((active) => nextOption(active, 3, -1))).toEqual([2, 1, 0, -1]);
});

it('stays in the box where there is no list', () => {
  expect(nextOption(-1, 0, 1)).toBe(-1);
  expect(nextOption(-1, 0, -1)).toBe(-1);
});
