import { expect, it } from 'vitest';
import { createOneByOne } from './one-by-one.ts';

it('does the work of one key in turn, also after a failure, and that of others meanwhile', async () => {
  const oneByOne = createOneByOne();
  const done: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const first = oneByOne('a', async () => {
    await held;
    done.push('a1');
    throw new Error('failed');
  });
  const second = oneByOne('a', async () => done.push('a2'));
  await oneByOne('b', async () => done.push('b'));
  release();
  await expect(first).rejects.toThrow('failed');
  await second;
  expect(done).toEqual(['b', 'a1', 'a2']);
});
