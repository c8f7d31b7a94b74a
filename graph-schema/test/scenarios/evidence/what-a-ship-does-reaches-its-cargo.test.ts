import { describe, expect, it } from 'vitest';
import { transport } from '../../../src/domain/claim.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { concludeAll } from '../../../src/domain/known/conclude-all.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { showLine, showState } from '../../../src/testing/show-journey.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', '9074729');
const byName = ship('KAPOK', '114S');
/** Stations on shore know the ship, not the number that its line gave the voyage. */
const theShip = transport({ mode: 'VESSEL', vesselImo: '9074729' });

/** What was said, without whom it belongs to. */
const bare = (claims: readonly FactClaim[]) =>
  claims.map((claim): FactClaim => ({ ...claim, cycleId: null, inherited: false }));

function journeyOf(claims: readonly FactClaim[], now: string) {
  const facts = concludeAll(bare(claims)).shipments.find((shipment) => shipment.anchor === bill);
  return deriveJourney(facts ?? factsOf(bill, []), Date.parse(now));
}

const loaded = told('TERMINAL', 'LOADED', '2026-10-05 09:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }); // prettier-ignore
const discharged = told('TERMINAL', 'DISCHARGED', '2026-10-12 09:00', singapore, { box, load: 'FULL', on: kapok, paper: bill }); // prettier-ignore

describe('what is told of a ship without the voyage', () => {
  const left = told('INTERNAL', 'DEPARTED', '2026-10-06 09:00', ningbo, { on: theShip });
  const anchored = told('INTERNAL', 'ANCHORED', '2026-10-11 09:00', singapore, { on: theShip });
  const earlier = told('INTERNAL', 'DEPARTED', '2026-09-01 09:00', singapore, { on: theShip });
  const later = told('INTERNAL', 'DEPARTED', '2026-10-13 09:00', singapore, { on: theShip });

  it('reaches the boxes aboard for the time aboard, as of the voyage that they were on', () => {
    const journey = journeyOf([loaded, discharged, left, anchored, earlier, later], '2026-10-14T00:00:00Z');
    expect(showLine(journey.logistics)).toBe(
      [
        '10-05 09:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S',
        '10-06 09:00 CNNBO DEPARTED KAPOK 114S (inherited) (derived)',
        '10-11 09:00 SGSIN ANCHORED KAPOK 114S (inherited) (derived)',
        '10-12 09:00 SGSIN DISCHARGED FULL CSQU3054383 KAPOK 114S',
      ].join('\n'),
    );
  });

  it('is one departure with what the carrier says of the voyage, and the carrier speaks first', () => {
    const told114S = told('CARRIER', 'DEPARTED', '2026-10-06 09:40', ningbo, { on: kapok });
    const journey = journeyOf([loaded, left, told114S], '2026-10-07T00:00:00Z');
    const departures = journey.logistics.filter(({ code }) => code === 'DEPARTED');
    expect(showLine(departures)).toBe(
      '10-06 09:40 CNNBO DEPARTED KAPOK 114S (inherited) by CARRIER, INTERNAL',
    );
    expect(showState(journey)).toBe('IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER');
  });

  it('finds the cargo of which only the name of the ship is known, once somebody names both', () => {
    const namedOnly = told('TERMINAL', 'LOADED', '2026-10-05 09:00', ningbo, { box, load: 'FULL', on: byName, paper: bill }); // prettier-ignore
    const codes = (...claims: FactClaim[]) =>
      journeyOf(claims, '2026-10-12T00:00:00Z').logistics.map(({ code }) => code);
    expect(codes(namedOnly, left)).toEqual(['LOADED']);
    const elsewhere = told('CARRIER', 'ARRIVED', '2026-05-06 09:00', rotterdam, { on: ship('KAPOK', '110N', '9074729') }); // prettier-ignore
    expect(codes(namedOnly, left, elsewhere)).toEqual(['LOADED', 'DEPARTED']);
    const namesake = told('CARRIER', 'ARRIVED', '2026-05-06 09:00', rotterdam, { on: ship('KAPOK', '7', '9321483') }); // prettier-ignore
    expect(codes(namedOnly, left, elsewhere, namesake)).toEqual(['LOADED']);
  });

  it('comes by the number of the ship where the cargo knows its name, and the other way', () => {
    const both = told('CARRIER', 'ARRIVED', '2026-05-06 09:00', rotterdam, { on: ship('KAPOK', '110N', '9074729') }); // prettier-ignore
    const byNumber = transport({ mode: 'VESSEL', vesselImo: '9074729', voyage: '114S' });
    const namedOnly = told('TERMINAL', 'LOADED', '2026-10-05 09:00', ningbo, { box, load: 'FULL', on: byName, paper: bill }); // prettier-ignore
    const leftByNumber = told('CARRIER', 'DEPARTED', '2026-10-06 09:40', ningbo, { on: byNumber });
    const journey = journeyOf([namedOnly, leftByNumber, both], '2026-10-07T00:00:00Z');
    expect(showState(journey)).toBe('IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER');
    const numbered = told('TERMINAL', 'LOADED', '2026-10-05 09:00', ningbo, { box, load: 'FULL', on: byNumber, paper: bill }); // prettier-ignore
    const leftByName = told('TERMINAL', 'DEPARTED', '2026-10-06 09:40', ningbo, { on: byName });
    expect(journeyOf([numbered, leftByName, both], '2026-10-07T00:00:00Z').phase).toBe('IN_TRANSIT');
  });
});

describe('what a ship is expected to do', () => {
  const planned = [
    told('CARRIER', 'DEPARTED', '2026-10-06 09:00', ningbo, { on: kapok, paper: bill, classifier: 'PLANNED', heard: '2026-09-20T00:00:00Z' }),
    told('CARRIER', 'ARRIVED', '2026-10-30 09:00', rotterdam, { on: kapok, paper: bill, classifier: 'PLANNED', heard: '2026-09-20T00:00:00Z' }),
  ]; // prettier-ignore
  const shipLate = told('TERMINAL', 'ARRIVED', '2026-11-02 09:00', rotterdam, { on: kapok, classifier: 'ESTIMATED', heard: '2026-10-01T00:00:00Z' }); // prettier-ignore
  const elsewhere = told('TERMINAL', 'ARRIVED', '2026-10-12 09:00', singapore, { on: kapok, classifier: 'ESTIMATED', heard: '2026-10-01T00:00:00Z' }); // prettier-ignore
  const sailed = told('CARRIER', 'DEPARTED', '2026-10-06 10:00', ningbo, { on: kapok });

  it('moves the times of a cargo that is planned for it, at the places of its plan', () => {
    const { logistics } = journeyOf([...planned, shipLate, elsewhere], '2026-10-02T00:00:00Z');
    expect(showLine(logistics)).toBe(
      ['? 10-06 09:00 CNNBO DEPARTED KAPOK 114S', '~ 11-02 09:00 NLRTM ARRIVED KAPOK 114S (inherited)'].join(
        '\n',
      ),
    );
  });

  it('puts nothing aboard: that the ship sailed is not told of the cargo', () => {
    const journey = journeyOf([...planned, sailed], '2026-10-07T00:00:00Z');
    expect(journey.logistics.filter(({ classifier }) => classifier === 'ACTUAL')).toEqual([]);
    expect(journey.phase).not.toBe('IN_TRANSIT');
  });

  it('no longer concerns a cargo that another ship is planned for from the same place, or took', () => {
    const meridian = ship('MERIDIAN', '012W', '9321483');
    const replanned = told('CARRIER', 'DEPARTED', '2026-10-13 09:00', ningbo, { on: meridian, paper: bill, classifier: 'PLANNED', heard: '2026-10-02T00:00:00Z' }); // prettier-ignore
    const took = told('TERMINAL', 'LOADED', '2026-10-12 09:00', ningbo, { box, load: 'FULL', on: meridian, paper: bill }); // prettier-ignore
    for (const otherwise of [replanned, took]) {
      const { logistics } = journeyOf([...planned, shipLate, otherwise], '2026-10-02T12:00:00Z');
      expect(logistics.filter((m) => m.inherited)).toEqual([]);
    }
  });
});
