import { expect, it } from 'vitest';
import type { LonLat } from '../../../src/geo/lon-lat.ts';
import { sailedTrack } from '../../../src/testing/sailed-track.ts';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';
import { seen } from './seen.ts';

/** Nobody tells of it: the ship goes through the Suez Canal, and lies at anchor off Ningbo for a day before it gets its berth. */
const bill = 'MASTER_BILL:COSU6400000017';
const on = 'on KAPOK/115N';
const canal = sailedTrack('2026-11-01T00:00:00Z', [32.34, 31.6], [
  { to: [32.35, 31.0], knots: 10 },
  { to: [32.35, 30.4], knots: 8 },
  { to: [32.6, 29.7], knots: 10 },
]); // prettier-ignore
const roads: LonLat = [122.5, 29.62];
const waiting = sailedTrack('2026-11-20T00:00:00Z', [123.4, 29.5], [
  { to: roads, knots: 14 },
  { hours: 24, status: 1, knots: 0.4 },
  { to: [122.38, 29.72], knots: 8 },
  { to: [121.971, 29.901], knots: 9 },
  { hours: 6, status: 5 },
]); // prettier-ignore
const cargo = `
  CARRIER 2026-10-25 10:00 NLRTM BL_ISSUED ${bill} lists CSQU3054383 from NLRTM to CNNBO
  TERMINAL 2026-10-25 22:00 NLRTM LOADED FULL CSQU3054383 ${on} ${bill}
  CARRIER 2026-10-26 06:00 NLRTM DEPARTED ${on}
  ? CARRIER 2026-11-20 12:00 CNNBO ARRIVED ${on} ${bill} heard 2026-10-20 00:00
`;
const answer = (at: string) =>
  asked(tell([cargo, seen(canal, 'VESSEL', on), seen(waiting, 'VESSEL', on)].join('\n')), bill, at);

it('through the canal: it has passed, and calls nowhere', () => {
  expect(answer('2026-11-02 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 115N | next ARRIVED CNNBO 11-20 12:00 PLANNED | ETA CNNBO 11-20 12:00 PLANNED 0 min late | ON_ROUTE
      10-25 22:00 NLRTM LOADED FULL CSQU3054383 KAPOK 115N
      10-26 06:00 NLRTM DEPARTED KAPOK 115N (inherited)
      11-01 13:30 (zone assumed) Suez Canal PASSED KAPOK 115N (inherited) (derived)
      ? 11-20 12:00 CNNBO ARRIVED KAPOK 115N
      10-25 10:00 NLRTM BL_ISSUED MASTER_BILL:COSU6400000017
    > VESSEL UNDERWAY NLRTM 10-26 06:00 → CNNBO ?11-20 12:00 KAPOK 115N
    CSQU3054383 IN_TRANSIT
    = CSQU3054383 NLRTM EXPORT LEFT
    = CSQU3054383 CNNBO UNKNOWN"
  `);
});

it('at anchor it has come to the port and not to its berth', () => {
  expect(answer('2026-11-21 00:00')).toMatchInlineSnapshot(`
    "AT_DESTINATION at CNNBO | next BERTHED CNNBO USUAL_ORDER | ON_ROUTE
      10-25 22:00 NLRTM LOADED FULL CSQU3054383 KAPOK 115N
      10-26 06:00 NLRTM DEPARTED KAPOK 115N (inherited)
      11-01 13:30 (zone assumed) Suez Canal PASSED KAPOK 115N (inherited) (derived)
      11-20 10:50 CNNBO ARRIVED KAPOK 115N (inherited) (derived)
      11-20 11:25 CNNBO ANCHORED KAPOK 115N (inherited) (derived)
      10-25 10:00 NLRTM BL_ISSUED MASTER_BILL:COSU6400000017
    > VESSEL DONE NLRTM 10-26 06:00 → CNNBO 11-20 10:50 KAPOK 115N late ? → -70 min
    CSQU3054383 AT_DESTINATION
    = CSQU3054383 NLRTM EXPORT LEFT
    = CSQU3054383 CNNBO UNKNOWN"
  `);
});

it('berthed a day later', () => {
  expect(answer('2026-11-21 12:00')).toMatchInlineSnapshot(`
    "AT_DESTINATION at CNNBO/BLCT3 | next DISCHARGED CNNBO/BLCT3 USUAL_ORDER | ON_ROUTE
      10-25 22:00 NLRTM LOADED FULL CSQU3054383 KAPOK 115N
      10-26 06:00 NLRTM DEPARTED KAPOK 115N (inherited)
      11-01 13:30 (zone assumed) Suez Canal PASSED KAPOK 115N (inherited) (derived)
      11-20 10:50 CNNBO ARRIVED KAPOK 115N (inherited) (derived)
      11-20 11:25 CNNBO ANCHORED KAPOK 115N (inherited) (derived)
      11-21 15:15 CNNBO/BLCT3 BERTHED KAPOK 115N (inherited) (derived)
      10-25 10:00 NLRTM BL_ISSUED MASTER_BILL:COSU6400000017
    > VESSEL DONE NLRTM 10-26 06:00 → CNNBO 11-20 10:50 KAPOK 115N late ? → -70 min
    CSQU3054383 AT_DESTINATION
    = CSQU3054383 NLRTM EXPORT LEFT
    = CSQU3054383 CNNBO UNKNOWN"
  `);
});
