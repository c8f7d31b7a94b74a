import { describe, expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/**
 * Export from behind a border: the box is picked up in one country and goes by road or rail to the port of another. It has not come
 * back, and it is not another's. A pick-up under no paper waits for another word where
 * the depot is not known to lie in the hinterland of the port.
 */
const bill = 'MASTER_BILL:COSU6400000017';
const sailed = (port: string) => `
  TERMINAL 2026-07-06 14:00 ${port} GATED_IN FULL CSQU3054383 BOOKING:8200000017
  TERMINAL 2026-07-08 22:00 ${port} LOADED FULL CSQU3054383 on KAPOK/114S BOOKING:8200000017 ${bill}
  CARRIER 2026-07-09 06:00 ${port} DEPARTED on KAPOK/114S`;

describe('by road, nobody tells of the way', () => {
  const picked = (depot: string, papers = 'BOOKING:8200000017') =>
    `DEPOT 2026-07-04 09:00 ${depot} GATED_OUT EMPTY CSQU3054383 ${papers}`;

  it('from Duisburg to Rotterdam', () => {
    const told = tell(picked('DEDUI') + sailed('NLRTM'));
    expect(asked(told, bill, '2026-07-07 00:00')).toMatch(/^nothing is known/);
    expect(asked(told, 'BOOKING:8200000017', '2026-07-07 00:00')).toMatchInlineSnapshot(`
      "AT_ORIGIN at NLRTM | next LOADED NLRTM USUAL_ORDER | NO_PLAN
        07-04 09:00 DEDUI GATED_OUT EMPTY CSQU3054383
        07-06 14:00 NLRTM GATED_IN FULL CSQU3054383
      CSQU3054383 AT_ORIGIN"
    `);
    expect(asked(told, bill, '2026-07-10 00:00')).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
        07-04 09:00 DEDUI GATED_OUT EMPTY CSQU3054383
        07-06 14:00 NLRTM GATED_IN FULL CSQU3054383
        07-08 22:00 NLRTM LOADED FULL CSQU3054383 KAPOK 114S
        07-09 06:00 NLRTM DEPARTED KAPOK 114S (inherited)
      > VESSEL UNDERWAY NLRTM 07-09 06:00 → KAPOK 114S
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('from Basel to Rotterdam and to Genoa, the pick-up under no paper', () => {
    const line = '07-04 09:00 CHBSL GATED_OUT EMPTY CSQU3054383';
    for (const port of ['NLRTM', 'ITGOA']) {
      const told = tell(picked('CHBSL', '') + sailed(port));
      expect(asked(told, 'BOOKING:8200000017', '2026-07-07 00:00')).toContain(line);
      expect(asked(told, bill, '2026-07-10 00:00')).toContain(line);
    }
    const told = tell(picked('CHBSL', '') + sailed('ITGOA'));
    expect(asked(told, bill, '2026-07-10 00:00')).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
        07-04 09:00 CHBSL GATED_OUT EMPTY CSQU3054383
        07-06 14:00 ITGOA GATED_IN FULL CSQU3054383
        07-08 22:00 ITGOA LOADED FULL CSQU3054383 KAPOK 114S
        07-09 06:00 ITGOA DEPARTED KAPOK 114S (inherited)
      > VESSEL UNDERWAY ITGOA 07-09 06:00 → KAPOK 114S
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('and where the port tells of nothing before it is on the ship', () => {
    const aboard = sailed('NLRTM').split('\n').slice(2).join('\n');
    expect(asked(tell(`${picked('CHBSL', '')}\n${aboard}`), bill, '2026-07-10 00:00')).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
        07-04 09:00 CHBSL GATED_OUT EMPTY CSQU3054383
        07-08 22:00 NLRTM LOADED FULL CSQU3054383 KAPOK 114S
        07-09 06:00 NLRTM DEPARTED KAPOK 114S (inherited)
      > VESSEL UNDERWAY NLRTM 07-09 06:00 → KAPOK 114S
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('the pick-up under no paper, further away than a lorry goes in a day or at a depot that no table knows: it waits', () => {
    const from = (depot: string) =>
      asked(tell(picked(depot, '') + sailed('ITGOA')), bill, '2026-07-10 00:00');
    expect(from('DEDUI')).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
        07-06 14:00 ITGOA GATED_IN FULL CSQU3054383
        07-08 22:00 ITGOA LOADED FULL CSQU3054383 KAPOK 114S
        07-09 06:00 ITGOA DEPARTED KAPOK 114S (inherited)
      > VESSEL UNDERWAY ITGOA 07-09 06:00 → KAPOK 114S
      CSQU3054383 IN_TRANSIT
      parked NO_BOUNDARY GATED_OUT 07-04 09:00 CSQU3054383"
    `);
    expect(from('ATLNZ')).toContain('parked NO_BOUNDARY GATED_OUT 07-04 09:00 CSQU3054383');
  });

  it('where no gate of the port is told, and no paper of the box but the bill', () => {
    const told = tell(`
      ${picked('CHBSL', '')}
      FORWARDER 2026-07-05 12:00 CHBSL STUFFED FULL CSQU3054383 BOOKING:8200000017
      TERMINAL 2026-07-08 22:00 ITGOA LOADED FULL CSQU3054383 on KAPOK/114S BOOKING:8200000017 ${bill}
    `);
    expect(asked(told, bill, '2026-07-10 00:00')).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
        07-04 09:00 CHBSL GATED_OUT EMPTY CSQU3054383
        07-05 12:00 CHBSL STUFFED FULL CSQU3054383
        07-08 22:00 ITGOA LOADED FULL CSQU3054383 KAPOK 114S
      > VESSEL UNDERWAY ITGOA 07-08 22:00 → KAPOK 114S
      CSQU3054383 IN_TRANSIT"
    `);
  });
});

it('by rail, with its note', () => {
  const told = tell(`
    DEPOT 2026-07-04 09:00 CHBSL GATED_OUT EMPTY CSQU3054383 BOOKING:8200000017
    RAIL 2026-07-05 10:00 CHBSL LOADED FULL CSQU3054383 on train 42001@2026-07-05 BOOKING:8200000017 RAIL_NOTE:26600017
    RAIL 2026-07-05 12:00 CHBSL DEPARTED on train 42001@2026-07-05
    RAIL 2026-07-06 08:00 NLRTM DISCHARGED FULL CSQU3054383 on train 42001@2026-07-05 RAIL_NOTE:26600017
    ${sailed('NLRTM')}
  `);
  expect(asked(told, bill, '2026-07-05 20:00')).toMatch(/^nothing is known/);
  expect(asked(told, 'RAIL_NOTE:26600017', '2026-07-05 20:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard 42001 | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 09:00 CHBSL GATED_OUT EMPTY CSQU3054383
      07-05 10:00 CHBSL LOADED FULL CSQU3054383 42001
      07-05 12:00 CHBSL DEPARTED 42001 (inherited)
    > RAIL UNDERWAY CHBSL 07-05 12:00 → 42001
    CSQU3054383 IN_TRANSIT"
  `);
  expect(asked(told, bill, '2026-07-10 00:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 09:00 CHBSL GATED_OUT EMPTY CSQU3054383
      07-05 10:00 CHBSL LOADED FULL CSQU3054383 42001
      07-05 12:00 CHBSL DEPARTED 42001 (inherited)
      07-06 08:00 NLRTM DISCHARGED FULL CSQU3054383 42001
      07-06 14:00 NLRTM GATED_IN FULL CSQU3054383
      07-08 22:00 NLRTM LOADED FULL CSQU3054383 KAPOK 114S
      07-09 06:00 NLRTM DEPARTED KAPOK 114S (inherited)
    > RAIL DONE CHBSL 07-05 12:00 → NLRTM 07-06 08:00 42001
    > VESSEL UNDERWAY NLRTM 07-09 06:00 → KAPOK 114S
    CSQU3054383 IN_TRANSIT
    = CSQU3054383 NLRTM LEFT"
  `);
});

it('after a use that ended behind the border: two uses, each with its own moves', () => {
  const told = tell(`
    TERMINAL 2026-05-20 22:00 NLRTM DISCHARGED FULL CSQU3054383 on MERIDIAN/012W MASTER_BILL:COSU6400000025
    TERMINAL 2026-05-22 10:00 NLRTM GATED_OUT FULL CSQU3054383 MASTER_BILL:COSU6400000025
    DEPOT 2026-05-25 10:00 DEDUI GATED_IN EMPTY CSQU3054383
    DEPOT 2026-07-04 09:00 DEDUI GATED_OUT EMPTY CSQU3054383
    ${sailed('NLRTM')}
  `);
  expect(asked(told, 'CONTAINER:CSQU3054383', '2026-07-10 00:00')).toMatchInlineSnapshot(`
    "MASTER_BILL:COSU6400000017: IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
      07-04 09:00 DEDUI GATED_OUT EMPTY CSQU3054383
      07-06 14:00 NLRTM GATED_IN FULL CSQU3054383
      07-08 22:00 NLRTM LOADED FULL CSQU3054383 KAPOK 114S
      07-09 06:00 NLRTM DEPARTED KAPOK 114S (inherited)
    > VESSEL UNDERWAY NLRTM 07-09 06:00 → KAPOK 114S
    CSQU3054383 IN_TRANSIT

    MASTER_BILL:COSU6400000025: COMPLETED at DEDUI | NO_PLAN
      05-20 22:00 NLRTM DISCHARGED FULL CSQU3054383 MERIDIAN 012W
      05-22 10:00 NLRTM GATED_OUT FULL CSQU3054383
      05-25 10:00 DEDUI GATED_IN EMPTY CSQU3054383
    > VESSEL DONE → NLRTM 05-20 22:00 MERIDIAN 012W
    CSQU3054383 COMPLETED
    $ DEMURRAGE CSQU3054383 free to 05-25 TARIFF DEM-NLRTM at NLRTM stopped 05-22 08:00Z
    $ DETENTION CSQU3054383 free to 05-27 TARIFF DET-NLRTM at NLRTM stopped 05-25 08:00Z"
  `);
});
