import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The bill is amended 改单: a box that the new version no longer lists no longer belongs to it. */
const told = tell(`
  CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017 lists CSQU3054383 CBHU6142088 as bl v1
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S
  TERMINAL 2026-07-04 22:30 CNNBO LOADED FULL CBHU6142088 on KAPOK/114S
  CARRIER 2026-07-06 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017 lists CSQU3054383 as bl v2 instead
`);

it('both boxes before', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-05 00:00')).toMatchInlineSnapshot(`
    "BOOKED | next GATED_OUT USUAL_ORDER | NO_PLAN
      07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017
    CBHU6142088 UNKNOWN
    CSQU3054383 UNKNOWN"
  `);
});

it('one after', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-07 00:00')).toMatchInlineSnapshot(`
    "BOOKED | next GATED_OUT USUAL_ORDER | NO_PLAN
      07-06 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017
    CSQU3054383 UNKNOWN"
  `);
});
