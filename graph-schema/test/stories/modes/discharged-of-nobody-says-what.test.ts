import { describe, expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Stations and terminals tell that a box came off 卸车、卸船, and not of which train or ship: it was on one. */
const NOTE = 'RAIL_NOTE:20260701';
const byTrain = `
  RAIL 2026-07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 on train X8001@2026-07-01 ${NOTE}
  RAIL 2026-07-01 12:00 RAIL:XAP DEPARTED on train X8001@2026-07-01
  RAIL 2026-07-05 07:00 RAIL:HGS ARRIVED on train X8001@2026-07-01
  RAIL 2026-07-05 08:00 RAIL:HGS DISCHARGED FULL CSQU3054383 ${NOTE}`;
const BILL = 'MASTER_BILL:COSU6400000017';
const byShip = `
  TERMINAL 2026-07-01 10:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S ${BILL}
  CARRIER 2026-07-01 12:00 CNNBO DEPARTED on KAPOK/114S
  TERMINAL 2026-07-07 08:00 SGSIN DISCHARGED FULL CSQU3054383 ${BILL}
  CARRIER 2026-07-09 08:00 SGSIN DEPARTED on KAPOK/114S`;

describe('a box that was discharged, nobody says of what', () => {
  it('is off its train', () => {
    expect(asked(tell(byTrain), NOTE, '2026-07-05 12:00')).toMatchInlineSnapshot(`
      "AT_DESTINATION at RAIL:HGS | next GATED_OUT RAIL:HGS USUAL_ORDER | NO_PLAN
        07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 X8001
        07-01 12:00 RAIL:XAP DEPARTED X8001 (inherited)
        07-05 07:00 RAIL:HGS ARRIVED X8001 (inherited)
        07-05 08:00 RAIL:HGS DISCHARGED FULL CSQU3054383
      > RAIL DONE RAIL:XAP 07-01 12:00 → RAIL:HGS 07-05 07:00 X8001
      CSQU3054383 AT_DESTINATION"
    `);
  });

  it('is off its ship, which sails on without it', () => {
    expect(asked(tell(byShip), BILL, '2026-07-10 12:00')).toMatchInlineSnapshot(`
      "AT_DESTINATION at SGSIN | next GATED_OUT SGSIN USUAL_ORDER | NO_PLAN
        07-01 10:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
        07-01 12:00 CNNBO DEPARTED KAPOK 114S (inherited)
        07-07 08:00 SGSIN DISCHARGED FULL CSQU3054383
      > VESSEL DONE CNNBO 07-01 12:00 → SGSIN 07-07 08:00 KAPOK 114S
      CSQU3054383 AT_DESTINATION
      = CSQU3054383 CNNBO EXPORT LEFT
      = CSQU3054383 SGSIN UNKNOWN"
    `);
  });

  it('is on the next ship, when it was loaded on that, though nobody told the discharge', () => {
    const onward = `
      TERMINAL 2026-07-10 22:00 SGSIN LOADED FULL CSQU3054383 on MERIDIAN/012W ${BILL}
      TERMINAL 2026-08-05 22:00 NLRTM DISCHARGED FULL CSQU3054383 ${BILL}`;
    const untold = byShip
      .split('\n')
      .filter((line) => !line.includes('DISCHARGED'))
      .join('\n');
    expect(asked(tell(untold + onward), BILL, '2026-08-06 12:00')).toMatchInlineSnapshot(`
      "AT_DESTINATION at NLRTM | next GATED_OUT NLRTM USUAL_ORDER | NO_PLAN
        07-01 10:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
        07-01 12:00 CNNBO DEPARTED KAPOK 114S (inherited)
        07-09 08:00 SGSIN DEPARTED KAPOK 114S (inherited)
        07-10 22:00 SGSIN LOADED FULL CSQU3054383 MERIDIAN 012W
        08-05 22:00 NLRTM DISCHARGED FULL CSQU3054383
      > VESSEL DONE CNNBO 07-01 12:00 → SGSIN 07-09 08:00 KAPOK 114S
      > VESSEL DONE SGSIN 07-10 22:00 → NLRTM 08-05 22:00 MERIDIAN 012W
      CSQU3054383 AT_DESTINATION
      $ DEMURRAGE CSQU3054383 free to 08-10 TARIFF DEM-NLRTM at NLRTM
      $ DEMURRAGE CSQU3054383 08-11 60, 08-12 60 EUR
      = CSQU3054383 CNNBO EXPORT LEFT
      = CSQU3054383 NLRTM UNKNOWN"
    `);
  });
});
