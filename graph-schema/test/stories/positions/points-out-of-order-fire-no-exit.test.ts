import { expect, it } from 'vitest';
import type { TrackFix } from '../../../src/geo/track.ts';
import { sailedTrack } from '../../../src/testing/sailed-track.ts';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';
import { seen } from './seen.ts';

/**
 * The ship lies at the quay of Ningbo. Its positions come repeated, hours late and in no order; some lie outside the fence or on
 * the other side of the Earth. None of that makes it leave the port: it is told berthed once, and departed when it does depart.
 */
const bill = 'MASTER_BILL:COSU6400000017';
const voyage = sailedTrack('2026-11-20T00:00:00Z', [123.4, 29.5], [
  { to: [122.38, 29.72], knots: 14 },
  { to: [121.971, 29.901], knots: 9 },
  { hours: 12, status: 5 },
  { to: [122.38, 29.72], knots: 12 },
  { to: [123.4, 29.5], knots: 14 },
]); // prettier-ignore
const atQuay = voyage.filter(([, , , , status]) => status === 5);
const start = voyage[0]?.[0] ?? 0;
/** Two positions off the quay, as from a bad receiver, and one of another ship that uses its number. */
const wrong = atQuay.slice(40, 44).map(([at, longitude, latitude], index): TrackFix => {
  const off = index === 3 ? 40 : 0.05 * (index % 2);
  return [at + 60, longitude + off, latitude + off / 2, 0, 5];
});

function answer(track: readonly TrackFix[], at = '2026-11-22 00:00'): string {
  const told = tell(`
    ? CARRIER 2026-11-20 06:00 CNNBO ARRIVED on KAPOK/115N ${bill} heard 2026-11-01 00:00
    TERMINAL 2026-11-14 22:00 SGSIN LOADED FULL CSQU3054383 on KAPOK/115N ${bill}
    ${seen(track, 'VESSEL', 'on KAPOK/115N')}
  `);
  return asked(told, bill, at);
}

it('the call as it was', () => {
  expect(answer(voyage)).toMatchInlineSnapshot(`
    "AT_DESTINATION at CNNBO | ON_ROUTE
      11-14 22:00 SGSIN LOADED FULL CSQU3054383 KAPOK 115N
      11-20 11:35 CNNBO ARRIVED KAPOK 115N (inherited) (derived)
      11-20 14:40 CNNBO/BLCT3 BERTHED KAPOK 115N (inherited) (derived)
      11-21 02:35 CNNBO/BLCT3 UNBERTHED KAPOK 115N (inherited) (derived)
      11-21 03:10 CNNBO DEPARTED KAPOK 115N (inherited) (derived)
    > VESSEL DONE SGSIN 11-14 22:00 → CNNBO 11-20 11:35 KAPOK 115N late ? → 335 min
    CSQU3054383 AT_DESTINATION
    = CSQU3054383 CNNBO UNKNOWN"
  `);
});

it('the same from positions that are repeated, late, out of order and in part wrong', () => {
  const shuffled = [...voyage.slice(90), ...atQuay, ...voyage.slice(0, 90).toReversed(), ...wrong];
  expect(answer(shuffled)).toBe(answer(voyage));
});

it('no departure while it lies there', () => {
  const sofar = [...voyage.filter(([at]) => at < start + 16 * 3600), ...wrong];
  expect(answer(sofar, '2026-11-20 16:00')).toMatchInlineSnapshot(`
    "AT_DESTINATION at CNNBO/BLCT3 | next DISCHARGED CNNBO/BLCT3 USUAL_ORDER | ON_ROUTE
      11-14 22:00 SGSIN LOADED FULL CSQU3054383 KAPOK 115N
      11-20 11:35 CNNBO ARRIVED KAPOK 115N (inherited) (derived)
      11-20 14:40 CNNBO/BLCT3 BERTHED KAPOK 115N (inherited) (derived)
    > VESSEL DONE SGSIN 11-14 22:00 → CNNBO 11-20 11:35 KAPOK 115N late ? → 335 min
    CSQU3054383 AT_DESTINATION
    = CSQU3054383 CNNBO UNKNOWN"
  `);
});
