import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAtAntimeridian, unwrapLongitudes } from './antimeridian.ts';
import { greatCircle } from './great-circle.ts';
import { wrapLongitude, type LonLat } from './lon-lat.ts';

describe('splitAtAntimeridian', () => {
  it('cuts at ±180 on the same latitude', () => {
    expect(splitAtAntimeridian([[170, 10], [-170, 20]])).toEqual([
      [[170, 10], [180, 15]],
      [[-180, 15], [-170, 20]],
    ]); // prettier-ignore
  });

  it('cuts westwards too, and every time', () => {
    expect(splitAtAntimeridian([[-179, 0], [179, 0], [-179, 0]])).toEqual([
      [[-179, 0], [-180, 0]],
      [[180, 0], [179, 0], [180, 0]],
      [[-180, 0], [-179, 0]],
    ]); // prettier-ignore
  });

  it('takes a point on the antimeridian to the side that the line comes from', () => {
    expect(splitAtAntimeridian([[-170, 5], [180, 5], [170, 5]])).toEqual([
      [[-170, 5], [-180, 5]],
      [[180, 5], [170, 5]],
    ]); // prettier-ignore
    expect(splitAtAntimeridian([[170, 5], [-180, 5], [-170, 5]])).toEqual([
      [[170, 5], [180, 5]],
      [[-180, 5], [-170, 5]],
    ]); // prettier-ignore
  });

  it('leaves other lines whole, and no line for a single point', () => {
    const line: LonLat[] = [[0, 0], [10, 10], [-20, 5]]; // prettier-ignore
    expect(splitAtAntimeridian(line)).toEqual([line]);
    expect(splitAtAntimeridian([[1, 2]])).toEqual([]);
    expect(splitAtAntimeridian([])).toEqual([]);
  });

  it('never leaves a jump of more than half the world, and loses no point', () => {
    const points = fc.array(
      fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -80, max: 80 })),
      { minLength: 2, maxLength: 12 },
    ); // prettier-ignore
    fc.assert(
      fc.property(points, (line) => {
        const pieces = splitAtAntimeridian(line);
        for (const piece of pieces) {
          piece.slice(1).forEach(([longitude], at) => {
            expect(Math.abs(longitude - piece[at]![0])).toBeLessThanOrEqual(180);
          });
        }
        const kept = new Set(
          pieces.flat().map(([longitude, latitude]) => `${wrapLongitude(longitude)},${latitude}`),
        );
        for (const [longitude, latitude] of line)
          expect(kept).toContain(`${wrapLongitude(longitude)},${latitude}`);
        expect(pieces[0]![0]![1]).toBe(line[0]![1]);
        expect(pieces.at(-1)!.at(-1)![1]).toBe(line.at(-1)![1]);
      }),
    );
  });

  it('cuts the great circle from Shanghai to Los Angeles in two', () => {
    const pieces = splitAtAntimeridian(greatCircle([121.9, 31.2], [-118.26, 33.73], 100));
    expect(pieces).toHaveLength(2);
    expect(pieces[0]!.at(-1)![0]).toBe(180);
    expect(pieces[1]![0]![0]).toBe(-180);
  });
});

describe('unwrapLongitudes', () => {
  it('runs on past 180', () => {
    expect(unwrapLongitudes([[170, 0], [-170, 0], [-150, 0]])).toEqual([[170, 0], [190, 0], [210, 0]]); // prettier-ignore
    expect(unwrapLongitudes([[-170, 0], [170, 0]])).toEqual([[-170, 0], [-190, 0]]); // prettier-ignore
  });
});
