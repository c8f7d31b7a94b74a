import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { townsOf } from '../../../src/domain/journey/towns.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { loadGazetteer } from '../../../src/reference/load-gazetteer.ts';
import { each, factsOf, flight, ship, told } from '../../../src/testing/journey-story.ts';
import { at, customsOffice, ningbo, rotterdam, singapore, xianStation, zhengzhouAirport } from '../../../src/testing/sample-locations.ts'; // prettier-ignore
import { placeRef } from '../../../src/domain/claim.ts';
import { showJourney, showLine } from '../../../src/testing/show-journey.ts';
import { bill, box, full, kapok, meridian } from '../stories/first-call.ts';

const tables = townsOf(loadGazetteer(null));
const derive = (claims: readonly FactClaim[], townOf = tables) =>
  deriveJourney(factsOf(bill, claims), Date.parse('2026-10-28T00:00:00Z'), getJourneyRules(Infinity), townOf);
const line = (...claims: readonly FactClaim[]) => showLine(derive(claims).logistics);
const { load: _, ...unsaid } = full;

describe('a load state that one voice leaves out', () => {
  const terminal = told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', at(ningbo, 'BLCT3'), full);
  const carrier = told('CARRIER', 'GATED_IN', '2026-10-23 14:20', ningbo, unsaid);

  it('is no other gate-in', () => {
    expect(line(carrier, terminal)).toBe(
      '10-23 14:05 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 by TERMINAL, CARRIER',
    );
  });

  it('is taken from whoever says it, though another counts first', () => {
    const mute = told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', ningbo, unsaid);
    const says = told('CARRIER', 'GATED_IN', '2026-10-23 14:20', ningbo, full);
    expect(line(mute, says)).toBe('10-23 14:05 CNNBO GATED_IN FULL CSQU3054383 by TERMINAL, CARRIER');
  });

  it('goes with the nearer of two, and never makes them one', () => {
    const out = told('TERMINAL', 'GATED_IN', '2026-10-23 19:00', ningbo, { ...full, load: 'EMPTY' });
    expect(line(out, terminal, carrier)).toBe(
      [
        '10-23 14:05 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 by TERMINAL, CARRIER',
        '10-23 19:00 CNNBO GATED_IN EMPTY CSQU3054383',
      ].join('\n'),
    );
  });

  it('is full where a box holds the cargo of several 拼箱', () => {
    const shared = told('CARRIER', 'GATED_IN', '2026-10-23 14:20', ningbo, { ...full, load: 'LCL' });
    expect(line(terminal, shared).split('\n')).toHaveLength(1);
  });
});

describe('a loading told a day apart', () => {
  it('is one where both name the ship, and they disagree', () => {
    const terminal = told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...full, on: kapok });
    const carrier = told('CARRIER', 'LOADED', '2026-10-27 09:00', ningbo, { ...full, on: kapok });
    expect(showJourney(derive([carrier, terminal]))).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
        10-25 22:48 CNNBO LOADED FULL CSQU3054383 KAPOK 114S by TERMINAL, CARRIER DISAGREE
      > VESSEL UNDERWAY CNNBO 10-25 22:48 → KAPOK 114S
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('is two where the ship is not named, as the box may have been taken off between', () => {
    const terminal = told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, full);
    const carrier = told('CARRIER', 'LOADED', '2026-10-27 09:00', ningbo, full);
    expect(line(terminal, carrier).split('\n')).toHaveLength(2);
  });
});

