import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceNm } from './distance.ts';
import type { LonLat } from './lon-lat.ts';
import { buildPointGrid, nearestPoint } from './point-grid.ts';

const point: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

describe('nearestPoint', () => {
  it('finds what looking at all points finds', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), point, (points, wanted) => {
        const nearest = nearestPoint(buildPointGrid(points), wanted)!;
        const least = Math.min(...points.map((other) => distanceNm(other, wanted)));
        expect(distanceNm(points[nearest]!, wanted)).toBeCloseTo(least, 6);
      }),
      { numRuns: 400 },
    );
  });

  it('looks over the antimeridian and the pole', () => {
    expect(nearestPoint(buildPointGrid([[-179.9, 0], [170, 0]]), [179.9, 0])).toBe(0); // prettier-ignore
    expect(nearestPoint(buildPointGrid([[180, 89], [0, 70]]), [0, 89])).toBe(0); // prettier-ignore
  });

  it('finds nothing among nothing', () => expect(nearestPoint(buildPointGrid([]), [0, 0])).toBeNull());
});
