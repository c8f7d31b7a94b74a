import { describe, expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/**
 * Railways tell of wagons (CLM, TAF): which box stands on one is told when it is loaded. What the wagon does until the box is off it,
 * or on another one after a change of gauge 换装, the box does.
 */
const NOTE = 'RAIL_NOTE:20260701';
const loaded = `RAIL 2026-07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 on wagon 5273041 ${NOTE}`;
const toBorder = `
  RAIL 2026-07-01 20:00 RAIL:XAP DEPARTED FULL WAGON:5273041
  RAIL 2026-07-05 08:00 RAIL:HGS ARRIVED FULL WAGON:5273041`;
const reloaded = `RAIL 2026-07-05 14:00 RAIL:ATK GAUGE_CHANGED FULL CSQU3054383 on wagon 94800012 ${NOTE}`;
const onBroad = `
  RAIL 2026-07-05 20:00 RAIL:ATK DEPARTED FULL WAGON:94800012
  RAIL 2026-07-12 08:00 RAIL:MLW ARRIVED FULL WAGON:94800012`;
const back = `
  RAIL 2026-07-06 09:00 RAIL:HGS DEPARTED EMPTY WAGON:5273041
  RAIL 2026-07-10 09:00 RAIL:XAP ARRIVED EMPTY WAGON:5273041`;

const whole = (at: string, ...lines: readonly string[]) => asked(tell(lines.join('\n')), NOTE, at);

describe('a box on wagons of which alone is told', () => {
  it('goes with the one, and after the change of gauge with the other', () => {
    expect(whole('2026-07-03 00:00', loaded, toBorder)).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard wagon 5273041 | next ARRIVED USUAL_ORDER | NO_PLAN
        07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 wagon 5273041
        07-01 20:00 RAIL:XAP DEPARTED wagon 5273041 (inherited)
      > RAIL UNDERWAY RAIL:XAP 07-01 20:00 → wagon 5273041
      CSQU3054383 IN_TRANSIT"
    `);
    expect(whole('2026-07-13 00:00', loaded, toBorder, reloaded, onBroad, back)).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard wagon 94800012 | next ARRIVED USUAL_ORDER | NO_PLAN
        07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 wagon 5273041
        07-01 20:00 RAIL:XAP DEPARTED wagon 5273041 (inherited)
        07-05 08:00 RAIL:HGS ARRIVED wagon 5273041 (inherited)
        07-05 14:00 RAIL:ATK GAUGE_CHANGED FULL CSQU3054383 wagon 94800012
        07-05 20:00 RAIL:ATK DEPARTED wagon 94800012 (inherited)
        07-12 08:00 RAIL:MLW ARRIVED wagon 94800012 (inherited)
      > RAIL DONE RAIL:XAP 07-01 20:00 → RAIL:ATK 07-05 08:00 wagon 5273041
      > RAIL UNDERWAY RAIL:ATK 07-05 20:00 → wagon 94800012
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('does the same in whatever order it is told', () => {
    const lines = [loaded, toBorder, reloaded, onBroad, back];
    const told = whole('2026-07-13 00:00', ...lines);
    expect(whole('2026-07-13 00:00', ...[...lines].reverse())).toBe(told);
  });

  it('stays where it came off, whatever the wagon does then', () => {
    const off = `RAIL 2026-07-05 12:00 RAIL:HGS DISCHARGED FULL CSQU3054383 on wagon 5273041 ${NOTE}`;
    const out = `RAIL 2026-07-05 16:00 RAIL:HGS GATED_OUT FULL CSQU3054383 ${NOTE}`;
    expect(whole('2026-07-13 00:00', loaded, toBorder, off, back)).toMatchInlineSnapshot(`
      "AT_DESTINATION at RAIL:HGS | next GATED_OUT RAIL:HGS USUAL_ORDER | NO_PLAN
        07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 wagon 5273041
        07-01 20:00 RAIL:XAP DEPARTED wagon 5273041 (inherited)
        07-05 08:00 RAIL:HGS ARRIVED wagon 5273041 (inherited)
        07-05 12:00 RAIL:HGS DISCHARGED FULL CSQU3054383 wagon 5273041
      > RAIL DONE RAIL:XAP 07-01 20:00 → RAIL:HGS 07-05 08:00 wagon 5273041
      CSQU3054383 AT_DESTINATION"
    `);
    expect(whole('2026-07-13 00:00', loaded, toBorder, out, back)).not.toContain('07-06');
  });

  it('does not go with a wagon that it left unnoticed: after a month it is not believed to be on it', () => {
    const later = 'RAIL 2026-08-20 09:00 RAIL:CDU ARRIVED FULL WAGON:5273041';
    expect(whole('2026-09-01 00:00', loaded, toBorder, later)).not.toContain('RAIL:CDU');
  });

  it('is expected when its wagon is', () => {
    const eta = '~ RAIL 2026-07-05 09:00 RAIL:HGS ARRIVED FULL WAGON:5273041 heard 2026-07-02 03:00';
    const note = `RAIL 2026-06-30 09:00 RAIL:XAP RECEIVED FULL CSQU3054383 to RAIL:HGS ${NOTE}`;
    expect(whole('2026-07-03 00:00', note, loaded, toBorder.split('\n')[1] ?? '', eta))
      .toMatchInlineSnapshot(`
      "IN_TRANSIT aboard wagon 5273041 | next ARRIVED RAIL:HGS 07-05 09:00 ESTIMATED | ETA RAIL:HGS 07-05 09:00 ESTIMATED | ON_ROUTE
        06-30 09:00 RAIL:XAP RECEIVED FULL CSQU3054383
        07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 wagon 5273041
        07-01 20:00 RAIL:XAP DEPARTED wagon 5273041 (inherited)
        ~ 07-05 09:00 RAIL:HGS ARRIVED wagon 5273041 (inherited)
      > RAIL UNDERWAY RAIL:XAP 07-01 20:00 → ~07-05 09:00 wagon 5273041
      CSQU3054383 IN_TRANSIT"
    `);
  });
});

describe('a wagon in a train that is told', () => {
  const inTrain = `RAIL 2026-07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 on train X8001@2026-07-01 in 5273041 ${NOTE}`;

  it('does what the train does: one leg, told by both', () => {
    const byTrain = 'RAIL 2026-07-01 20:05 RAIL:XAP DEPARTED on train X8001@2026-07-01';
    expect(whole('2026-07-06 00:00', inTrain, byTrain, toBorder)).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard X8001 | next ARRIVED USUAL_ORDER | NO_PLAN
        07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 X8001
        07-01 20:00 RAIL:XAP DEPARTED wagon 5273041 (inherited)
        07-05 08:00 RAIL:HGS ARRIVED wagon 5273041 (inherited)
      > RAIL UNDERWAY RAIL:XAP 07-01 20:00 → X8001
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('goes for two boxes of one note with each its own wagon', () => {
    const second = inTrain
      .replace('CSQU3054383', 'TBJU1234565')
      .replace('train X8001@2026-07-01 in 5273041', 'wagon 5273058');
    const late = 'RAIL 2026-07-03 20:00 RAIL:XAP DEPARTED FULL WAGON:5273058';
    expect(whole('2026-07-04 00:00', loaded, second, toBorder, late)).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard wagon 5273058 | next ARRIVED USUAL_ORDER | NO_PLAN
        07-01 10:00 RAIL:XAP LOADED FULL CSQU3054383 wagon 5273041
        07-01 10:00 RAIL:XAP LOADED FULL TBJU1234565 wagon 5273058
        07-01 20:00 RAIL:XAP DEPARTED wagon 5273041 (inherited)
        07-03 20:00 RAIL:XAP DEPARTED wagon 5273058 (inherited)
      > RAIL UNDERWAY RAIL:XAP 07-01 20:00 → wagon 5273041
      > RAIL UNDERWAY RAIL:XAP 07-03 20:00 → wagon 5273058
      CSQU3054383 IN_TRANSIT
      TBJU1234565 IN_TRANSIT"
    `);
  });
});
