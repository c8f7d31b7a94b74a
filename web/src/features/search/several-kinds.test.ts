import { expect, it } from 'vitest';
import { severalKinds } from './several-kinds.ts';

it('counts kinds, repairs and what fits no shape, and names what is mistyped', () => {
  expect(
    severalKinds([
      'CSQU3054383',
      'CSQU3O54383',
      'CSQU 305438 3',
      'CSQU3054384',
      'COSU6412345678',
      'COSU6412345679',
      'hello',
    ]),
  ).toEqual({
    kinds: [
      ['CONTAINER', 4],
      ['MASTER_BILL', 2],
    ],
    shapeless: 1,
    repaired: 1,
    mistyped: ['CSQU3054384'],
  });
});

it('has nothing to count in nothing', () => {
  expect(severalKinds([])).toEqual({ kinds: [], shapeless: 0, repaired: 0, mistyped: [] });
});
