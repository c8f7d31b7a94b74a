import { expect, it } from 'vitest';
import type { PathSegment } from '../../../features/journey/shipment.graphql.ts';
import { toFeatures } from './to-features.ts';

const overThePacific: PathSegment = {
  legId: 'air',
  mode: 'AIR',
  state: 'TRAVELLED',
  basis: 'GREAT_CIRCLE',
  coordinates: [
    [
      [121.8, 31.1],
      [180, 49],
    ],
    [
      [-180, 49],
      [-118.4, 33.9],
    ],
  ],
};

it('keeps the parts of a path apart, so that no line runs back across the map', () => {
  const [feature] = toFeatures([overThePacific]).features;
  expect(feature?.geometry.coordinates).toEqual(overThePacific.coordinates);
  expect(feature?.properties).toEqual({ legId: 'air', mode: 'AIR', state: 'TRAVELLED', approximate: false });
});

it('marks a straight line as approximate', () => {
  expect(toFeatures([{ ...overThePacific, basis: 'STRAIGHT' }]).features[0]?.properties.approximate).toBe(
    true,
  );
});

it('leaves out what no line can be drawn from', () => {
  expect(toFeatures([{ ...overThePacific, coordinates: [[[121.8, 31.1]], [[1], [2, 3]]] }]).features).toEqual(
    [],
  );
});
