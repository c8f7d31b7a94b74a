import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Versions are ordered by what they say: the first version, delivered again after the second, changes nothing. */
const told = tell(`
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017 as load v2 instead heard 2026-07-04 15:00
  TERMINAL 2026-07-04 20:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017 as load v1 heard 2026-07-05 15:00
`);

it('the second version stands', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-06 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
    > VESSEL UNDERWAY CNNBO 07-04 22:00 → KAPOK 114S
    CSQU3054383 IN_TRANSIT"
  `);
});
