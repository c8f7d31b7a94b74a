import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Two boxes at Rotterdam, free for five days there: what they cost is told day by day for a week ahead, by the wall clock there. */
const bill = 'MASTER_BILL:COSU6400000017';
const told = tell(`
  CARRIER 2026-11-01 10:00 CNNBO BL_ISSUED ${bill} lists CSQU3054383 CBHU6142088 from CNNBO to NLRTM
  TERMINAL 2026-11-30 03:00 NLRTM/ECT DISCHARGED FULL CSQU3054383 on MERIDIAN/012W ${bill}
  TERMINAL 2026-11-30 04:00 NLRTM/ECT DISCHARGED FULL CBHU6142088 on MERIDIAN/012W ${bill}
  TERMINAL 2026-12-08 09:00 NLRTM/ECT GATED_OUT FULL CBHU6142088 ${bill}
`);
const money = (at: string) =>
  asked(told, bill, at).split('\n').filter((line) => /^[$!]/.test(line)).join('\n'); // prettier-ignore

it('nothing within the week that is free, then a day more with every midnight there', () => {
  expect(money('2026-11-29 23:00')).toBe('');
  expect(money('2026-11-30 22:59')).toMatchInlineSnapshot(`
    "$ DEMURRAGE CBHU6142088 free to 12-05 TARIFF DEM-NLRTM at NLRTM
    $ DEMURRAGE CSQU3054383 free to 12-05 TARIFF DEM-NLRTM at NLRTM
    $ DEMURRAGE CBHU6142088 12-06 60 EUR
    $ DEMURRAGE CSQU3054383 12-06 60 EUR"
  `);
  expect(money('2026-11-30 23:00')).toMatchInlineSnapshot(`
    "$ DEMURRAGE CBHU6142088 free to 12-05 TARIFF DEM-NLRTM at NLRTM
    $ DEMURRAGE CSQU3054383 free to 12-05 TARIFF DEM-NLRTM at NLRTM
    $ DEMURRAGE CBHU6142088 12-06 60, 12-07 60 EUR
    $ DEMURRAGE CSQU3054383 12-06 60, 12-07 60 EUR"
  `);
});

it('more from the sixth day on, and nothing any more for the box that has gone', () => {
  expect(money('2026-12-08 12:00')).toMatchInlineSnapshot(`
    "! INFO LAST_FREE_DAY DEMURRAGE CSQU3054383 NLRTM by CONSIGNEE since 12-03 23:00Z
    ! INFO LAST_FREE_DAY DEMURRAGE CBHU6142088 NLRTM by CONSIGNEE since 12-03 23:00Z till 12-08 08:00Z
    $ DEMURRAGE CBHU6142088 free to 12-05 TARIFF DEM-NLRTM at NLRTM stopped 12-08 08:00Z
    $ DEMURRAGE CSQU3054383 free to 12-05 TARIFF DEM-NLRTM at NLRTM
    $ DETENTION CBHU6142088 free to 12-13 TARIFF DET-NLRTM at NLRTM
    $ DEMURRAGE CSQU3054383 12-08 60, 12-09 60, 12-10 60, 12-11 110, 12-12 110, 12-13 110, 12-14 110 EUR
    $ DETENTION CBHU6142088 12-14 45 EUR"
  `);
});
