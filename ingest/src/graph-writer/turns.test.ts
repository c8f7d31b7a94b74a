import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('lets so many work at once, the others in the order in which they came, and goes on after a failure', async () => {
  const inTurn = createTurns(2);
  const started: number[] = [];
  const ends = new Map<number, (fails: boolean) => void>();
  const work = (id: number) =>
    inTurn(
      () =>
        new Promise<number>((resolve, reject) => {
          started.push(id);
          ends.set(id, (fails) => (fails ? reject(new Error(`${id}`)) : resolve(id)));
        }),
    );
  const results = Promise.allSettled([1, 2, 3, 4].map(work));
  expect(started).toEqual([1, 2]);
  ends.get(2)?.(true);
  await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  expect(started).toEqual([1, 2, 3]);
  ends.get(1)?.(false);
  ends.get(3)?.(false);
  await new Promise((resolve) => setImmediate(resolve));
  ends.get(4)?.(false);
  expect((await results).map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
}); // prettier-ignore
