import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Nobody plans the ship that takes it: what sails from Shanghai after the other left did not load at Ningbo. */
const told = tell(`
  ? CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S BOOKING:8200000017 heard 2026-06-20 03:00
  ? CARRIER 2026-07-20 08:00 NLRTM ARRIVED on KAPOK/114S BOOKING:8200000017 heard 2026-06-20 03:00
  TERMINAL 2026-07-11 22:00 CNSGH LOADED FULL CSQU3054383 on MERIDIAN/012W BOOKING:8200000017
  CARRIER 2026-07-12 06:30 CNSGH DEPARTED on MERIDIAN/012W
`);

it('is on the ship that took it', () => {
  expect(asked(told, 'BOOKING:8200000017', '2026-07-24 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED USUAL_ORDER | ON_ROUTE
      07-11 22:00 CNSGH LOADED FULL CSQU3054383 MERIDIAN 012W
      07-12 06:30 CNSGH DEPARTED MERIDIAN 012W (inherited)
    > VESSEL UNDERWAY CNSGH 07-12 06:30 → MERIDIAN 012W
    x VOYAGE:9321483/012W instead: ? 07-05 06:00 CNNBO DEPARTED KAPOK 114S
    x VOYAGE:9321483/012W instead: ? 07-20 08:00 NLRTM ARRIVED KAPOK 114S
    CSQU3054383 IN_TRANSIT"
  `);
});
