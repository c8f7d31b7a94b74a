import { describe, expect, it } from 'vitest';
import type { GeoLine } from './geo-graph.ts';
import type { LonLat } from './lon-lat.ts';
import { buildSeaNetwork, seaRoute } from './sea-route.ts';

// A short way through a canal at 0 N and a long one round a cape at 10 S; a pond that nothing joins.
const lines: readonly GeoLine[] = [
  { passage: null, coordinates: [[0, 0], [4, 0]] },
  { passage: 'SUEZ', coordinates: [[4, 0], [6, 0]] },
  { passage: null, coordinates: [[6, 0], [10, 0]] },
  { passage: null, coordinates: [[4, 0], [4, -10]] },
  { passage: 'CAPE_OF_GOOD_HOPE', coordinates: [[4, -10], [6, -10]] },
  { passage: null, coordinates: [[6, -10], [6, 0]] },
  { passage: null, coordinates: [[50, 50], [51, 50]] },
]; // prettier-ignore
const network = buildSeaNetwork(lines);
const west: LonLat = [0, 0.1];
const east: LonLat = [10, -0.1];

describe('seaRoute', () => {
  it('goes through the canal, and begins and ends at the ports themselves', () => {
    const route = seaRoute(network, west, east);
    expect(route?.passages).toEqual(['SUEZ']);
    expect(route?.coordinates).toEqual([west, [0, 0], [4, 0], [6, 0], [10, 0], east]);
    expect(route?.distanceNm).toBeCloseTo(600.4 + 12, 0);
  });

  it('goes round the cape when told to keep out of the canal', () => {
    const route = seaRoute(network, west, east, { avoid: ['SUEZ'] });
    expect(route?.passages).toEqual(['CAPE_OF_GOOD_HOPE']);
    expect(route!.distanceNm).toBeGreaterThan(1700);
  });

  it('is null when nothing is left, or where the sea is another one', () => {
    expect(seaRoute(network, west, east, { avoid: ['SUEZ', 'CAPE_OF_GOOD_HOPE'] })).toBeNull();
    expect(seaRoute(network, west, [50.4, 50])).toBeNull();
    expect(seaRoute(buildSeaNetwork([]), west, east)).toBeNull();
  });

  it('of a port to itself has no length', () => {
    expect(seaRoute(network, [0, 0], [0, 0])?.distanceNm).toBe(0);
  });

  it('joins lanes that write the antimeridian differently', () => {
    const pacific = buildSeaNetwork([
      { passage: null, coordinates: [[170, 0], [180, 0]] },
      { passage: null, coordinates: [[-180, 0], [-170, 0]] },
      { passage: null, coordinates: [[190, 0], [200, 0]] },
    ]); // prettier-ignore
    expect(seaRoute(pacific, [170, 0], [-160, 0])?.distanceNm).toBeCloseTo(1801, 0);
  });
});
