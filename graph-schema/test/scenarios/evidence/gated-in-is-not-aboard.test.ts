import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { each, factsOf, flight, ship, told, train } from '../../../src/testing/journey-story.ts';
import { luxembourgAirport, ningbo, singapore, xianStation, zhengzhouAirport } from '../../../src/testing/sample-locations.ts'; // prettier-ignore
import { showLegs, showLine, showState } from '../../../src/testing/show-journey.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const [quick, slow] = ['CSQU3054383', 'CBHU6142088'] as const;
const kapok = ship('KAPOK', '114S', '9074729');
const gatedIn = (box: string) => told('TERMINAL', 'GATED_IN', '2026-10-03 09:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }); // prettier-ignore
const loaded = (box: string) => told('TERMINAL', 'LOADED', '2026-10-05 09:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }); // prettier-ignore
const shipLeft = told('CARRIER', 'DEPARTED', '2026-10-06 09:00', ningbo, { on: kapok, inherited: true });
const shipCame = told('CARRIER', 'ARRIVED', '2026-10-10 09:00', singapore, { on: kapok, inherited: true });

const derive = (...claims: readonly FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse('2026-10-11T00:00:00Z'));

describe('a gate-in that names the ship', () => {
  it('does not put the box aboard: the ship sails, and the box is where it was', () => {
    const journey = derive(gatedIn(quick), shipLeft, shipCame);
    expect(showState(journey)).toBe('AT_ORIGIN at CNNBO | next LOADED CNNBO USUAL_ORDER');
    expect(showLegs(journey.legs)).not.toContain('UNDERWAY');
    expect(showLine(journey.logistics)).toBe('10-03 09:00 CNNBO GATED_IN FULL CSQU3054383 KAPOK 114S');
  });

  it('goes with the loading, once it is told', () => {
    const journey = derive(gatedIn(quick), loaded(quick), shipLeft);
    expect(showState(journey)).toBe('IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER');
  });

  it('does not put a box aboard because another of the same bill is', () => {
    const sailed = told('CARRIER', 'DEPARTED', '2026-10-06 09:10', ningbo, { on: kapok, paper: bill });
    const journey = derive(...each([quick, slow], gatedIn), loaded(quick), sailed, shipLeft);
    expect(journey.containers.map((c) => `${c.reference} ${c.phase}`)).toEqual([
      'CSQU3054383 IN_TRANSIT',
      'CBHU6142088 AT_ORIGIN',
    ]);
    expect(journey.phase).toBe('AT_ORIGIN');
  });

  it('leaves a box behind without holding up the one that sailed', () => {
    const next = ship('MERIDIAN', '012W', '9321483');
    const replanned = told('CARRIER', 'DEPARTED', '2026-10-30 06:00', ningbo, { classifier: 'PLANNED', on: next, paper: bill }); // prettier-ignore
    const [off, back] = [
      told('TERMINAL', 'DISCHARGED', '2026-10-10 18:00', singapore, { box: quick, load: 'FULL', on: kapok }),
      told('TERMINAL', 'GATED_IN', '2026-10-12 18:00', singapore, { box: quick, load: 'EMPTY' }),
    ];
    const asOf = (instant: string) => {
      const facts = factsOf(bill, [...each([quick, slow], gatedIn), loaded(quick), off, back, replanned]);
      return deriveJourney(facts, Date.parse(instant));
    };
    expect(asOf('2026-10-11T00:00:00Z').containers.map((c) => c.phase)).toEqual([
      'AT_DESTINATION',
      'AT_ORIGIN',
    ]);
    const journey = asOf('2026-10-13T00:00:00Z');
    expect(journey.containers.map((c) => c.phase)).toEqual(['COMPLETED', 'AT_ORIGIN']);
    expect(showState(journey)).toBe('AT_ORIGIN at CNNBO | next DEPARTED CNNBO 10-30 06:00 PLANNED');
  });

  it('is enough with the departure told of the bill', () => {
    const sailed = told('CARRIER', 'DEPARTED', '2026-10-06 09:10', ningbo, { on: kapok, paper: bill });
    const journey = derive(gatedIn(quick), sailed);
    expect([journey.phase, journey.containers[0]?.phase]).toEqual(['IN_TRANSIT', 'IN_TRANSIT']);
  });
});

describe('what shows cargo aboard', () => {
  it('is the manifest of a flight, not the booking on it', () => {
    const awb = 'AWB:172-26114686';
    const on = flight('CV9735', '2026-10-08');
    const booked = told('AIRLINE', 'BOOKED', '2026-10-05', zhengzhouAirport, { on, paper: awb });
    const received = told('AIRLINE', 'RECEIVED', '2026-10-07 19:00', zhengzhouAirport, { paper: awb });
    const manifested = told('AIRLINE', 'MANIFESTED', '2026-10-08', zhengzhouAirport, { on, paper: awb });
    const takenOff = told('AIRLINE', 'DEPARTED', '2026-10-08 10:55', zhengzhouAirport, { on, inherited: true }); // prettier-ignore
    const landed = told('AIRLINE', 'ARRIVED', '2026-10-08 15:31', luxembourgAirport, { on, classifier: 'ESTIMATED', inherited: true }); // prettier-ignore
    const state = (...claims: FactClaim[]) =>
      showState(deriveJourney(factsOf(awb, claims), Date.parse('2026-10-08T06:00:00Z')));
    expect(state(booked, received, takenOff, landed)).toBe(
      'AT_ORIGIN at CNCGO | next DEPARTED CNCGO USUAL_ORDER',
    );
    expect(state(booked, received, manifested, takenOff, landed)).toMatch(/^IN_TRANSIT aboard CV9735/);
  });

  it('is for a train the paper that names it', () => {
    const on = train('X8157', '2026-10-05');
    const note = 'RAIL_NOTE:26600000';
    const received = told('RAIL', 'RECEIVED', '2026-10-04 09:00', xianStation, { box: quick, on, paper: note }); // prettier-ignore
    const left = told('RAIL', 'DEPARTED', '2026-10-05 13:40', xianStation, { on, inherited: true });
    expect(
      deriveJourney(factsOf(note, [received, left]), Date.parse('2026-10-06T00:00:00Z')).phase,
    ).toBe('IN_TRANSIT');
  }); // prettier-ignore
});
