import { expect, it } from 'vitest';
import { alarmed, asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** 截港: the box is to be in the terminal by noon of the 24th. The time opens the alarm, the gate closes it. */
const bill = 'MASTER_BILL:COSU6400000017';
const told = tell(`
  CARRIER 2026-10-01 10:00 - BOOKING_CONFIRMED BOOKING:8200000017 from CNNBO to NLRTM
  ? CARRIER 2026-10-24 12:00 CNNBO CUT_OFF BOOKING:8200000017 because 180 heard 2026-10-01 03:00
  ? CARRIER 2026-10-26 06:00 CNNBO DEPARTED on KAPOK/114S BOOKING:8200000017 heard 2026-10-01 03:00
  TERMINAL 2026-10-20 09:00 CNNBO GATED_OUT EMPTY CSQU3054383 BOOKING:8200000017
  CARRIER 2026-10-20 10:00 CNNBO BL_DRAFTED ${bill} BOOKING:8200000017
  TERMINAL 2026-10-24 15:00 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 ${bill}
`);

it('nothing while there is more than a day', () => {
  expect(alarmed(told, bill, '2026-10-23 03:59')).toBe('');
});

it('at risk a day before: the consignor must act', () => {
  expect(alarmed(told, bill, '2026-10-23 04:00')).toMatchInlineSnapshot(
    `"WARNING CUT_OFF_AT_RISK CARGO CNNBO by CONSIGNOR since 10-23 04:00Z: ~CUT_OFF 10-24 12:00 by CARRIER"`,
  );
  expect(asked(told, bill, '2026-10-23 04:00')).toMatchInlineSnapshot(`
    "PRE_CARRIAGE at CNNBO | next DEPARTED CNNBO 10-26 06:00 PLANNED | ON_ROUTE
      10-20 09:00 CNNBO GATED_OUT EMPTY CSQU3054383
      ? 10-24 12:00 CNNBO CUT_OFF
      ? 10-26 06:00 CNNBO DEPARTED KAPOK 114S
      10-01 10:00 BOOKING_CONFIRMED BOOKING:8200000017
      10-20 10:00 CNNBO BL_DRAFTED MASTER_BILL:COSU6400000017
    > VESSEL PLANNED CNNBO ?10-26 06:00 → KAPOK 114S
    CSQU3054383 PRE_CARRIAGE
    ! WARNING CUT_OFF_AT_RISK CARGO CNNBO by CONSIGNOR since 10-23 04:00Z
    = CSQU3054383 CNNBO EXPORT UNKNOWN
    = CSQU3054383 NLRTM UNKNOWN"
  `);
});

it('grave once it is missed', () => {
  expect(alarmed(told, bill, '2026-10-24 04:00')).toMatchInlineSnapshot(
    `"CRITICAL CUT_OFF_AT_RISK CARGO CNNBO by CONSIGNOR since 10-23 04:00Z: ~CUT_OFF 10-24 12:00 by CARRIER"`,
  );
});

it('over when the box is in, with the gate as evidence', () => {
  expect(alarmed(told, bill, '2026-10-24 08:00')).toMatchInlineSnapshot(
    `"CRITICAL CUT_OFF_AT_RISK CARGO CNNBO by CONSIGNOR since 10-23 04:00Z till 10-24 07:00Z: ~CUT_OFF 10-24 12:00 by CARRIER, GATED_IN 10-24 15:00 by TERMINAL"`,
  );
  expect(asked(told, bill, '2026-10-24 08:00')).toMatchInlineSnapshot(`
    "AT_ORIGIN at CNNBO/BLCT3 | next DEPARTED CNNBO 10-26 06:00 PLANNED | ON_ROUTE
      10-20 09:00 CNNBO GATED_OUT EMPTY CSQU3054383
      ? 10-24 12:00 CNNBO CUT_OFF
      10-24 15:00 CNNBO/BLCT3 GATED_IN FULL CSQU3054383
      ? 10-26 06:00 CNNBO DEPARTED KAPOK 114S
      10-01 10:00 BOOKING_CONFIRMED BOOKING:8200000017
      10-20 10:00 CNNBO BL_DRAFTED MASTER_BILL:COSU6400000017
    > VESSEL PLANNED CNNBO ?10-26 06:00 → KAPOK 114S
    CSQU3054383 AT_ORIGIN
    ! CRITICAL CUT_OFF_AT_RISK CARGO CNNBO by CONSIGNOR since 10-23 04:00Z till 10-24 07:00Z
    = CSQU3054383 CNNBO EXPORT UNKNOWN
    = CSQU3054383 NLRTM UNKNOWN"
  `);
});
