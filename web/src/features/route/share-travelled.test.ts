import { expect, it } from 'vitest';
import { shareTravelled } from './share-travelled.ts';

type Point = [longitude: number, latitude: number];

const line = (state: 'TRAVELLED' | 'PLANNED', ...coordinates: Point[][]) => ({ state, coordinates });

it('is the part of the way that lies behind, by its length on the globe', () => {
  const behind = line('TRAVELLED', [[0, 0], [30, 0]]); // prettier-ignore
  const ahead = line('PLANNED', [[30, 0], [90, 0]]); // prettier-ignore
  expect(shareTravelled([behind, ahead])).toBeCloseTo(1 / 3, 9);
  // A degree of longitude is half as long at 60° north.
  const north = line('PLANNED', [[0, 60], [1, 60]]); // prettier-ignore
  expect(shareTravelled([line('TRAVELLED', [[0, 0], [1, 0]]), north])).toBeCloseTo(2 / 3, 3); // prettier-ignore
});

it('counts both parts of a way over the antimeridian, and nothing between them', () => {
  const over = line('TRAVELLED', [[170, 0], [180, 0]], [[-180, 0], [-170, 0]]); // prettier-ignore
  const ahead = line('PLANNED', [[-170, 0], [-150, 0]]); // prettier-ignore
  expect(shareTravelled([over, ahead])).toBeCloseTo(0.5, 9);
});

it('is nothing before it has left, all when it has come, and unknown without a way', () => {
  const way: Point[] = [[0, 0], [1, 1]]; // prettier-ignore
  expect(shareTravelled([line('PLANNED', way)])).toBe(0);
  expect(shareTravelled([line('TRAVELLED', way)])).toBe(1);
  expect(shareTravelled([])).toBeNull();
  expect(shareTravelled([line('PLANNED', [[1, 1]])])).toBeNull();
});
