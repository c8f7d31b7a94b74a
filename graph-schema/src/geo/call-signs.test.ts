import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signAt, unionOfSigns } from './call-signs.ts';

const day = unionOfSigns([], [[1000, 'CLX9737'], [5000, 'CLX9737'], [20_000, 'CLX9738'], [30_000, 'CLX9738']]); // prettier-ignore

it('a move is of the call sign that was heard then, or shortly before or after', () => {
  expect(signAt([day], 3000)).toBe('CLX9737');
  expect(signAt([day], 6000)).toBe('CLX9737');
  expect(signAt([day], 18_500)).toBe('CLX9738');
  expect(signAt([day], 12_000)).toBeNull();
  expect(signAt([[], day], 25_000)).toBe('CLX9738');
});

it('of two that were heard at once it is neither', () => {
  expect(signAt([unionOfSigns(day, [[4000, 'CLX1'], [2000, 'CLX1']])], 3000)).toBeNull(); // prettier-ignore
});

it('is the same whatever the order, and however often one is heard', () => {
  const report = fc.tuple(fc.nat(100_000), fc.constantFrom('CLX9737', 'CLX9738', 'CCA1'));
  fc.assert(
    fc.property(fc.array(report), fc.array(report), (some, more) => {
      const both = unionOfSigns(unionOfSigns([], some), more);
      expect(unionOfSigns(unionOfSigns(unionOfSigns([], more), some), some)).toEqual(both);
      expect(unionOfSigns([], [...more, ...some])).toEqual(both);
    }),
  );
});
