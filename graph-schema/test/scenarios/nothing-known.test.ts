import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import { getJourneyRules } from '../../src/reference/journey-rules.ts';
import { factsOf, ship, told } from '../../src/testing/journey-story.ts';
import { ningbo } from '../../src/testing/sample-locations.ts';
import { showLegs, showLine, showState } from '../../src/testing/show-journey.ts';

const bill = 'MASTER_BILL:COSU6400000090';
const now = Date.parse('2026-11-21T09:00:00Z');

describe('a bill of which next to nothing is known', () => {
  it('is unknown while it is only named', () => {
    expect(deriveJourney(factsOf(bill, []), now, getJourneyRules(Infinity))).toEqual({
      phase: 'UNKNOWN',
      arrivalByPapers: null,
      arrived: null,
      currentPlace: null,
      currentTransport: null,
      origin: null,
      destination: null,
      last: null,
      next: null,
      eta: null,
      etaSeries: [],
      etaChanges: [],
      blockers: [],
      exceptions: [],
      readiness: [],
      freeTime: [],
      charges: [],
      logistics: [],
      documents: [],
      containers: [],
      pieces: null,
      legs: [],
      deviation: { routing: 'NO_PLAN', misdirectedAt: null, plannedTo: null },
      overtaken: [],
      changesAt: null,
    });
  });

  it('is booked while only papers speak of it', () => {
    const issued = told('CARRIER', 'BOOKING_CONFIRMED', '2026-11-20 10:00', null, { paper: bill });
    expect(showState(deriveJourney(factsOf(bill, [issued]), now))).toMatchInlineSnapshot(
      `"BOOKED | next GATED_OUT USUAL_ORDER"`,
    );
  });

  it('keeps what has no place, no box and no known meaning', () => {
    const odd = told('TERMINAL', 'UNMAPPED', '2026-11-20 10:00', null, { reason: 'ZZ9' });
    expect(showLine(deriveJourney(factsOf(bill, [odd]), now).logistics)).toBe('11-20 10:00 UNMAPPED');
  });

  it('has a leg from one end alone', () => {
    const on = ship('KAPOK', '114S');
    const loaded = told('TERMINAL', 'LOADED', '2026-11-20 10:00', ningbo, {
      box: 'CSQU3054383',
      load: 'FULL',
      on,
    });
    const journey = deriveJourney(factsOf(bill, [loaded]), now);
    expect(showLegs(journey.legs)).toMatchInlineSnapshot(`"VESSEL UNDERWAY CNNBO 11-20 10:00 → KAPOK 114S"`);
    expect(showState(journey)).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard KAPOK 114S | next ARRIVED USUAL_ORDER"`,
    );
  });
});
