import { expect, it } from 'vitest';
import { alarmed, asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** 甩港: the ship does not call where the box was to come off. What the carrier says opens the alarm, the discharge elsewhere closes it. */
const bill = 'MASTER_BILL:COSU6400000017';
const told = tell(`
  ? CARRIER 2026-11-20 09:00 NLRTM ARRIVED on MERIDIAN/012W ${bill} heard 2026-10-01 03:00
  TERMINAL 2026-10-25 22:48 CNNBO LOADED FULL CSQU3054383 on MERIDIAN/012W ${bill}
  CARRIER 2026-10-26 06:30 CNNBO DEPARTED on MERIDIAN/012W
  CARRIER 2026-11-10 08:00 NLRTM CALL_OMITTED on MERIDIAN/012W
  TERMINAL 2026-11-14 18:10 BEANR DISCHARGED FULL CSQU3054383 on MERIDIAN/012W ${bill}
`);

it('told when it is heard: the carrier must act', () => {
  expect(alarmed(told, bill, '2026-11-10 06:59')).toBe('');
  expect(alarmed(told, bill, '2026-11-10 07:00')).toMatchInlineSnapshot(
    `"WARNING PORT_OMITTED NLRTM by CARRIER since 11-10 07:00Z: CALL_OMITTED 11-10 08:00 by CARRIER"`,
  );
  expect(asked(told, bill, '2026-11-10 07:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED USUAL_ORDER | ON_ROUTE
      10-25 22:48 CNNBO LOADED FULL CSQU3054383 MERIDIAN 012W
      10-26 06:30 CNNBO DEPARTED MERIDIAN 012W (inherited)
      11-10 08:00 NLRTM CALL_OMITTED MERIDIAN 012W (inherited)
    > VESSEL UNDERWAY CNNBO 10-26 06:30 → MERIDIAN 012W
    x VOYAGE:9321483/012W instead: ? 11-20 09:00 NLRTM ARRIVED MERIDIAN 012W
    CSQU3054383 IN_TRANSIT
    ! WARNING PORT_OMITTED NLRTM by CARRIER since 11-10 07:00Z"
  `);
});

it('grave after three days', () => {
  expect(alarmed(told, bill, '2026-11-13 07:00')).toMatchInlineSnapshot(
    `"CRITICAL PORT_OMITTED NLRTM by CARRIER since 11-10 07:00Z: CALL_OMITTED 11-10 08:00 by CARRIER"`,
  );
});

it('over when the box has come off elsewhere, where it is now in the wrong place', () => {
  expect(alarmed(told, bill, '2026-11-15 00:00')).toMatchInlineSnapshot(`
    "WARNING WRONG_PLACE OTHER_COUNTRY CSQU3054383 BEANR by CARRIER since 11-14 17:10Z: DISCHARGED 11-14 18:10 by TERMINAL, ~ARRIVED 11-20 09:00 by CARRIER
    CRITICAL PORT_OMITTED NLRTM by CARRIER since 11-10 07:00Z till 11-14 17:10Z: CALL_OMITTED 11-10 08:00 by CARRIER, DISCHARGED 11-14 18:10 by TERMINAL"
  `);
  expect(asked(told, bill, '2026-11-15 00:00')).toMatchInlineSnapshot(`
    "AT_TRANSSHIPMENT at BEANR | next LOADED BEANR USUAL_ORDER | MISDIRECTED planned to NLRTM
      10-25 22:48 CNNBO LOADED FULL CSQU3054383 MERIDIAN 012W
      10-26 06:30 CNNBO DEPARTED MERIDIAN 012W (inherited)
      11-10 08:00 NLRTM CALL_OMITTED MERIDIAN 012W (inherited)
      11-14 18:10 BEANR DISCHARGED FULL CSQU3054383 MERIDIAN 012W
    > VESSEL DONE CNNBO 10-26 06:30 → BEANR 11-14 18:10 MERIDIAN 012W
    x came off before: ? 11-20 09:00 NLRTM ARRIVED MERIDIAN 012W
    CSQU3054383 AT_TRANSSHIPMENT
    ! WARNING WRONG_PLACE OTHER_COUNTRY CSQU3054383 BEANR by CARRIER since 11-14 17:10Z
    ! CRITICAL PORT_OMITTED NLRTM by CARRIER since 11-10 07:00Z till 11-14 17:10Z
    = CSQU3054383 CNNBO EXPORT LEFT
    = CSQU3054383 BEANR UNKNOWN"
  `);
});
