import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Terminals tell boxes without their bill, and the carrier tells the bill with its boxes: together they are one cargo. */
const moves = `
  TERMINAL 2026-07-01 09:00 CNNBO GATED_OUT EMPTY CSQU3054383
  TERMINAL 2026-07-03 14:00 CNNBO GATED_IN FULL CSQU3054383
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S
`;
const bill =
  'CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017 lists CSQU3054383 CBHU6142088';

it('though no move names the bill, and of one box nothing is told yet', () => {
  expect(asked(tell(`${bill}\n${moves}`), 'MASTER_BILL:COSU6400000017', '2026-07-05 00:00'))
    .toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-01 09:00 CNNBO GATED_OUT EMPTY CSQU3054383
      07-03 14:00 CNNBO GATED_IN FULL CSQU3054383
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
      07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017
    > VESSEL UNDERWAY CNNBO 07-04 22:00 → KAPOK 114S
    CBHU6142088 UNKNOWN
    CSQU3054383 IN_TRANSIT"
  `);
});

it('not the papers of the cargo before, though the box was picked up again soon', () => {
  const manifest = `
    CARRIER 2026-06-24 10:00 CNNBO MANIFEST_SUBMITTED MASTER_BILL:COSU6400000033 lists CSQU3054383`;
  const told = tell(`${manifest}\n${moves}`);
  expect(asked(told, 'MASTER_BILL:COSU6400000033', '2026-07-05 00:00')).toMatchInlineSnapshot(`
    "BOOKED | next GATED_OUT USUAL_ORDER | NO_PLAN
      06-24 10:00 CNNBO MANIFEST_SUBMITTED MASTER_BILL:COSU6400000033
    CSQU3054383 UNKNOWN"
  `);
});

it('of two bills that each list it neither, unless both name its ship', () => {
  const other = 'CARRIER 2026-07-02 11:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000025 lists CSQU3054383';
  const apart = tell(`${bill}\n${other}\n${moves}`);
  expect(asked(apart, 'MASTER_BILL:COSU6400000025', '2026-07-05 00:00')).toMatchInlineSnapshot(`
    "BOOKED | next GATED_OUT USUAL_ORDER | NO_PLAN
      07-02 11:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000025
    CSQU3054383 UNKNOWN"
  `);
  const partLoads = tell(`${bill} on KAPOK/114S\n${other} on KAPOK/114S\n${moves}`);
  expect(asked(partLoads, 'MASTER_BILL:COSU6400000025', '2026-07-05 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-01 09:00 CNNBO GATED_OUT EMPTY CSQU3054383
      07-03 14:00 CNNBO GATED_IN FULL CSQU3054383
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
      07-02 11:00 CNNBO BL_ISSUED KAPOK 114S MASTER_BILL:COSU6400000025
    > VESSEL UNDERWAY CNNBO 07-04 22:00 → KAPOK 114S
    CSQU3054383 IN_TRANSIT"
  `);
});
