import { expect, it } from 'vitest';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getCallZones } from '../../reference/call-zones.ts';
import { sailedTrack } from '../../testing/sailed-track.ts';
import { callsOf } from './calls-of.ts';

const zones = getCallZones();
const passed = (from: LonLat, ...ways: LonLat[]) =>
  callsOf(
    sailedTrack(
      '2026-11-20T00:00:00Z',
      from,
      ways.map((to) => ({ to, knots: 15 })),
    ),
    'VESSEL',
    zones,
  ).flatMap(({ passage }) => passage ?? []);

/** Open water on both sides of each: where ships of these trades go. */
const ways: readonly (readonly [string, readonly LonLat[]])[] = [
  ['Tsushima Strait', [[128.6, 33.2], [129.5, 33.95], [130.3, 34.8]]],
  ['Korea Strait (western channel)', [[128.2, 34.0], [128.95, 34.5], [129.5, 35.1]]],
  ['Luzon Strait', [[119.5, 20.5], [121.5, 20.7], [123.5, 21.0]]],
  ['Straits of Florida', [[-84.5, 24.2], [-81.7, 23.8], [-79.9, 24.4]]],
]; // prettier-ignore

it.each(ways)('%s is passed either way, once', (name, [from, ...rest]) => {
  const back = [from ?? [0, 0], ...rest].toReversed();
  expect(passed(from ?? [0, 0], ...rest)).toEqual([name]);
  expect(passed(back[0] ?? [0, 0], ...back.slice(1))).toEqual([name]);
});

it('along the coast of Kyushu, of Taiwan and of Cuba none is', () => {
  expect(passed([129.3, 32.6], [129.2, 33.3], [128.8, 33.9])).toEqual([]);
  expect(passed([121.6, 22.5], [121.8, 24.0])).toEqual([]);
  expect(passed([-84.5, 22.9], [-82.5, 23.4], [-82.4, 23.2])).toEqual([]);
});

it('the table has each strait once, with both its ends', () => {
  const names = zones.zones.gates.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
});
