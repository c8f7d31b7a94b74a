import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../src/domain/journey/facts.ts';
import { factsOf, ship, told } from '../../src/testing/journey-story.ts';
import { longBeach, ningbo } from '../../src/testing/sample-locations.ts';
import { showLegs, showLine, showState } from '../../src/testing/show-journey.ts';

const bill = 'MASTER_BILL:COSU6400000074';
const box = 'CSQU3054383';
const on = ship('PACIFIC', '037W', '9074729');
const planned = told('CARRIER', 'ARRIVED', '2026-11-18 08:00', longBeach, { classifier: 'PLANNED', on, paper: bill, heard: '2026-10-20T00:00:00Z' }); // prettier-ignore
const estimated = (when: string, heard: string) =>
  told('CARRIER', 'ARRIVED', when, longBeach, { classifier: 'ESTIMATED', on, paper: bill, heard });
const sailed: FactClaim[] = [
  told('TERMINAL', 'LOADED', '2026-11-01 22:00', ningbo, { box, load: 'FULL', on }),
  told('CARRIER', 'DEPARTED', '2026-11-02 06:00', ningbo, { on, paper: bill }),
];

function asOf(instant: string, ...claims: FactClaim[]) {
  return deriveJourney(factsOf(bill, claims), Date.parse(instant));
}

describe('an estimate', () => {
  const first = estimated('2026-11-17 20:00', '2026-11-03T00:00:00Z');
  const second = estimated('2026-11-19 02:00', '2026-11-10T00:00:00Z');

  it('said last counts, and is early or late against the plan', () => {
    expect(showState(asOf('2026-11-12T00:00:00Z', ...sailed, planned, second, first))).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard PACIFIC 037W | next ARRIVED USLGB 11-19 02:00 ESTIMATED | ETA USLGB 11-19 02:00 ESTIMATED 1080 min late"`,
    );
    expect(showState(asOf('2026-11-05T00:00:00Z', ...sailed, planned, first))).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard PACIFIC 037W | next ARRIVED USLGB 11-17 20:00 ESTIMATED | ETA USLGB 11-17 20:00 ESTIMATED -720 min late"`,
    );
  });

  it('never becomes an actual by its time passing', () => {
    const after = asOf('2026-12-24T00:00:00Z', ...sailed, planned, second);
    expect(showState(after)).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard PACIFIC 037W | next ARRIVED USLGB 11-19 02:00 ESTIMATED | ETA USLGB 11-19 02:00 ESTIMATED 1080 min late"`,
    );
    expect(showLine(after.logistics)).toMatchInlineSnapshot(`
      "11-01 22:00 CNNBO LOADED FULL CSQU3054383 PACIFIC 037W
      11-02 06:00 CNNBO DEPARTED PACIFIC 037W
      ~ 11-19 02:00 USLGB ARRIVED PACIFIC 037W"
    `);
  });

  it('is what comes next, not the day until which something may be done', () => {
    const freeTime = told('CARRIER', 'FREE_TIME_ENDS', '2026-11-18 00:00', longBeach, { classifier: 'PLANNED', paper: bill }); // prettier-ignore
    const journey = asOf('2026-11-12T00:00:00Z', ...sailed, freeTime, second);
    expect(showState(journey)).toMatch(/next ARRIVED USLGB 11-19 02:00 ESTIMATED/);
    expect(journey.logistics.map(({ code }) => code)).toContain('FREE_TIME_ENDS');
  });

  it('ends with the arrival, and stays readable beside it', () => {
    const arrived = told('CARRIER', 'ARRIVED', '2026-11-19 03:30', longBeach, { on, paper: bill });
    const journey = asOf('2026-11-20T00:00:00Z', ...sailed, planned, first, second, arrived);
    expect(journey.eta).toBeNull();
    expect(showLegs(journey.legs)).toMatchInlineSnapshot(
      `"VESSEL DONE CNNBO 11-02 06:00 → USLGB 11-19 03:30 PACIFIC 037W"`,
    );
    const [leg] = journey.legs;
    expect(leg?.arrival.planned?.local).toBe('2026-11-18T08:00:00');
    expect(leg?.arrival.estimated?.local).toBe('2026-11-19T02:00:00');
  });

  it('of a ship that was missed says nothing of the ship that was taken', () => {
    const missed = ship('ATLANTIC', '012E', '9321483');
    const plan = told('CARRIER', 'DEPARTED', '2026-10-25 06:00', ningbo, { classifier: 'PLANNED', on: missed, paper: bill }); // prettier-ignore
    expect(showLegs(asOf('2026-11-05T00:00:00Z', ...sailed, plan).legs)).toMatchInlineSnapshot(
      `"VESSEL UNDERWAY CNNBO 11-02 06:00 → PACIFIC 037W"`,
    );
    expect(asOf('2026-11-05T00:00:00Z', ...sailed, plan).legs[0]?.departure.planned).toBeNull();
  });
});

describe('times that cannot be taken at their word', () => {
  it('ignores an actual of tomorrow: a clock may be minutes ahead, not a day', () => {
    const now = '2026-11-21T01:00:00Z';
    const tomorrow = told('TERMINAL', 'GATED_IN', '2026-11-22 09:00', ningbo, { box, load: 'FULL' });
    const ahead = told('TERMINAL', 'GATED_IN', '2026-11-21 09:10', ningbo, { box, load: 'FULL' });
    expect(asOf(now, tomorrow).logistics).toEqual([]);
    expect(showLine(asOf(now, ahead).logistics)).toBe('11-21 09:10 CNNBO GATED_IN FULL CSQU3054383');
    expect(showLine(asOf('2026-11-22T01:00:00Z', tomorrow).logistics)).toContain('GATED_IN');
  });

  it('shows a day as a day, and orders it before what has a time on that day', () => {
    const day = told('CARRIER', 'GATED_OUT', '2026-10-30', ningbo, { box, load: 'EMPTY' });
    const stuffed = told('CARRIER', 'STUFFED', '2026-10-30 14:00', ningbo, { box, load: 'FULL' });
    expect(showLine(asOf('2026-11-01T00:00:00Z', stuffed, day).logistics)).toMatchInlineSnapshot(`
      "10-30 CNNBO GATED_OUT EMPTY CSQU3054383
      10-30 14:00 CNNBO STUFFED FULL CSQU3054383"
    `);
  });

  it('takes a request for no expectation', () => {
    const asked = told('FORWARDER', 'GATED_OUT', '2026-11-25 10:00', ningbo, { box, load: 'FULL', classifier: 'REQUESTED' }); // prettier-ignore
    expect(asOf('2026-11-21T00:00:00Z', asked).logistics).toEqual([]);
  });
});
