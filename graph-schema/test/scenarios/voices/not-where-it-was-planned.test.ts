import { describe, expect, it } from 'vitest';
import { placeRef } from '../../../src/domain/claim.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { factsOf, told } from '../../../src/testing/journey-story.ts';
import { longBeach, ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { showJourney } from '../../../src/testing/show-journey.ts';
import { bill, box, full, kapok, meridian } from '../stories/first-call.ts';

const aboard = { ...full, on: meridian } as const;
const plan = { paper: bill, on: meridian, classifier: 'PLANNED', heard: '2026-10-01T00:00:00Z' } as const;
const sailed = [
  told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...aboard, to: rotterdam }),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { paper: bill, on: meridian }),
];
const toRotterdam = [
  told('CARRIER', 'DEPARTED', '2026-10-26 04:00', ningbo, plan),
  told('CARRIER', 'ARRIVED', '2026-11-20 09:10', rotterdam, plan),
];
const off = told('TERMINAL', 'DISCHARGED', '2026-11-05 18:10', singapore, aboard);

const derive = (...claims: readonly FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse('2026-11-06T00:00:00Z'), getJourneyRules(Infinity));
const routing = (...claims: readonly FactClaim[]) => derive(...claims).deviation.routing;

describe('a box discharged where nobody planned it', () => {
  it('is there, misdirected and not under way, and still goes where it was planned to', () => {
    expect(showJourney(derive(...sailed, ...toRotterdam, off))).toMatchInlineSnapshot(`
      "AT_TRANSSHIPMENT at SGSIN | next LOADED SGSIN USUAL_ORDER | MISDIRECTED planned to NLRTM
        10-25 22:48 CNNBO LOADED FULL CSQU3054383 MERIDIAN 012W
        10-26 06:30 CNNBO DEPARTED MERIDIAN 012W
        11-05 18:10 SGSIN DISCHARGED FULL CSQU3054383 MERIDIAN 012W
      > VESSEL DONE CNNBO 10-26 06:30 → SGSIN 11-05 18:10 MERIDIAN 012W late 150 → ? min
      x came off before: ? 11-20 09:10 NLRTM ARRIVED MERIDIAN 012W
      CSQU3054383 AT_TRANSSHIPMENT"
    `);
  });

  it('makes its cargo misdirected, while the other box sails on', () => {
    const other = 'CBHU6142088';
    const journey = derive(...sailed, told('TERMINAL', 'LOADED', '2026-10-25 23:00', ningbo, { ...aboard, box: other }), ...toRotterdam, off);
    expect(journey.deviation).toMatchObject({ routing: 'MISDIRECTED', misdirectedAt: { unLocode: 'SGSIN' }, plannedTo: { unLocode: 'NLRTM' } });
    expect(journey.containers.map((c) => `${c.reference} ${c.phase}`)).toEqual([`${box} AT_TRANSSHIPMENT`, `${other} IN_TRANSIT`]);
    expect(journey.eta?.place).toMatchObject({ unLocode: 'NLRTM' });
  }); // prettier-ignore

  it('is on its way again once somebody plans how it goes on, or it does', () => {
    const onward = told('CARRIER', 'DEPARTED', '2026-11-12 17:00', singapore, { ...plan, on: kapok, heard: '2026-11-05T20:00:00Z' }); // prettier-ignore
    expect(routing(...sailed, ...toRotterdam, off, onward)).toBe('ON_ROUTE');
    const again = told('TERMINAL', 'LOADED', '2026-11-05 23:00', singapore, { ...full, on: kapok });
    expect(routing(...sailed, ...toRotterdam, off, again)).toBe('ON_ROUTE');
  });

  it('goes on with the same ship when it is put back aboard', () => {
    const back = told('TERMINAL', 'LOADED', '2026-11-05 22:10', singapore, aboard);
    const journey = derive(...sailed, ...toRotterdam, off, back);
    expect([journey.phase, journey.deviation.routing]).toEqual(['IN_TRANSIT', 'ON_ROUTE']);
    expect(journey.eta?.place).toMatchObject({ unLocode: 'NLRTM' });
  });
});

describe('a discharge that is no mistake', () => {
  const hub = told('CARRIER', 'ARRIVED', '2026-11-05 12:00', singapore, plan);

  it('is where a plan brings it, or a plan for the same ship that was said too', () => {
    expect(routing(...sailed, hub, off)).toBe('ON_ROUTE');
    expect(routing(...sailed, ...toRotterdam, hub, off)).toBe('ON_ROUTE');
  });

  it('is where its bill goes', () => {
    const issued = told('CARRIER', 'BL_ISSUED', '2026-10-27 10:00', null, { paper: bill, to: singapore });
    expect(routing(...sailed, ...toRotterdam, off, issued)).toBe('ON_ROUTE');
  });

  it('is a place that cannot be compared with the planned one', () => {
    const words = told('CARRIER', 'ARRIVED', '2026-11-20 09:10', placeRef({ raw: 'SINGAPORE' }), plan);
    expect(routing(...sailed, words, off)).toBe('ON_ROUTE');
  });

  it('is compared with nothing where nobody planned anything', () => {
    expect(routing(...sailed, off)).toBe('NO_PLAN');
  });
});

describe('how late a leg is', () => {
  const late = (...claims: readonly FactClaim[]) =>
    derive(...claims).legs.map(({ departure, arrival }) => [departure.lateMinutes, arrival.lateMinutes]);
  const estimate = (when: string) => told('CARRIER', 'ARRIVED', when, rotterdam, { ...plan, classifier: 'ESTIMATED', heard: '2026-10-30T00:00:00Z' }); // prettier-ignore

  it('is its actual, else its estimated time against the plan, at both ends', () => {
    expect(late(...toRotterdam, ...sailed)).toEqual([[150, null]]);
    expect(late(...toRotterdam, ...sailed, estimate('2026-11-20 07:10'))).toEqual([[150, -120]]);
  });

  it('is nothing on the day that was planned, and counts from its end', () => {
    const day = told('CARRIER', 'ARRIVED', '2026-11-20', rotterdam, plan);
    expect(late(day, ...sailed, estimate('2026-11-20 23:10'))).toEqual([[null, 0]]);
    expect(late(day, ...sailed, estimate('2026-11-21 01:10'))).toEqual([[null, 70]]);
    expect(late(day, ...sailed, estimate('2026-11-19 23:10'))).toEqual([[null, -50]]);
  });

  it('is not known of a ship that nobody planned', () => {
    expect(
      late(...sailed, told('CARRIER', 'ARRIVED', '2026-11-20 09:10', longBeach, { ...plan, on: kapok })),
    ).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});
