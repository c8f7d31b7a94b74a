import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** 44 in 100 boxes of a port are in no register, and many come without size: they are tracked all the same. */
const told = tell(`
  TERMINAL 2026-07-03 14:00 CNNBO GATED_IN FULL XQZU0000018 MASTER_BILL:COSU6400000017
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL XQZU0000018 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S
`);

it('asked by the box', () => {
  expect(asked(told, 'CONTAINER:XQZU0000018', '2026-07-06 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-03 14:00 CNNBO GATED_IN FULL XQZU0000018
      07-04 22:00 CNNBO LOADED FULL XQZU0000018 KAPOK 114S
      07-05 06:00 CNNBO DEPARTED KAPOK 114S (inherited)
    > VESSEL UNDERWAY CNNBO 07-05 06:00 → KAPOK 114S
    XQZU0000018 IN_TRANSIT"
  `);
});
