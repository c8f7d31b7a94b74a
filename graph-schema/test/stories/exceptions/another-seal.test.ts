import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The seal at the gate is not the seal that was put on, and nobody opened the box. */
const told = tell(`
  CARRIER 2026-07-02 10:00 CNNBO SEALED FULL CSQU3054383 MASTER_BILL:COSU6400000017 seal ML1000001
  TERMINAL 2026-07-03 14:00 CNNBO GATED_IN FULL CSQU3054383 MASTER_BILL:COSU6400000017 seal ML1000077
`);

it('told at the gate', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-03 12:00')).toMatchInlineSnapshot(`
    "AT_ORIGIN at CNNBO | next LOADED CNNBO USUAL_ORDER | NO_PLAN
      07-02 10:00 CNNBO SEALED FULL CSQU3054383
      07-03 14:00 CNNBO GATED_IN FULL CSQU3054383
    CSQU3054383 AT_ORIGIN
    ! WARNING SEAL_CHANGED CSQU3054383 CNNBO by CARRIER since 07-03 06:00Z"
  `);
});
