import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { factsOf, ship, told, train } from '../../../src/testing/journey-story.ts';
import { chongqing, duisburgStation, ningbo, qinzhou, rotterdam, singapore, xianStation } from '../../../src/testing/sample-locations.ts'; // prettier-ignore
import { showLine, showState } from '../../../src/testing/show-journey.ts';

// A drayage or a terminal's gate reports EMPTY for a full box that comes in. Taken at its word it ends the journey.
const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const full = { box, load: 'FULL', paper: bill } as const;
const [feeder, mother] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483')];
const emptyIn = (when: string, where = singapore) => told('TERMINAL', 'GATED_IN', when, where, { box, load: 'EMPTY' }); // prettier-ignore

const derive = (now: string, ...claims: readonly FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse(now));

describe('an EMPTY gate-in at the port of loading', () => {
  const inland = told('CARRIER', 'RECEIVED', '2026-10-22 09:00', chongqing, full);

  it('leaves the cargo before its ship, and stays on the line for all to see', () => {
    const journey = derive('2026-10-24T00:00:00Z', inland, emptyIn('2026-10-23 14:05', ningbo));
    expect(showState(journey)).toBe('AT_ORIGIN at CNNBO | next LOADED CNNBO USUAL_ORDER');
    expect(showLine(journey.logistics)).toMatchInlineSnapshot(`
      "10-22 09:00 CNCKG RECEIVED FULL CSQU3054383
      10-23 14:05 CNNBO GATED_IN EMPTY CSQU3054383"
    `);
  });

  it('completes nothing after the train to the port either', () => {
    const on = train('X9563', '2026-10-21');
    const byRail = [
      told('RAIL', 'LOADED', '2026-10-21 02:40', xianStation, { ...full, on }),
      told('RAIL', 'DISCHARGED', '2026-10-23 13:20', qinzhou, { ...full, on }),
    ];
    const journey = derive('2026-10-24T00:00:00Z', ...byRail, emptyIn('2026-10-23 14:05', qinzhou));
    expect(journey.phase).not.toBe('COMPLETED');
    const issued = told('CARRIER', 'BL_ISSUED', '2026-10-23 15:00', null, { paper: bill, to: rotterdam });
    const billed = derive('2026-10-24T00:00:00Z', ...byRail, emptyIn('2026-10-23 14:05', qinzhou), issued);
    expect(showState(billed)).toBe('AT_ORIGIN at CNQZH | next LOADED CNQZH USUAL_ORDER');
  });
});

describe('an EMPTY gate-in at the port of loading, where a truck "delivered" the box', () => {
  it('completes nothing while the ship is planned', () => {
    const planned = told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, { classifier: 'PLANNED', on: feeder, paper: bill }); // prettier-ignore
    const delivered = told('FORWARDER', 'DELIVERED', '2026-10-23 13:50', ningbo, full);
    const journey = derive('2026-10-24T00:00:00Z', planned, delivered, emptyIn('2026-10-23 14:05', ningbo));
    expect(showState(journey)).toBe('AT_ORIGIN at CNNBO | next DEPARTED CNNBO 10-26 06:00 PLANNED');
  });
});

