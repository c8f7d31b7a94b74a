import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The carrier tells a departure twice and takes one back: one departure, and none when both are taken back. */
const told = tell(`
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S MASTER_BILL:COSU6400000017 as e1 v1
  CARRIER 2026-07-05 07:10 CNNBO DEPARTED on KAPOK/114S MASTER_BILL:COSU6400000017 as e2 v1 heard 2026-07-05 00:10
  CANCEL e1 v1 heard 2026-07-06 00:00
  CANCEL e2 v1 heard 2026-07-08 00:00
`);

it('two voices of one departure', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-05 12:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
      07-05 06:00 CNNBO DEPARTED KAPOK 114S
    > VESSEL UNDERWAY CNNBO 07-05 06:00 → KAPOK 114S
    CSQU3054383 IN_TRANSIT"
  `);
});

it('one was taken back', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-07 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
      07-05 07:10 CNNBO DEPARTED KAPOK 114S
    > VESSEL UNDERWAY CNNBO 07-05 07:10 → KAPOK 114S
    CSQU3054383 IN_TRANSIT"
  `);
});

it('both were', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-09 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
    > VESSEL UNDERWAY CNNBO 07-04 22:00 → KAPOK 114S
    CSQU3054383 IN_TRANSIT"
  `);
});
