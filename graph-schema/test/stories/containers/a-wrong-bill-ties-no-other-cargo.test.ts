import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/**
 * Emptied and filled again for a cargo within the country 内贸, whose return nobody tells. Weeks later a terminal names the bill of the
 * import with the box, wrongly: before and behind the other cargo, the bill is not its.
 */
const told = tell(`
  TERMINAL 2026-07-04 22:00 SGSIN LOADED FULL CSQU3054383 on KAPOK/113N MASTER_BILL:COSU6400000017
  TERMINAL 2026-07-10 22:00 CNNBO DISCHARGED FULL CSQU3054383 on KAPOK/113N MASTER_BILL:COSU6400000017
  TERMINAL 2026-07-12 09:00 CNNBO GATED_OUT FULL CSQU3054383
  FORWARDER 2026-07-13 10:00 CNNBO STRIPPED CSQU3054383
  FORWARDER 2026-07-14 09:00 CNNBO STUFFED CSQU3054383 ROAD_NOTE:7000017
  FORWARDER 2026-07-15 15:00 CNSHA DELIVERED CSQU3054383 ROAD_NOTE:7000017
  TERMINAL 2026-08-20 22:00 SGSIN DISCHARGED FULL CSQU3054383 on MERIDIAN/012W MASTER_BILL:COSU6400000017
`);

it('the cargo within the country is its own', () => {
  expect(asked(told, 'ROAD_NOTE:7000017', '2026-08-21 00:00')).toMatchInlineSnapshot(`
    "DELIVERED at CNSHA | next GATED_IN USUAL_ORDER | NO_PLAN
      07-14 09:00 CNNBO STUFFED CSQU3054383
      07-15 15:00 CNSHA DELIVERED CSQU3054383
    CSQU3054383 DELIVERED
    parked CONTRADICTED DISCHARGED 08-20 22:00 CSQU3054383"
  `);
});

it('the import knows nothing of it', () => {
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-08-21 00:00')).not.toMatch(/7000017|07-14|07-15/);
});