describe('an EMPTY gate-in at the hub', () => {
  const toHub = [
    told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...full, on: feeder }),
    told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { paper: bill, on: feeder }),
    told('CARRIER', 'ARRIVED', '2026-10-30 09:10', singapore, { paper: bill, on: feeder }),
    told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { ...full, on: feeder }),
  ];
  const onwards = [
    told('CARRIER', 'DEPARTED', '2026-11-07 10:00', singapore, { classifier: 'PLANNED', on: mother, paper: bill }),
    told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: mother, paper: bill, heard: '2026-10-20T00:00:00Z' }),
  ]; // prettier-ignore
  const misread = emptyIn('2026-11-01 10:00');

  it('leaves the cargo waiting for the ship that is planned, and so its box', () => {
    const journey = derive('2026-11-02T00:00:00Z', ...toHub, misread, ...onwards);
    expect(showState(journey)).toBe(
      'AT_TRANSSHIPMENT at SGSIN | next DEPARTED SGSIN 11-07 10:00 PLANNED | ETA NLRTM 11-29 10:00 PLANNED 0 min late',
    );
    expect(journey.containers.map((c) => c.phase)).toEqual(['AT_TRANSSHIPMENT']);
  });

  it('still does when the planned day has passed, and when only the bill tells where the cargo goes', () => {
    const late = derive('2026-11-20T00:00:00Z', ...toHub, ...onwards, emptyIn('2026-11-09 10:00'));
    expect(late.phase).toBe('AT_TRANSSHIPMENT');
    const issued = told('CARRIER', 'BL_ISSUED', '2026-10-26 10:00', null, { paper: bill, to: rotterdam });
    expect(showState(derive('2026-11-02T00:00:00Z', ...toHub, misread, issued))).toBe(
      'AT_TRANSSHIPMENT at SGSIN | next LOADED SGSIN USUAL_ORDER',
    );
  });

  it('completes nothing between two terminals of the hub', () => {
    const out = told('TERMINAL', 'GATED_OUT', '2026-11-01 08:00', singapore, full);
    const journey = derive('2026-11-02T00:00:00Z', ...toHub, out, misread, ...onwards);
    expect(showState(journey)).toMatch(/^AT_TRANSSHIPMENT at SGSIN . next DEPARTED SGSIN 11-07/);
  });

  it('completes nothing while the box is loaded on the next ship, whatever gates say', () => {
    const loaded = told('TERMINAL', 'LOADED', '2026-11-07 07:00', singapore, { ...full, on: mother });
    const journey = derive('2026-11-10T00:00:00Z', ...toHub, loaded, emptyIn('2026-11-08 10:00'));
    expect(showState(journey)).toBe('IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED USUAL_ORDER');
  });
});

describe('an EMPTY gate-in at the end', () => {
  const sailed = [
    told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...full, on: mother }),
    told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { paper: bill, on: mother }),
    told('TERMINAL', 'DISCHARGED', '2026-11-30 03:00', rotterdam, { ...full, on: mother }),
  ];
  const back = emptyIn('2026-12-05 11:00', rotterdam);
  const state = (...more: FactClaim[]) => showState(derive('2026-12-06T00:00:00Z', ...sailed, ...more, back));

  it('completes the journey', () => {
    expect(state()).toBe('COMPLETED at NLRTM');
    expect(state(told('CARRIER', 'DELIVERED', '2026-12-02 13:00', rotterdam, full))).toBe(
      'COMPLETED at NLRTM',
    );
  });

  it('completes it though the ship sails on, a missed ship is still planned, and the bill names a town behind the port', () => {
    const on = { paper: bill, on: mother } as const;
    expect(state(told('CARRIER', 'DEPARTED', '2026-12-01 09:00', rotterdam, on))).toBe('COMPLETED at NLRTM');
    const missed = { classifier: 'PLANNED', on: feeder, paper: bill } as const;
    expect(state(told('CARRIER', 'DEPARTED', '2026-12-20 06:00', ningbo, missed))).toMatch(/^COMPLETED/);
    const inland = told('CARRIER', 'BL_ISSUED', '2026-10-27 10:00', null, { paper: bill, to: chongqing });
    const out = told('TERMINAL', 'GATED_OUT', '2026-12-02 08:00', rotterdam, full);
    expect(state(inland, out)).toBe('COMPLETED at NLRTM');
  });

  it('completes what came by train and left the station full, though nobody told the unloading', () => {
    const on = train('43206', '2026-11-24');
    const byRail = [
      told('RAIL', 'LOADED', '2026-11-24 09:00', xianStation, { box, on, to: duisburgStation }),
      told('RAIL', 'DEPARTED', '2026-11-24 13:00', xianStation, { on, inherited: true }),
      told('RAIL', 'ARRIVED', '2026-11-26 04:40', duisburgStation, { on, inherited: true }),
    ];
    const out = told('TERMINAL', 'GATED_OUT', '2026-11-27 08:00', duisburgStation, { box, load: 'FULL' });
    const empty = emptyIn('2026-11-29 11:00', duisburgStation);
    expect(derive('2026-12-01T00:00:00Z', ...byRail, out, empty).phase).toBe('COMPLETED');
    expect(derive('2026-12-01T00:00:00Z', ...byRail, empty).phase).toBe('AT_DESTINATION');
  });
});
