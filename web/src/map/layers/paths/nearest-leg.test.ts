import { expect, it } from 'vitest';
import { nearestLeg } from './nearest-leg.ts';

const REACH = 0.01;
const paths = [
  { legId: 'sea', coordinates: [[[100, 0], [120, 0]]] },
  { legId: 'rail', coordinates: [[[120, 0], [120, 40]]] },
  { legId: 'air', coordinates: [[[170, 30], [180, 30]], [[-180, 30], [-160, 30]]] },
]; // prettier-ignore

it('finds the way that passes nearest, between its points as well', () => {
  expect(nearestLeg(paths, 110, 1, REACH)).toBe('sea');
  expect(nearestLeg(paths, 121, 20, REACH)).toBe('rail');
});

it('finds none that is out of reach, and none before its beginning', () => {
  expect(nearestLeg(paths, 110, 20, REACH)).toBeNull();
  expect(nearestLeg(paths, 90, 0, REACH)).toBeNull();
  expect(nearestLeg([], 0, 0, REACH)).toBeNull();
});

it('finds it on either side of the date line, whichever turn of the world was pressed', () => {
  for (const longitude of [175, -185, 179.9, -179.9, -170, 190]) {
    expect(nearestLeg(paths, longitude, 30, REACH)).toBe('air');
  }
});
