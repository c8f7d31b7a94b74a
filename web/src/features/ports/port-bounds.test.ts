import { expect, it } from 'vitest';
import { circleOf, isWithin, portBounds } from './port-bounds.ts';
import type { Port } from './ports.graphql.ts';

const ground = {
  kind: 'ANCHORAGE',
  name: 'Roads',
  nameZh: null,
  latitude: 29.62,
  longitude: 122.5,
  radiusNm: 8,
} as const;
const place = (latitude: number | null, longitude: number | null) =>
  ({ latitude, longitude }) as Port['place'];

it('holds the port, its terminals and its anchorages', () => {
  const bounds = portBounds({
    place: place(29.93, 121.85),
    terminals: [{ code: 'ZHCT', name: '', nameZh: null, latitude: 29.97, longitude: 121.71 }],
    waitingGrounds: [ground],
  });
  expect(bounds?.map((one) => Math.round(one * 100) / 100)).toEqual([121.71, 29.49, 122.65, 29.97]);
});

it('has room around a port of which only the point is known, and none without one', () => {
  const known = portBounds({ place: place(10, 20), terminals: [], waitingGrounds: [] });
  expect(known?.map((one) => Math.round(one * 10) / 10)).toEqual([19.8, 9.8, 20.2, 10.2]);
  expect(portBounds({ place: place(null, null), terminals: [], waitingGrounds: [] })).toBeNull();
});

it('knows what lies in an anchorage, whose ring it draws', () => {
  expect(isWithin({ latitude: 29.7, longitude: 122.5 }, ground)).toBe(true);
  expect(isWithin({ latitude: 29.8, longitude: 122.5 }, ground)).toBe(false);
  for (const [longitude, latitude] of circleOf({ ...ground, radiusNm: 7.99 }))
    expect(isWithin({ latitude, longitude }, ground)).toBe(true);
  expect(isWithin({ latitude: 0, longitude: -179.99 }, { ...ground, latitude: 0, longitude: 179.99 })).toBe(
    true,
  );
});
