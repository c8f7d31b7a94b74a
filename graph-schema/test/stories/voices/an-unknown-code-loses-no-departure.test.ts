import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The departure comes under a code that nobody knows: the planned one is not dropped, it says that something was told. */
const told = tell(`
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  ? CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-07-01 03:00
  CARRIER 2026-07-05 06:40 CNNBO UNMAPPED on KAPOK/114S MASTER_BILL:COSU6400000017 raw ABD
`);

it('the plan stands, overdue, with what was not understood', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-06 00:00')).toMatchInlineSnapshot(`
    "AT_ORIGIN at CNNBO | next DEPARTED CNNBO 07-05 06:00 PLANNED | ON_ROUTE | overdue since 2026-07-04T22:00:00.000Z | unread ABD
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
      ? 07-05 06:00 CNNBO DEPARTED KAPOK 114S
      07-05 06:40 CNNBO UNMAPPED KAPOK 114S
    > VESSEL PLANNED CNNBO ?07-05 06:00 → KAPOK 114S
    CSQU3054383 AT_ORIGIN
    ! WARNING STEP_OVERDUE VESSEL CNNBO by CARRIER since 07-05 22:00Z"
  `);
});
