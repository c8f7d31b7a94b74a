import { expect, it } from 'vitest';
import { boundsOf, contains, meets, withRoom } from './bounds.ts';

it('holds Ningbo and Rotterdam without going round the world', () => {
  expect(
    boundsOf([
      [121.85, 29.93],
      [4.14, 51.95],
      [103.83, 1.26],
    ]),
  ).toEqual([4.14, 1.26, 121.85, 51.95]);
});

it('goes over the antimeridian from Shanghai to Los Angeles', () => {
  const bounds = boundsOf([
    [121.8, 31.1],
    [180, 49],
    [-180, 49],
    [-118.4, 33.9],
  ]);
  expect(bounds?.map((one) => Math.round(one * 10) / 10)).toEqual([121.8, 31.1, 241.6, 49]);
});

it('has no box for nothing', () => {
  expect(boundsOf([])).toBeNull();
});

it('gives a single place room around it', () => {
  const bounds = boundsOf([[121.85, 29.93]]);
  expect(bounds && withRoom(bounds, 4).map((one) => Math.round(one * 100) / 100)).toEqual([
    119.85, 27.93, 123.85, 31.93,
  ]);
});

it('knows what lies in view, whichever turn around the globe the view is on', () => {
  expect(contains([100, 0, 130, 40], [103, 1, 122, 31])).toBe(true);
  expect(contains([-260, 0, -230, 40], [103, 1, 122, 31])).toBe(true);
  expect(contains([170, 0, 250, 60], [-179, 10, -120, 40])).toBe(true);
  expect(contains([100, 0, 120, 40], [103, 1, 122, 31])).toBe(false);
  expect(contains([100, 5, 130, 40], [103, 1, 122, 31])).toBe(false);
});

it('knows what lies in view at least in part, whichever turn around the globe the view is on', () => {
  expect(meets([100, 0, 110, 40], [103, 1, 122, 31])).toBe(true);
  expect(meets([-260, 0, -250, 40], [103, 1, 122, 31])).toBe(true);
  expect(meets([170, 0, 175, 60], [172, 10, 240, 40])).toBe(true);
  expect(meets([-130, 0, -110, 60], [172, 10, 240, 40])).toBe(true);
  expect(meets([0, 0, 100, 40], [103, 1, 122, 31])).toBe(false);
  expect(meets([123, 0, 190, 40], [103, 1, 122, 31])).toBe(false);
  expect(meets([100, 32, 110, 40], [103, 1, 122, 31])).toBe(false);
});
