import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** A depot that no table knows: the wall clock is kept, and how its zone was guessed. */
const told = tell(`
  TERMINAL 2026-07-03 14:00 NAMED:YARD_17_BEHIND_THE_MILL GATED_IN FULL CSQU3054383 MASTER_BILL:COSU6400000017
`);

it('the clock as told', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-06 00:00')).toMatchInlineSnapshot(`
    "AT_ORIGIN at YARD 17 BEHIND THE MILL | next LOADED YARD 17 BEHIND THE MILL USUAL_ORDER | NO_PLAN
      07-03 14:00 YARD 17 BEHIND THE MILL GATED_IN FULL CSQU3054383
    CSQU3054383 AT_ORIGIN"
  `);
});
