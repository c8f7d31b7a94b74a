import { expect, it } from 'vitest';
import { classifyNumber } from '../../../src/codes/classify.ts';
import { parseOceanBill } from '../../../src/codes/ocean-bill.ts';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** One bill, written with the SCAC of its carrier by one sender and without it by another: one shipment, found either way. */
const bare = parseOceanBill('6400000017', 'COSU');
const full = parseOceanBill('cosu 6400000017', null);
const told = tell(`
  CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:${bare.value} lists CSQU3054383
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:${full.value}
`);

it('told of one bill', () => {
  expect([bare.ok, full.ok, bare.value]).toEqual([true, true, full.value]);
  expect(asked(told, 'MASTER_BILL:COSU6400000017', '2026-07-06 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
      07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017
    > VESSEL UNDERWAY CNNBO 07-04 22:00 → KAPOK 114S
    CSQU3054383 IN_TRANSIT"
  `);
});

it.each(['COSU6400000017', '6400000017', 'cosu-6400000017', 'B/L: 6400000017'])('asked as %s', (written) => {
  const keys = classifyNumber(written).map(({ scheme, value }) => `${scheme}:${value}`);
  expect(keys).toContain('MASTER_BILL:COSU6400000017');
});
