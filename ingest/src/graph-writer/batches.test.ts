import { expect, it } from 'vitest';
import { createBatches } from './batches.ts';

const options = { atOnce: 1, limit: 3, weightOf: (item: number) => item };

it('does one alone at once, and together what came meanwhile, up to the limit', async () => {
  const batches: (readonly number[])[] = [];
  const double = createBatches(options, async (items: readonly number[]) => {
    batches.push(items);
    return items.map((item) => item * 2);
  });
  expect(await Promise.all([1, 1, 2, 5, 1].map(double))).toEqual([2, 2, 4, 10, 2]);
  expect(batches).toEqual([[1], [1, 2], [5], [1]]);
});

it('fails all of a batch that fails, and goes on', async () => {
  const run = createBatches(options, async (items: readonly number[]) => {
    if (items.includes(2)) throw new Error('two');
    return items;
  });
  const results = await Promise.allSettled([1, 2, 1, 3].map(run));
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
});
