import { expect, it } from 'vitest';
import { nearestLeg } from '../../map/layers/paths/nearest-leg.ts';
import { toFeatures } from '../../map/layers/paths/to-features.ts';
import type { PathSegment } from '../journey/shipment.graphql.ts';
import { journeyBounds } from './journey-bounds.ts';

/** As the API gives a flight from Toronto to Bangkok: by the pole it turns half around the earth within a few points. */
const overThePole: PathSegment = {
  legId: 'air',
  mode: 'AIR',
  state: 'PLANNED',
  basis: 'GREAT_CIRCLE',
  coordinates: [[[-79.6, 43.7], [-79, 70], [-76, 84.9], [-60, 88.8], [20, 89.5], [84, 88.9], [96, 85], [100, 70], [100.7, 13.7]]],
}; // prettier-ignore

it('keeps every point of a way over the pole', () => {
  expect(toFeatures([overThePole]).features[0]?.geometry.coordinates).toEqual(overThePole.coordinates);
});

it('shows it in a box that Web Mercator has', () => {
  const bounds = journeyBounds({ geometry: { paths: [overThePole], stops: [] }, livePositions: [] });
  expect(bounds).not.toBeNull();
  const [west, south, east, north] = bounds ?? [0, 0, 0, 90];
  expect(north).toBeLessThanOrEqual(85);
  expect(south).toBeCloseTo(13.7);
  expect(east - west).toBeLessThanOrEqual(360);
});

it('is found where it is pressed, along the edge of the map as well, and not beside it', () => {
  const reach = 0.01;
  expect(nearestLeg([overThePole], -79, 69, reach)).toBe('air');
  expect(nearestLeg([overThePole], 100.5, 30, reach)).toBe('air');
  expect(nearestLeg([overThePole], 0, 85.05, reach)).toBe('air');
  expect(nearestLeg([overThePole], 0, 60, reach)).toBeNull();
});
