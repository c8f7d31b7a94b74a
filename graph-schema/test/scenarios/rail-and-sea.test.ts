import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../src/domain/journey/facts.ts';
import { factsOf, ship, told, train } from '../../src/testing/journey-story.ts';
import { at, chongqing, duisburgStation, qinzhou, rotterdam, xianStation } from '../../src/testing/sample-locations.ts'; // prettier-ignore
import { showLegs, showState } from '../../src/testing/show-journey.ts';

// 铁水联运: by rail to the port of Qinzhou, by ship to Rotterdam, by rail up the Rhine. One box, two rail notes, one bill.
const bill = 'MASTER_BILL:COSU6400000025';
const [note, rhineNote] = ['RAIL_NOTE:26470000', 'RAIL_NOTE:55210000'] as const;
const box = 'CBHU6142088';
const corridor = train('X9563', '2026-10-21');
const vessel = ship('MERIDIAN', '012W', '9321483');
const rhine = train('41370', '2026-12-01');
const inland = { from: xianStation, to: qinzhou };

const story: FactClaim[] = [
  told('TERMINAL', 'GATED_OUT', '2026-10-18 14:20', at(chongqing, 'CKGD1'), { box, load: 'EMPTY' }),
  told('RAIL', 'LOADED', '2026-10-21 02:40', xianStation, { box, on: corridor, paper: note, ...inland }),
  told('RAIL', 'DEPARTED', '2026-10-21 06:10', xianStation, { on: corridor, inherited: true }),
  told('RAIL', 'DISCHARGED', '2026-10-23 13:20', qinzhou, { box, on: corridor, paper: note, ...inland }),
  told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', at(qinzhou, 'QZT'), { box, load: 'FULL', paper: bill }),
  told('TERMINAL', 'LOADED', '2026-10-25 22:48', at(qinzhou, 'QZT'), { box, load: 'FULL', on: vessel, paper: bill }),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:30', qinzhou, { on: vessel, paper: bill }),
  told('CARRIER', 'ARRIVED', '2026-11-29 14:20', rotterdam, { on: vessel, paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-11-30 03:00', rotterdam, { box, load: 'FULL', on: vessel, paper: bill }),
  told('RAIL', 'LOADED', '2026-12-01 09:00', rotterdam, { box, on: rhine, paper: rhineNote, to: duisburgStation }),
  told('RAIL', 'DEPARTED', '2026-12-01 12:00', rotterdam, { on: rhine, inherited: true }),
  told('RAIL', 'ARRIVED', '2026-12-01 21:00', duisburgStation, { on: rhine, inherited: true }),
  told('RAIL', 'DISCHARGED', '2026-12-01 23:00', duisburgStation, { box, on: rhine, paper: rhineNote, to: duisburgStation }),
]; // prettier-ignore

function asOf(instant: string) {
  const heard = story.filter((c) =>
    c.voices.some((voice) => voice.receivedAt <= new Date(instant).toISOString()),
  );
  return deriveJourney(factsOf(bill, heard), Date.parse(instant));
}

describe('rail, sea and rail under one bill', () => {
  it('knows carriage before and after the sea from the sea itself', () => {
    const states = [
      '2026-10-18T08:00:00Z',
      '2026-10-22T00:00:00Z',
      '2026-10-24T00:00:00Z',
      '2026-11-01T00:00:00Z',
      '2026-11-30T03:00:00Z',
      '2026-12-01T13:00:00Z',
      '2026-12-02T00:00:00Z',
    ].map((instant) => `${instant.slice(5, 10)} ${showState(asOf(instant))}`);
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "10-18 PRE_CARRIAGE at CNCKG/CKGD1 | next GATED_IN USUAL_ORDER
      10-22 IN_TRANSIT aboard X9563 | next ARRIVED CNQZH USUAL_ORDER
      10-24 AT_ORIGIN at CNQZH/QZT | next LOADED CNQZH/QZT USUAL_ORDER
      11-01 IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED USUAL_ORDER
      11-30 AT_DESTINATION at NLRTM | next GATED_OUT NLRTM USUAL_ORDER
      12-01 ON_CARRIAGE aboard 41370 | next ARRIVED RAIL:DUI USUAL_ORDER
      12-02 AT_DESTINATION at RAIL:DUI | next GATED_OUT RAIL:DUI USUAL_ORDER"
    `);
  });

  it('is one chain of legs', () => {
    expect(showLegs(asOf('2026-12-02T00:00:00Z').legs)).toMatchInlineSnapshot(`
      "RAIL DONE RAIL:XAP 10-21 06:10 → CNQZH 10-23 13:20 X9563
      VESSEL DONE CNQZH/QZT 10-26 06:30 → NLRTM 11-29 14:20 MERIDIAN 012W
      RAIL DONE NLRTM 12-01 12:00 → RAIL:DUI 12-01 21:00 41370"
    `);
  });
});
