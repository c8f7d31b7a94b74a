import { describe, expect, it } from 'vitest';
import { classifyNumber } from '../../../src/codes/classify.ts';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** A purchase order in two consignments: its number finds both, and ties neither to the other. */
const order = 'REFERENCE:PO47112';
const told = tell(`
  CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017 ${order} lists CSQU3054383
  CARRIER 2026-07-02 11:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000025 ${order} lists CBHU6142088
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S
  TERMINAL 2026-07-05 09:00 CNNBO GATED_IN FULL CBHU6142088 MASTER_BILL:COSU6400000025
`);

it('both consignments of the order, each with its own box', () => {
  expect(asked(told, order, '2026-07-06 00:00')).toMatchInlineSnapshot(`
    "MASTER_BILL:COSU6400000017: IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 22:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
      07-05 06:00 CNNBO DEPARTED KAPOK 114S (inherited)
      07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017
    > VESSEL UNDERWAY CNNBO 07-05 06:00 → KAPOK 114S
    CSQU3054383 IN_TRANSIT

    MASTER_BILL:COSU6400000025: AT_ORIGIN at CNNBO | next LOADED CNNBO USUAL_ORDER | NO_PLAN
      07-05 09:00 CNNBO GATED_IN FULL CBHU6142088
      07-02 11:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000025
    CBHU6142088 AT_ORIGIN"
  `);
});

describe('its separators and its case', () => {
  it.each(['PO-4711/2', 'po 4711.2', 'Po4711-2', 'PO–4711／2', 'PO No.: PO-4711/2'])(
    '%s is the same order',
    (written) => {
      const found = classifyNumber(written).filter(({ scheme }) => scheme === 'REFERENCE');
      expect(found.map(({ value }) => value)).toEqual(['PO47112']);
    },
  );
});

/** Of two houses in one master one is of the order; another order is named with the master alone. */
const grouped = tell(`
  CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017 REFERENCE:PO5 lists CSQU3054383
  FORWARDER 2026-07-02 11:00 CNNBO BL_ISSUED HOUSE_BILL:SHFW260701 MASTER_BILL:COSU6400000017 ${order} as M1 v1
  FORWARDER 2026-07-02 11:30 CNNBO BL_ISSUED HOUSE_BILL:SHFW260702 MASTER_BILL:COSU6400000017
  CANCEL M1 v1 heard 2026-07-08 00:00
`);
describe('an order of one house among several', () => {
  it('leads to that house, not to its master nor to the neighbour', () =>
    expect(asked(grouped, order, '2026-07-06 00:00')).toBe(
      asked(grouped, 'HOUSE_BILL:SHFW260701', '2026-07-06 00:00'),
    ));
  it('named with the master alone leads to no house', () =>
    expect(asked(grouped, 'REFERENCE:PO5', '2026-07-06 00:00')).toMatchInlineSnapshot(`
      "BOOKED | next GATED_OUT USUAL_ORDER | NO_PLAN
        07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017
      CSQU3054383 UNKNOWN"
    `));
  it('leads nowhere once who named it took it back', () =>
    expect(asked(grouped, order, '2026-07-09 00:00')).toBe(`nothing is known of ${order}`));
});