describe('a departure', () => {
  const loaded = told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...full, on: kapok });
  const ofBox = told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { ...unsaid, on: kapok });
  const ofBill = told('FORWARDER', 'DEPARTED', '2026-10-26', ningbo, {
    paper: bill,
    on: ship('KAPOK', '114S'),
  });
  const ofShip = told('TERMINAL', 'DEPARTED', '2026-10-26 06:40', at(ningbo, 'BLCT3'), { on: kapok, inherited: true }); // prettier-ignore

  it('told of the box, of the bill and of the ship is one, with all who say so', () => {
    expect(showJourney(derive([loaded, ofShip, ofBill, ofBox]))).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER | NO_PLAN
        10-25 22:48 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
        10-26 06:40 CNNBO/BLCT3 DEPARTED CSQU3054383 KAPOK 114S by TERMINAL, CARRIER, FORWARDER
      > VESSEL UNDERWAY CNNBO 10-26 06:40 → KAPOK 114S
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('keeps the doubt where they differ', () => {
    const late = told('AIS', 'DEPARTED', '2026-10-26 11:10', ningbo, { on: kapok, inherited: true });
    expect(line(loaded, ofBox, ofShip, late)).toMatchInlineSnapshot(`
      "10-25 22:48 CNNBO LOADED FULL CSQU3054383 KAPOK 114S
      10-26 06:40 CNNBO/BLCT3 DEPARTED CSQU3054383 KAPOK 114S by TERMINAL, CARRIER, AIS DISAGREE"
    `);
  });

  it('names the boxes that it is told of, and takes from none of them what it has', () => {
    const other = { ...unsaid, box: 'CBHU6142088', on: kapok } as const;
    const both = [
      loaded,
      told('TERMINAL', 'LOADED', '2026-10-25 23:10', ningbo, { ...other, load: 'FULL' }),
      ...each([box, other.box], (one) => told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { ...other, box: one })),
      ofShip,
    ]; // prettier-ignore
    const journey = derive(both);
    expect(showLine(journey.logistics)).toMatchInlineSnapshot(`
      "10-25 22:48 CNNBO LOADED FULL CBHU6142088+CSQU3054383 KAPOK 114S
      10-26 06:40 CNNBO/BLCT3 DEPARTED CBHU6142088+CSQU3054383 KAPOK 114S by TERMINAL, CARRIER"
    `);
    expect(journey.containers.map((c) => c.steps.map((m) => m.code))).toEqual([
      ['LOADED', 'DEPARTED'],
      ['LOADED', 'DEPARTED'],
    ]);
  });

  it('is told of the run where the box does not say which', () => {
    const nameless = told('CARRIER', 'DEPARTED', '2026-10-26 06:10', ningbo, full);
    expect(line(loaded, nameless, ofShip).split('\n')).toHaveLength(2);
  });

  it('of two ships at one port on one day is two', () => {
    const parts = [
      loaded,
      told('TERMINAL', 'LOADED', '2026-10-25 23:10', ningbo, { ...full, box: 'CBHU6142088', on: meridian }),
      ofShip,
      told('TERMINAL', 'DEPARTED', '2026-10-26 07:30', ningbo, { on: meridian, inherited: true }),
    ];
    expect(derive(parts).legs.map((leg) => `${leg.state} ${leg.transport?.vesselName}`)).toEqual([
      'UNDERWAY KAPOK',
      'UNDERWAY MERIDIAN',
    ]);
  });

  it('of two flights that carry a part each is two', () => {
    const awb = 'AWB:172-26114686';
    const parts = [flight('CV9735', '2026-10-20'), flight('CV9737', '2026-10-20')].map((on, hour) =>
      told('AIRLINE', 'DEPARTED', `2026-10-20 1${hour}:00`, zhengzhouAirport, { on, paper: awb }),
    );
    expect(line(...parts).split('\n')).toHaveLength(2);
  });
});

describe('a place told in two ways', () => {
  const terminal = told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', at(ningbo, 'BLCT3'), full);
  const customs = told('CUSTOMS', 'GATED_IN', '2026-10-23 14:20', customsOffice('3104'), full);

  it('is one where the office of customs 关区 lies in the town of the terminal', () => {
    expect(line(customs, terminal)).toBe(
      '10-23 14:05 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 by TERMINAL, CUSTOMS',
    );
  });

  it('stays two for whoever does not know that it does', () => {
    expect(showLine(derive([customs, terminal], (place) => place.unLocode).logistics).split('\n')).toHaveLength(2);
  }); // prettier-ignore

  it('stays two at an office elsewhere, and at two stations of one town', () => {
    const elsewhere = told('CUSTOMS', 'GATED_IN', '2026-10-23 14:20', customsOffice('7902'), full);
    expect(line(elsewhere, terminal).split('\n')).toHaveLength(2);
    const inXian = (station: string) => placeRef({ railStation: station, unLocode: 'CNSIA' });
    const twice = [xianStation.railStation ?? '', 'XXX'].map((station) =>
      told('RAIL', 'RECEIVED', '2026-10-23 14:20', inXian(station), full),
    );
    expect(line(...twice).split('\n')).toHaveLength(2);
  });

  it('is the one that is told, where another voice leaves it out', () => {
    const nowhere = told('CARRIER', 'GATED_IN', '2026-10-23 14:20', null, full);
    expect(line(nowhere, terminal).split('\n')).toHaveLength(1);
  });
});

describe('an estimate of the box', () => {
  it('ends with the arrival told of the bill', () => {
    const claims = [
      told('TERMINAL', 'LOADED', '2026-10-05 22:48', singapore, { ...full, on: meridian }),
      told('CARRIER', 'ARRIVED', '2026-10-26 12:00', rotterdam, { ...full, on: meridian, classifier: 'ESTIMATED', heard: '2026-10-20T00:00:00Z' }),
      told('CARRIER', 'ARRIVED', '2026-10-26 15:00', rotterdam, { paper: bill, on: meridian }),
    ]; // prettier-ignore
    const journey = derive(claims);
    expect(showLine(journey.logistics)).not.toContain('~');
    expect(journey.legs.map((leg) => [leg.arrival.estimated?.local, leg.arrival.actual?.local])).toEqual([
      ['2026-10-26T12:00:00', '2026-10-26T15:00:00'],
    ]);
  });
});
