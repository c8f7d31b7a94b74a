import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Free time by the tariff until somebody tells a term; then the earliest of those that are told binds, whoever told it. */
const bill = 'MASTER_BILL:COSU6400000017';
const came = `
  CARRIER 2026-11-01 10:00 CNNBO BL_ISSUED ${bill} lists CSQU3054383 from CNNBO to NLRTM
  TERMINAL 2026-11-01 22:00 CNNBO LOADED FULL CSQU3054383 on MERIDIAN/012W ${bill}
  CARRIER 2026-11-02 06:00 CNNBO DEPARTED on MERIDIAN/012W
  CARRIER 2026-11-29 10:00 NLRTM ARRIVED on MERIDIAN/012W
  TERMINAL 2026-11-30 03:00 NLRTM/ECT DISCHARGED FULL CSQU3054383 on MERIDIAN/012W ${bill}
`;
const notice = `? CARRIER 2026-12-09 NLRTM FREE_TIME_ENDS CSQU3054383 ${bill} because DEMURRAGE heard 2026-12-01 09:00`;
const terminal = `? TERMINAL 2026-12-08 NLRTM/ECT FREE_TIME_ENDS CSQU3054383 ${bill} because DEMURRAGE heard 2026-12-02 09:00`;
const clocks = (story: string, at: string) =>
  asked(tell(story), bill, at).split('\n').filter((line) => line.startsWith('$')).join('\n'); // prettier-ignore

it('the tariff alone counts, from the day after the discharge', () => {
  expect(clocks(came, '2026-11-29 12:00')).toBe('');
  expect(clocks(came, '2026-11-30 12:00')).toMatchInlineSnapshot(`
    "$ DEMURRAGE CSQU3054383 free to 12-05 TARIFF DEM-NLRTM at NLRTM
    $ DEMURRAGE CSQU3054383 12-06 60 EUR"
  `);
});

it('the notice of the carrier silences it, a day later the terminal names an earlier end', () => {
  const told = [came, notice, terminal].join('\n');
  expect(clocks(told, '2026-12-01 12:00')).toMatchInlineSnapshot(`
    "$ (DEMURRAGE CSQU3054383 free to 12-05 TARIFF DEM-NLRTM at NLRTM)
    $ DEMURRAGE CSQU3054383 free to 12-09 ARRIVAL_NOTICE at NLRTM"
  `);
  expect(clocks(told, '2026-12-02 12:00')).toMatchInlineSnapshot(`
    "$ (DEMURRAGE CSQU3054383 free to 12-05 TARIFF DEM-NLRTM at NLRTM)
    $ DEMURRAGE CSQU3054383 free to 12-08 TERMINAL at NLRTM
    $ (DEMURRAGE CSQU3054383 free to 12-09 ARRIVAL_NOTICE at NLRTM)"
  `);
});

it('gone in time, it has cost nothing, and the time of the box outside begins', () => {
  const told = [came, notice, terminal, `TERMINAL 2026-12-04 09:00 NLRTM/ECT GATED_OUT FULL CSQU3054383 ${bill}`].join('\n'); // prettier-ignore
  expect(clocks(told, '2026-12-20 12:00')).toMatchInlineSnapshot(`
    "$ (DEMURRAGE CSQU3054383 free to 12-05 TARIFF DEM-NLRTM at NLRTM stopped 12-04 08:00Z)
    $ DEMURRAGE CSQU3054383 free to 12-08 TERMINAL at NLRTM stopped 12-04 08:00Z
    $ (DEMURRAGE CSQU3054383 free to 12-09 ARRIVAL_NOTICE at NLRTM stopped 12-04 08:00Z)
    $ DETENTION CSQU3054383 free to 12-09 TARIFF DET-NLRTM at NLRTM
    $ DETENTION CSQU3054383 12-20 90, 12-21 90, 12-22 90, 12-23 90, 12-24 90, 12-25 90, 12-26 90 EUR"
  `);
});
