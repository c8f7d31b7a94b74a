import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The gate-in names the ship, the ship sails, the box was never loaded: it is still there. */
const told = tell(`
  TERMINAL 2026-07-03 14:00 CNNBO GATED_IN FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S
`);

it('after the ship has left', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-06 00:00')).toMatchInlineSnapshot(`
    "AT_ORIGIN at CNNBO | next LOADED CNNBO USUAL_ORDER | NO_PLAN
      07-03 14:00 CNNBO GATED_IN FULL CSQU3054383 KAPOK 114S
    CSQU3054383 AT_ORIGIN"
  `);
});
