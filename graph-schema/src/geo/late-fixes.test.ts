import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lateReceipts, unpackLate } from './late-fixes.ts';
import { thinTrack, unionOfTracks, type TrackFix } from './track.ts';

const fix = (at: number): TrackFix => [at, 120, 30, null, null];

it('keeps when a point came only where it came late, and forgets it once somebody told it in time', () => {
  const late = lateReceipts([], [], [fix(1000), fix(5000)], 5100, [fix(1000), fix(5000)]);
  expect(late).toEqual([1000, 5100]);
  expect(lateReceipts(late, [fix(1000)], [fix(1000)], 9000, [fix(1000)])).toEqual([1000, 5100]);
  expect(lateReceipts(late, [fix(1000)], [fix(1000)], 1010, [fix(1000)])).toEqual([]);
  expect(lateReceipts([], [fix(1000)], [fix(1000)], 9000, [fix(1000)])).toEqual([]);
  expect(lateReceipts(late, [fix(1000)], [], 9000, [])).toEqual([]);
});

it('does not depend on the order in which points came', () => {
  const batch = fc.record({ points: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), after: fc.integer({ min: 0, max: 5 }) });
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 8 }), fc.integer(), (batches, seed) => {
      const told = (order: typeof batches) => {
        let [track, late]: [TrackFix[], number[]] = [[], []];
        for (const { points, after } of order) {
          const fixes = points.map((point) => fix(point * 300));
          const kept = thinTrack(unionOfTracks(track, fixes));
          late = lateReceipts(late, track, fixes, 6000 + after * 200, kept);
          track = kept;
        }
        return [...unpackLate(late)];
      };
      const other = batches.map((one, index) => [Math.sin(seed + index), one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
      expect(told(other)).toEqual(told(batches));
    }),
  );
}); // prettier-ignore
