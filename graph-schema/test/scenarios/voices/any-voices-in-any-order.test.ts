import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveJourney, type Journey } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import type { Milestone } from '../../../src/domain/journey/milestone.ts';
import { townsOf } from '../../../src/domain/journey/towns.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { loadGazetteer } from '../../../src/reference/load-gazetteer.ts';
import { factsOf, flight, ship, told, train } from '../../../src/testing/journey-story.ts';
import { at, customsOffice, duisburgStation, ningbo, rotterdam, singapore, xianStation } from '../../../src/testing/sample-locations.ts'; // prettier-ignore
import { bill } from '../stories/first-call.ts';

// Anybody says anything of two boxes, their bill and four runs; few places and hours, so that much of it is one happening.
const now = Date.parse('2026-12-01T00:00:00Z');
const townOf = townsOf(loadGazetteer(null));
const places = [ningbo, at(ningbo, 'BLCT3'), customsOffice('3104'), singapore, rotterdam, xianStation, duisburgStation, null]; // prettier-ignore
const runs = [ship('KAPOK', '114S', '9074729'), ship('KAPOK', '114S'), ship('KAPOK', '115N', '9074729'), ship('MERIDIAN', '012W', '9321483'), train('X8157', '2026-11-02'), flight('CV9735', '2026-11-02'), undefined]; // prettier-ignore
const codes = ['GATED_IN', 'GATED_OUT', 'LOADED', 'DEPARTED', 'ARRIVED', 'DISCHARGED', 'HELD', 'UNMAPPED', 'CUT_OFF', 'DECL_RELEASED', 'CROSSED', 'BOOKED'] as const; // prettier-ignore

const anyClaim: fc.Arbitrary<FactClaim> = fc
  .record({
    by: fc.constantFrom('TERMINAL', 'CARRIER', 'CUSTOMS', 'RAIL'),
    code: fc.constantFrom(...codes),
    hour: fc.integer({ min: 0, max: 23 }),
    day: fc.integer({ min: 1, max: 4 }),
    isDay: fc.boolean(),
    place: fc.constantFrom(...places),
    box: fc.constantFrom('CSQU3054383', 'CBHU6142088', undefined),
    load: fc.constantFrom('FULL', 'EMPTY', 'LCL', undefined),
    on: fc.constantFrom(...runs),
    paper: fc.constantFrom(bill, 'BOOKING:8200000017' as const, undefined),
    classifier: fc.constantFrom('ACTUAL', 'ACTUAL', 'PLANNED', 'ESTIMATED'),
    reason: fc.constantFrom('A', 'B', undefined),
    ofRun: fc.boolean(),
    heard: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ by, code, hour, day, isDay, place, box, load, on, paper, classifier, reason, ofRun, heard }) => {
    const when = `2026-11-0${day}${isDay ? '' : ` ${String(hour).padStart(2, '0')}:00`}`;
    const more = { classifier, heard: `2026-11-0${heard}T00:00:00Z`, ...(reason && { reason }) } as const;
    if (ofRun && on) return told(by, code, when, place, { ...more, on, inherited: true });
    return told(by, code, when, place, { ...more, ...(on && { on }), ...(box && { box }), ...(load && { load }), paper: paper ?? bill }); // prettier-ignore
  });
const anyStory = fc.array(anyClaim, { maxLength: 14 });

function journeyOf(claims: readonly FactClaim[]): Journey {
  const facts = factsOf(bill, claims);
  const cycles = [...facts.cycles].sort((a, b) => (a.id < b.id ? -1 : 1));
  return deriveJourney({ ...facts, cycles }, now, getJourneyRules(Infinity), townOf);
}

function shown({ logistics, documents, overtaken }: Journey): Milestone[] {
  return [...logistics, ...documents, ...overtaken.flatMap((plan) => plan.milestones)];
}

describe('whatever anybody says of a cargo', () => {
  it('gives the same journey in any order', () => {
    fc.assert(
      fc.property(anyStory.chain((said) => fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length }))), ([said, shuffled]) => {
        expect(journeyOf(shuffled)).toEqual(journeyOf(said));
      }),
      { numRuns: 100 },
    ); // prettier-ignore
  }, 60_000);

  it('is a voice of exactly one milestone', () => {
    fc.assert(
      fc.property(anyStory, (said) => {
        const milestones = shown(journeyOf(said));
        const times = new Map<string, number>();
        for (const { id } of milestones.flatMap((m) => [...m.claims, ...m.expected])) {
          times.set(id, (times.get(id) ?? 0) + 1);
        }
        const own = new Set(said.filter((claim) => !claim.inherited).map(({ id }) => id));
        expect([...own].filter((id) => times.get(id) !== 1)).toEqual([]);
        // What is told of a ship that the cargo is not aboard is not told of the cargo.
        expect([...times.values()].every((count) => count === 1)).toBe(true);
        expect(milestones.every((m) => m.claims.every((c) => c.event.code === m.code))).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('is told once more by another message, and nothing changes but the voices', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), (said, index) => {
        const again = said.map((claim, i) =>
          i === index % said.length ? { ...claim, voices: [...claim.voices, ...claim.voices] } : claim,
        );
        expect(withoutVoices(journeyOf(again))).toEqual(withoutVoices(journeyOf(said)));
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

function withoutVoices(journey: Journey): unknown {
  return JSON.parse(JSON.stringify(journey, (key, value: unknown) => (key === 'voices' ? [] : value)));
}
