import { beforeAll, describe, expect, it } from 'vitest';
import { lengthNm } from '../geo/distance.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { PASSAGES, seaRoute, type Passage, type SeaNetwork } from '../geo/sea-route.ts';
import { getSeaNetwork, readSeaLines } from './sea-network.ts';

const SHANGHAI: LonLat = [121.9, 31.2];
const NINGBO: LonLat = [121.9, 29.93];
const LOS_ANGELES: LonLat = [-118.26, 33.73];
const ROTTERDAM: LonLat = [4.05, 51.96];
const SANTOS: LonLat = [-46.3, -23.98];
const NEW_YORK: LonLat = [-74.05, 40.67];
const HAMBURG: LonLat = [9.93, 53.53];
const JEBEL_ALI: LonLat = [55.05, 25];
const ODESSA: LonLat = [30.75, 46.5];
const SINGAPORE: LonLat = [103.8, 1.25];

let network: SeaNetwork;
beforeAll(() => {
  network = getSeaNetwork();
});

describe('the sea network', () => {
  // Distances of published tables, within 3 %.
  it.each([
    ['Shanghai', SHANGHAI, 'Los Angeles', LOS_ANGELES, 5750, []],
    ['Shanghai', SHANGHAI, 'Rotterdam', ROTTERDAM, 10_525, ['MALACCA', 'BAB_EL_MANDEB', 'SUEZ', 'GIBRALTAR']],
    ['Santos', SANTOS, 'Ningbo', NINGBO, 11_000, ['CAPE_OF_GOOD_HOPE', 'SUNDA']],
    ['Shanghai', SHANGHAI, 'New York', NEW_YORK, 10_600, ['PANAMA']],
    ['Hamburg', HAMBURG, 'New York', NEW_YORK, 3500, []],
    ['Jebel Ali', JEBEL_ALI, 'Rotterdam', ROTTERDAM, 6200, ['HORMUZ', 'BAB_EL_MANDEB', 'SUEZ', 'GIBRALTAR']],
    [
      'Odessa',
      ODESSA,
      'Singapore',
      SINGAPORE,
      6150,
      ['BOSPORUS', 'DARDANELLES', 'SUEZ', 'BAB_EL_MANDEB', 'MALACCA'],
    ],
  ])('%s to %s', (_, from, __, to, published, passages) => {
    const route = seaRoute(network, from, to);
    expect(Math.abs(route!.distanceNm - published) / published).toBeLessThan(0.03);
    expect(route!.passages).toEqual(passages);
    expect(lengthNm(route!.coordinates)).toBeCloseTo(route!.distanceNm, 3);
  });

  it('goes round the Cape of Good Hope when ships avoid the Red Sea and Panama', () => {
    const route = seaRoute(network, SHANGHAI, ROTTERDAM, { avoid: ['SUEZ', 'PANAMA', 'NORTHWEST'] });
    expect(route!.passages).toContain('CAPE_OF_GOOD_HOPE');
    expect(route!.distanceNm).toBeGreaterThan(13_500);
    expect(route!.distanceNm).toBeLessThan(14_500);
  });

  it('has no way left from China to Europe when every passage is closed', () => {
    expect(seaRoute(network, SHANGHAI, ROTTERDAM, { avoid: PASSAGES })).toBeNull();
  });

  it('is as long one way as the other', () => {
    const there = seaRoute(network, SHANGHAI, ROTTERDAM)!;
    const back = seaRoute(network, ROTTERDAM, SHANGHAI)!;
    expect(back.distanceNm).toBeCloseTo(there.distanceNm, 3);
    expect(back.passages).toEqual(there.passages.toReversed());
  });

  it('knows every passage by name, and no other', () => {
    const named = new Set(
      readSeaLines().flatMap(({ passage }) => (passage === null ? [] : [passage as Passage])),
    );
    expect([...named].sort()).toEqual([...PASSAGES].sort());
  });
});
