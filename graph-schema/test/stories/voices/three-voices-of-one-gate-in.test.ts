import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Terminal, carrier and customs report the same gate-in: one milestone; who differs is kept and shown. */
const told = tell(`
  TERMINAL 2026-07-03 14:05 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 MASTER_BILL:COSU6400000017
  CARRIER 2026-07-03 14:30 CNNBO GATED_IN FULL CSQU3054383 MASTER_BILL:COSU6400000017
  CUSTOMS 2026-07-03 19:00 CNNBO GATED_IN CSQU3054383 MASTER_BILL:COSU6400000017
`);

it('one milestone', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-04 00:00')).toMatchInlineSnapshot(`
    "AT_ORIGIN at CNNBO/BLCT3 | next LOADED CNNBO/BLCT3 USUAL_ORDER | NO_PLAN
      07-03 14:05 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 by TERMINAL, CARRIER, CUSTOMS DISAGREE
    CSQU3054383 AT_ORIGIN"
  `);
});
