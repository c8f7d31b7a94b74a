import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { clustersOf, type Crowding } from './clusters-of.ts';

const MOST = 10_000;
const places = fc.array(
  fc.record({
    latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    longitude: fc.double({ min: -180, max: 179.9, noNaN: true }),
    crowd: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 100 },
);
const quay = (count: number): Crowding[] =>
  Array.from({ length: count }, (_, index) => ({ latitude: 29.93 + index / 1e5, longitude: 121.85 }));

it('puts together what lies together, with what each stands for, and leaves few apart', () => {
  const things = [
    ...quay(5),
    { latitude: 29.93, longitude: 121.85, crowd: 12 },
    { latitude: -33, longitude: 151 },
  ];
  const [cluster, ...others] = clustersOf(things, 3, MOST);
  expect([cluster?.count, others]).toEqual([17, []]);
  expect(clustersOf(quay(3), 3, MOST)).toEqual([]);
});

it('a mark lies in the part of the map that it stands for, clear of its edge, and counts nothing twice', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 0, max: 8 }), (things, zoom) => {
      const clusters = clustersOf(things, zoom, MOST);
      const all = things.reduce((sum, { crowd }) => sum + crowd, 0);
      expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(all);
      expect(new Set(clusters.map(({ id }) => id)).size).toBe(clusters.length);
      for (const { latitude, longitude, bounds: [west, south, east, north] } of clusters) {
        expect(longitude).toBeGreaterThan(west);
        expect(longitude).toBeLessThan(east);
        expect(latitude).toBeGreaterThan(south);
        expect(latitude).toBeLessThan(north);
      }
    }),
  );
}); // prettier-ignore

it('comes apart when one comes nearer', () => {
  const two = [
    ...quay(4),
    ...quay(4).map(({ latitude, longitude }) => ({ latitude, longitude: longitude + 1 })),
  ];
  expect(clustersOf(two, 2, MOST)).toHaveLength(1);
  expect(clustersOf(two, 8, MOST)).toHaveLength(2);
});

it('has the most first, as many as are asked for', () => {
  const two = [...quay(4), ...quay(6).map(({ latitude }) => ({ latitude, longitude: 0 }))];
  expect(clustersOf(two, 2, 1).map(({ count }) => count)).toEqual([6]);
});
