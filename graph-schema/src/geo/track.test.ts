import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxOfTrack, type TrackFix } from './track.ts';

it('has a box that holds each of its points, and no larger one', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  const fix = fc.tuple(fc.nat(), degrees(180), degrees(90), fc.constant(null), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fix, { minLength: 1, maxLength: 300 }), (fixes: readonly TrackFix[]) => {
      const [west, south, east, north] = boxOfTrack(fixes);
      const [longitudes, latitudes] = [fixes.map((one) => one[1]), fixes.map((one) => one[2])];
      for (const one of longitudes) expect(one >= west && one <= east).toBe(true);
      for (const one of latitudes) expect(one >= south && one <= north).toBe(true);
      expect(longitudes).toEqual(expect.arrayContaining([west, east]));
      expect(latitudes).toEqual(expect.arrayContaining([south, north]));
    }),
  );
});
