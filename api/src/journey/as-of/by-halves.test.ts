import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AsOfError } from '../../errors.ts';
import { inFuture, tooLarge } from './as-of-refusals.ts';
import { byHalves, isTooLarge } from './by-halves.ts';

const ample = () => ({ left: Infinity });

it('refuses what is too large by itself, and nothing else, whatever it is asked with', async () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(sizes, async (all) => {
      const answers = await byHalves(
        all,
        async (some) => {
          if (some.reduce((sum, size) => sum + size, 0) > 100) throw tooLarge(100);
          return some.map((size) => `read ${size}`);
        },
        ample(),
      );
      const told = answers.map((one) => (one instanceof AsOfError ? one.code : one));
      expect(told).toEqual(all.map((size) => (size > 100 ? 'AS_OF_TOO_LARGE' : `read ${size}`)));
    }),
  );
});

it('asks once where one question is enough', async () => {
  const asked: number[] = [];
  await byHalves(
    [1, 2, 3],
    async (some) => {
      asked.push(some.length);
      return some;
    },
    ample(),
  );
  expect(asked).toEqual([3]);
});

it('throws what halves do not help against', async () => {
  const failing = byHalves([1, 2], () => Promise.reject(inFuture(1, 0)), ample());
  await expect(failing).rejects.toMatchObject({ code: 'AS_OF_IN_FUTURE' });
});

it('takes nothing apart any more once so many questions were too large', async () => {
  const asked: number[] = [];
  const all = Array.from({ length: 64 }, (_, index) => index);
  const answers = await byHalves(
    all,
    (some) => {
      asked.push(some.length);
      return Promise.reject(tooLarge(100));
    },
    { left: 5 },
  );
  expect(answers.map((one) => isTooLarge(one))).toEqual(all.map(() => true));
  // What was asked of when the last was spent, and the second half of each that was taken apart before.
  expect(asked).toEqual([64, 32, 16, 8, 4, 4, 8, 16, 32]);
});
