import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceNm, lengthNm } from './distance.ts';
import { greatCircle, pointAlong } from './great-circle.ts';
import type { LonLat } from './lon-lat.ts';

const point: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);

describe('greatCircle', () => {
  it('goes north of both ends on the way over the Pacific', () => {
    const line = greatCircle([121.9, 31.2], [-118.26, 33.73], 60);
    expect(Math.max(...line.map(([, latitude]) => latitude))).toBeGreaterThan(45);
    expect(line[0]).toEqual([121.9, 31.2]);
    expect(line.at(-1)).toEqual([-118.26, 33.73]);
  });

  it('keeps the step, adds nothing to the distance and stays within ±180', () => {
    fc.assert(
      fc.property(point, point, fc.integer({ min: 20, max: 2000 }), (from, to, step) => {
        fc.pre(distanceNm(from, to) < 10_700);
        const line = greatCircle(from, to, step);
        line
          .slice(1)
          .forEach((next, at) => expect(distanceNm(line[at]!, next)).toBeLessThanOrEqual(step * 1.0001));
        expect(lengthNm(line)).toBeCloseTo(distanceNm(from, to), 3);
        expect(line.every(([longitude]) => Math.abs(longitude) <= 180)).toBe(true);
      }),
    );
  });

  it('of a point to itself is that point', () => {
    expect(greatCircle([5, 5], [5, 5], 10)).toEqual([[5, 5], [5, 5]]); // prettier-ignore
  });
});

describe('pointAlong', () => {
  const line: LonLat[] = [[0, 0], [0, 10], [10, 10]]; // prettier-ignore
  it('finds the place after so many miles, and stops at the ends', () => {
    expect(pointAlong(line, 300)?.[1]).toBeCloseTo(5, 1);
    expect(pointAlong(line, -5)).toEqual([0, 0]);
    expect(pointAlong(line, 99_999)).toEqual([10, 10]);
    expect(pointAlong([], 5)).toBeNull();
  });

  it('cuts the line where it says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: lengthNm(line), noNaN: true }), (travelled) => {
        const place = pointAlong(line, travelled)!;
        const before =
          travelled <= distanceNm(line[0]!, line[1]!) ? [line[0]!, place] : [line[0]!, line[1]!, place];
        expect(lengthNm(before)).toBeCloseTo(travelled, 3);
      }),
    );
  });
});
