import { describe, expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/**
 * A bay plan (BAPLIE) lists the box in its slot, with the ship and her voyage and without papers; the terminal never says that it
 * was loaded. What the ship does is the box's from there on. Design §4.2: a bay plan is trusted before a loading, a loading
 * before a plan.
 */
const BILL = 'MASTER_BILL:COSU6400000017';
const gated = `
  CARRIER 2026-06-20 09:00 - BL_ISSUED ${BILL} lists CSQU3054383
  TERMINAL 2026-07-01 09:00 CNNBO GATED_IN FULL CSQU3054383 ${BILL}`;
const bayPlan = 'TERMINAL 2026-07-04 23:00 CNNBO MANIFESTED FULL CSQU3054383 on KAPOK/114S as PLAN v1';
const sailed = `
  CARRIER 2026-07-05 04:30 CNNBO DEPARTED on KAPOK/114S
  CARRIER 2026-07-05 06:00 CNNBO DEPARTED on MERIDIAN/012W`;
const planned = `? CARRIER 2026-07-05 06:00 CNNBO DEPARTED on MERIDIAN/012W ${BILL} heard 2026-06-20 03:00`;

const whole = (lines: readonly string[], at = '2026-07-10 00:00') => asked(tell(lines.join('\n')), BILL, at);
const state = (...lines: readonly string[]) => whole(lines).split('\n')[0];

describe('a box that only the bay plan has aboard', () => {
  it('sails with the ship, and her call is its arrival', () => {
    const came = `
      CARRIER 2026-07-08 20:10 SGSIN ARRIVED on KAPOK/114S
      CARRIER 2026-07-09 19:00 SGSIN DEPARTED on KAPOK/114S`;
    expect(whole([gated, bayPlan, sailed, came])).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
        07-01 09:00 CNNBO GATED_IN FULL CSQU3054383
        07-04 23:00 CNNBO MANIFESTED FULL CSQU3054383 KAPOK 114S
        07-05 04:30 CNNBO DEPARTED KAPOK 114S (inherited)
        07-08 20:10 SGSIN ARRIVED KAPOK 114S (inherited)
        07-09 19:00 SGSIN DEPARTED KAPOK 114S (inherited)
        06-20 09:00 BL_ISSUED MASTER_BILL:COSU6400000017
      > VESSEL UNDERWAY CNNBO 07-05 04:30 → KAPOK 114S
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('stays on the quay without the plan, and once the plan is taken back', () => {
    expect(state(gated, sailed)).toMatchInlineSnapshot(
      `"AT_ORIGIN at CNNBO | next LOADED CNNBO USUAL_ORDER | NO_PLAN"`,
    );
    expect(state(gated, bayPlan, sailed, 'CANCEL PLAN v1 heard 2026-07-06 00:00')).toMatchInlineSnapshot(
      `"AT_ORIGIN at CNNBO | next LOADED CNNBO USUAL_ORDER | NO_PLAN"`,
    );
  });

  it('sails also where the plan is heard days after the ship left', () => {
    const late = bayPlan.replace('as PLAN v1', 'heard 2026-07-09 00:00');
    expect(whole([gated, late, sailed], '2026-07-08 00:00').split('\n')[0]).toMatchInlineSnapshot(
      `"AT_ORIGIN at CNNBO | next LOADED CNNBO USUAL_ORDER | NO_PLAN"`,
    );
    expect(state(gated, late, sailed)).toBe(state(gated, bayPlan, sailed));
  });

  it('changes ships where the next plan lists it, and nobody tells of the quay between', () => {
    const on = `
      CARRIER 2026-07-08 20:10 SGSIN ARRIVED on KAPOK/114S
      TERMINAL 2026-07-12 05:00 SGSIN MANIFESTED FULL CSQU3054383 on SILKWAY/031W
      CARRIER 2026-07-12 09:30 SGSIN DEPARTED on SILKWAY/031W
      CARRIER 2026-07-13 09:30 MYPKG ARRIVED on KAPOK/114S`;
    expect(whole([gated, bayPlan, sailed, on], '2026-07-14 00:00')).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard SILKWAY 031W | next ARRIVED USUAL_ORDER | NO_PLAN
        07-01 09:00 CNNBO GATED_IN FULL CSQU3054383
        07-04 23:00 CNNBO MANIFESTED FULL CSQU3054383 KAPOK 114S
        07-05 04:30 CNNBO DEPARTED KAPOK 114S (inherited)
        07-08 20:10 SGSIN ARRIVED KAPOK 114S (inherited)
        07-12 05:00 SGSIN MANIFESTED FULL CSQU3054383 SILKWAY 031W
        07-12 09:30 SGSIN DEPARTED SILKWAY 031W (inherited)
        06-20 09:00 BL_ISSUED MASTER_BILL:COSU6400000017
      > VESSEL DONE CNNBO 07-05 04:30 → SGSIN 07-08 20:10 KAPOK 114S
      > VESSEL UNDERWAY SGSIN 07-12 09:30 → SILKWAY 031W
      CSQU3054383 IN_TRANSIT
      = CSQU3054383 CNNBO EXPORT LEFT
      = CSQU3054383 SGSIN LEFT"
    `);
  });
});

it('may leave the country like one that was told loaded: not before the ship does', () => {
  const declared = `CUSTOMS 2026-07-02 09:00 CNNBO DECL_RECEIVED DECLARATION:310420260100000017 ${BILL}`;
  const verdict = (...lines: readonly string[]) => whole(lines).split('\n').filter((line) => line.startsWith('= '));
  expect(verdict(gated, declared, bayPlan)).toMatchInlineSnapshot(`
    [
      "= CSQU3054383 CNNBO EXPORT NOT_READY for DECLARATION by CUSTOMS",
    ]
  `);
  expect(verdict(gated, declared, sailed)).toMatchInlineSnapshot(`
    [
      "= CSQU3054383 CNNBO EXPORT NOT_READY for DECLARATION by CUSTOMS",
    ]
  `);
  expect(verdict(gated, declared, bayPlan, sailed)).toMatchInlineSnapshot(`
    [
      "= CSQU3054383 CNNBO EXPORT LEFT",
    ]
  `);
}); // prettier-ignore

describe('who is trusted', () => {
  const loaded = 'TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on MERIDIAN/012W';

  it('a bay plan before a loading on another ship, a loading before a plan', () => {
    expect(state(gated, loaded, bayPlan, sailed)).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN"`,
    );
    expect(state(gated, planned, bayPlan, sailed)).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | ON_ROUTE"`,
    );
    const onKapok = loaded.replace('MERIDIAN/012W', 'KAPOK/114S');
    expect(state(gated, planned, onKapok, sailed)).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | ON_ROUTE"`,
    );
  });

  it('a plan alone brings the word of its ship, and not what she did', () => {
    expect(state(gated, planned, sailed)).toMatchInlineSnapshot(
      `"AT_ORIGIN at CNNBO | next DEPARTED CNNBO 07-05 06:00 PLANNED | ON_ROUTE | overdue since 2026-07-04T22:00:00.000Z"`,
    );
  });

  it('of two bay plans the later, and a loading after it', () => {
    const other = 'TERMINAL 2026-07-05 01:00 CNNBO MANIFESTED FULL CSQU3054383 on MERIDIAN/012W';
    expect(state(gated, bayPlan, other, sailed)).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED USUAL_ORDER | NO_PLAN"`,
    );
    const rolled = loaded.replace('07-04 22:00', '07-05 02:00');
    expect(state(gated, bayPlan, rolled, sailed)).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED USUAL_ORDER | NO_PLAN"`,
    );
  });
});
