import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { townsOf } from '../../../src/domain/journey/towns.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { loadGazetteer } from '../../../src/reference/load-gazetteer.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { longBeach, ningbo } from '../../../src/testing/sample-locations.ts';
import { showJourney, showLine } from '../../../src/testing/show-journey.ts';
import { bill, full, kapok, meridian } from '../stories/first-call.ts';

const townOf = townsOf(loadGazetteer(null));
const derive = (...claims: readonly FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse('2026-11-06T00:00:00Z'), getJourneyRules(Infinity), townOf);
const line = (...claims: readonly FactClaim[]) => showLine(derive(...claims).logistics);
const aboard = { ...full, on: meridian } as const;

describe('a box that is taken off and put aboard the same ship again', () => {
  const plan = { paper: bill, on: meridian, classifier: 'PLANNED', heard: '2026-10-01T00:00:00Z' } as const;
  const toLongBeach = told('CARRIER', 'ARRIVED', '2026-11-20 09:10', longBeach, plan);

  it('sails with it, to where it was planned to', () => {
    const claims = [
      told('TERMINAL', 'LOADED', '2026-11-02 10:00', ningbo, aboard),
      told('TERMINAL', 'DISCHARGED', '2026-11-03 10:00', ningbo, aboard),
      told('TERMINAL', 'LOADED', '2026-11-04 10:00', ningbo, aboard),
      told('CARRIER', 'DEPARTED', '2026-11-05 06:00', ningbo, aboard),
    ];
    const journey = derive(...claims, toLongBeach);
    expect(showJourney(journey)).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED USLGB 11-20 09:10 PLANNED | ETA USLGB 11-20 09:10 PLANNED 0 min late | ON_ROUTE
        11-02 10:00 CNNBO LOADED FULL CSQU3054383 MERIDIAN 012W
        11-03 10:00 CNNBO DISCHARGED FULL CSQU3054383 MERIDIAN 012W
        11-04 10:00 CNNBO LOADED FULL CSQU3054383 MERIDIAN 012W
        11-05 06:00 CNNBO DEPARTED FULL CSQU3054383 MERIDIAN 012W
        ? 11-20 09:10 USLGB ARRIVED MERIDIAN 012W
      > VESSEL UNDERWAY CNNBO 11-05 06:00 → USLGB ?11-20 09:10 MERIDIAN 012W
      CSQU3054383 IN_TRANSIT"
    `);
    expect(journey.exceptions).toMatchObject([
      { kind: 'WRONG_PLACE', closedAt: Date.parse('2026-11-04T02:00:00Z') },
    ]);
    expect(showJourney(derive(toLongBeach, ...claims.toReversed()))).toBe(showJourney(journey));
  });

  it('does so on days that are told without a time', () => {
    const claims = [
      told('CARRIER', 'LOADED', '2026-11-02', ningbo, aboard),
      told('CARRIER', 'DISCHARGED', '2026-11-03', ningbo, aboard),
      told('CARRIER', 'LOADED', '2026-11-04', ningbo, aboard),
      told('CARRIER', 'DEPARTED', '2026-11-05', ningbo, aboard),
    ];
    expect(derive(...claims, toLongBeach)).toMatchObject({
      phase: 'IN_TRANSIT',
      deviation: { routing: 'ON_ROUTE' },
    });
  });
});

describe('a box that goes from the barge to the ship in one port', () => {
  const barge = ship('YONG XIN 8', '2611');

  it('is loaded twice', () => {
    expect(
      line(
        told('TERMINAL', 'LOADED', '2026-11-02 06:00', ningbo, { ...full, on: barge }),
        told('TERMINAL', 'DISCHARGED', '2026-11-02 11:00', ningbo, { ...full, on: barge }),
        told('TERMINAL', 'LOADED', '2026-11-02 16:00', ningbo, { ...full, on: kapok }),
      ),
    ).toMatchInlineSnapshot(`
      "11-02 06:00 CNNBO LOADED FULL CSQU3054383 YONG XIN 8 2611
      11-02 11:00 CNNBO DISCHARGED FULL CSQU3054383 YONG XIN 8 2611
      11-02 16:00 CNNBO LOADED FULL CSQU3054383 KAPOK 114S"
    `);
  });

  it('is so whoever else tells of either loading', () => {
    const claims = [
      told('TERMINAL', 'LOADED', '2026-11-02 06:00', ningbo, full),
      told('TERMINAL', 'DISCHARGED', '2026-11-02 11:00', ningbo, full),
      told('CARRIER', 'LOADED', '2026-11-02 16:20', ningbo, aboard),
      told('TERMINAL', 'LOADED', '2026-11-02 16:00', ningbo, full),
    ];
    expect(line(...claims)).toMatchInlineSnapshot(`
      "11-02 06:00 CNNBO LOADED FULL CSQU3054383
      11-02 11:00 CNNBO DISCHARGED FULL CSQU3054383
      11-02 16:00 CNNBO LOADED FULL CSQU3054383 MERIDIAN 012W by TERMINAL, CARRIER"
    `);
  });
});

describe('a box that comes back through the gate', () => {
  const out = told('TERMINAL', 'GATED_OUT', '2026-11-02 08:00', ningbo, full);
  const back = told('TERMINAL', 'GATED_IN', '2026-11-02 10:00', ningbo, full);
  const again = told('TERMINAL', 'GATED_OUT', '2026-11-02 15:00', ningbo, full);

  it('is outside after it left once more', () => {
    const journey = derive(again, back, out);
    expect(journey.last).toMatchObject({ code: 'GATED_OUT', id: again.id });
    expect(journey.containers.map(({ last }) => last?.id)).toEqual([again.id]);
    expect(journey.logistics).toHaveLength(3);
  });

  it('is not back because another tells late that it came', () => {
    const late = told('CARRIER', 'GATED_IN', '2026-11-02 10:50', ningbo, full);
    const soon = told('TERMINAL', 'GATED_OUT', '2026-11-02 10:30', ningbo, full);
    expect(line(back, soon, late)).toMatchInlineSnapshot(`
      "11-02 10:00 CNNBO GATED_IN FULL CSQU3054383 by TERMINAL, CARRIER
      11-02 10:30 CNNBO GATED_OUT FULL CSQU3054383"
    `);
  });
});

describe('a hold that is placed again after it was lifted', () => {
  it('holds', () => {
    const held = told('TERMINAL', 'HELD', '2026-11-02 08:00', ningbo, full);
    const lifted = told('TERMINAL', 'HOLD_LIFTED', '2026-11-02 10:00', ningbo, full);
    const again = told('TERMINAL', 'HELD', '2026-11-02 14:00', ningbo, full);
    expect(derive(held, lifted).blockers).toEqual([]);
    expect(derive(again, held, lifted).blockers).toMatchObject([{ code: 'HELD', milestoneId: again.id }]);
  });
});

describe('what one source tells in turn', () => {
  it('is never one happening, however soon it follows and in whatever order it is heard', () => {
    const pairs = [['LOADED', 'DISCHARGED'], ['GATED_IN', 'GATED_OUT'], ['ARRIVED', 'DEPARTED'], ['BERTHED', 'UNBERTHED']] as const; // prettier-ignore
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...pairs), minutes, fc.constantFrom(full, aboard), (pair, heard, more) => {
        const times = heard.toSorted((a, b) => a - b);
        const claims = heard.map((minute) =>
          told('TERMINAL', pair[times.indexOf(minute) % 2] ?? pair[0], `2026-11-02 08:${String(minute).padStart(2, '0')}`, ningbo, more),
        );
        expect(derive(...claims).logistics.map((m) => m.claims.length)).toEqual(times.map(() => 1));
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });
});
