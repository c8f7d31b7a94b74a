import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearingDegrees, distanceNm, lengthNm } from './distance.ts';
import { wrapLongitude, type LonLat } from './lon-lat.ts';

const point: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

/** Near the other side of the Earth half of the digits are lost (arcsine near 1): two metres. */
const ROUNDING_NM = 1e-3;

describe('distanceNm', () => {
  it('is 60 a degree along a meridian and along the equator', () => {
    expect(distanceNm([0, 0], [0, 1])).toBeCloseTo(60.04, 2);
    expect(distanceNm([10, 0], [11, 0])).toBeCloseTo(60.04, 2);
  });

  it('of Shanghai and Los Angeles by air is about 5,640', () => {
    expect(distanceNm([121.8, 31.14], [-118.41, 33.94])).toBeGreaterThan(5600);
    expect(distanceNm([121.8, 31.14], [-118.41, 33.94])).toBeLessThan(5680);
  });

  it('is the short way over the antimeridian', () => {
    expect(distanceNm([179.5, 0], [-179.5, 0])).toBeCloseTo(distanceNm([0, 0], [1, 0]), 6);
  });

  it('is symmetric, never negative, and keeps the triangle', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(distanceNm(a, b)).toBeGreaterThanOrEqual(0);
        expect(distanceNm(a, b)).toBeCloseTo(distanceNm(b, a), 6);
        expect(distanceNm(a, c)).toBeLessThanOrEqual(distanceNm(a, b) + distanceNm(b, c) + ROUNDING_NM);
      }),
      { examples: [[[179.9999973001307, 0], [0, -6.037091348628667e-7], [0, -7.764242379159042e-8]]] }, // prettier-ignore
    );
  });
});

describe('lengthNm', () => {
  it('adds the pieces', () => {
    expect(lengthNm([[0, 0], [0, 1], [0, 3]])).toBeCloseTo(180.12, 1); // prettier-ignore
    expect(lengthNm([[0, 0]])).toBe(0);
    expect(lengthNm([])).toBe(0);
  });
});

describe('bearingDegrees', () => {
  it.each([
    [[0, 1], 0],
    [[1, 0], 90],
    [[0, -1], 180],
    [[-1, 0], 270],
  ] as const)('from 0,0 to %j is %i', (to, bearing) =>
    expect(bearingDegrees([0, 0], to)).toBeCloseTo(bearing, 6),
  );

  it('of a ship from Shanghai to Los Angeles begins to the north-east', () => {
    const bearing = bearingDegrees([121.9, 31.2], [-118.26, 33.73]);
    expect(bearing).toBeGreaterThan(40);
    expect(bearing).toBeLessThan(60);
  });
});

describe('wrapLongitude', () => {
  it.each([
    [190.8498, -169.1502],
    [-180, 180],
    [180, 180],
    [-540, 180],
    [0, 0],
    [359, -1],
  ])('of %d is %d', (longitude, wrapped) => expect(wrapLongitude(longitude)).toBeCloseTo(wrapped, 9));
});
