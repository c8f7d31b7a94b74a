import { expect, it } from 'vitest';
import { Slices } from './in-slices.ts';
import { MovingObjects, type Moving } from './moving-objects.ts';

const ships = (count: number, longitude: number): Moving[] =>
  Array.from({ length: count }, (_, id) => ({
    id: `${id}`, kind: 'VESSEL', name: null, vesselImo: null, latitude: 0, longitude, speedKnots: null, courseDegrees: null, at: '2026-11-21T09:00:00Z',
  })); // prettier-ignore

it('takes over large deltas in the order in which they came', async () => {
  const objects = new MovingObjects(0);
  let slices = 0;
  const done = new Promise<void>((resolve) => {
    const queue = new Slices(objects, () => {
      slices += 1;
      if (objects.size === 49_999 && objects.find('1')?.longitude === 2) resolve();
    });
    queue.take({ moved: ships(50_000, 1), left: [] });
    queue.take({ moved: ships(50_000, 2), left: [] });
    queue.take({ moved: [], left: ['7'] });
  });
  await done;
  expect(slices).toBeGreaterThanOrEqual(3);
  expect(objects.find('7')).toBeNull();
  expect(objects.things.every(({ longitude }) => longitude === 2)).toBe(true);
});
