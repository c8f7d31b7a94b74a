import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

const line = (text: string, number: 'BOOKING:8200000017' | 'MASTER_BILL:COSU6400000017', at: string) =>
  asked(tell(text), number, at).split('\n').filter((one, index) => index === 0 || /^[>x!]/.test(one)).join('\n'); // prettier-ignore

/** The ship that it does not take any more goes on telling when it leaves and comes; so does the one that it takes. */
it('the cargo takes the ship from the other port, whatever the former one is going to do', () => {
  const told = `
    ? CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S BOOKING:8200000017 heard 2026-06-20 03:00
    ? CARRIER 2026-07-20 08:00 NLRTM ARRIVED on KAPOK/114S BOOKING:8200000017 heard 2026-06-20 03:00
    ~ CARRIER#2 2026-07-05 09:00 CNNBO DEPARTED on KAPOK/114S heard 2026-06-29 03:00
    ~ CARRIER#2 2026-07-20 19:00 NLRTM ARRIVED on KAPOK/114S heard 2026-06-29 03:00
    ? CARRIER 2026-07-12 06:00 CNSGH DEPARTED on MERIDIAN/012W BOOKING:8200000017 heard 2026-06-28 08:00
    ? CARRIER 2026-07-27 08:00 NLRTM ARRIVED on MERIDIAN/012W BOOKING:8200000017 heard 2026-06-28 08:00
    ~ CARRIER#2 2026-07-27 19:00 NLRTM ARRIVED on MERIDIAN/012W heard 2026-06-29 03:00
  `;
  expect(line(told, 'BOOKING:8200000017', '2026-07-04 00:00')).toMatchInlineSnapshot(`
    "BOOKED | next DEPARTED CNSGH 07-12 06:00 PLANNED | ETA NLRTM 07-27 19:00 ESTIMATED 660 min late | ON_ROUTE
    > VESSEL PLANNED CNSGH ?07-12 06:00 → NLRTM ~07-27 19:00 MERIDIAN 012W late ? → 660 min
    x VOYAGE:9321483/012W instead: ~ 07-05 09:00 CNNBO DEPARTED KAPOK 114S (inherited)
    x VOYAGE:9321483/012W instead: ~ 07-20 19:00 NLRTM ARRIVED KAPOK 114S (inherited)
    ! WARNING ROLLED REPLANNED CNNBO by CARRIER since 06-28 08:00Z"
  `);
});

/** The ship still calls at the old port. */
it('the cargo goes to the new port', () => {
  const told = `
    CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017 lists CSQU3054383 from CNNBO to NLRTM
    ? CARRIER 2026-07-30 08:00 NLRTM ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-06-20 03:00
    TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
    CARRIER 2026-07-20 10:00 CNNBO BL_AMENDED MASTER_BILL:COSU6400000017 lists CSQU3054383 from CNNBO to DEHAM
    ? CARRIER 2026-08-02 08:00 DEHAM ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-07-20 03:00
    ~ CARRIER#2 2026-07-30 12:00 NLRTM ARRIVED on KAPOK/114S heard 2026-07-22 03:00
  `;
  expect(line(told, 'MASTER_BILL:COSU6400000017', '2026-07-31 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED DEHAM 08-02 08:00 PLANNED | ETA DEHAM 08-02 08:00 PLANNED 0 min late | ON_ROUTE
    > VESSEL UNDERWAY CNNBO 07-04 22:00 → DEHAM ?08-02 08:00 KAPOK 114S
    x VOYAGE:9074729/114S instead: ~ 07-30 12:00 NLRTM ARRIVED KAPOK 114S (inherited)"
  `);
});
