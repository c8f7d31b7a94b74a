import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboardOf } from '../../../src/domain/aboard.ts';
import { runKey } from '../../../src/domain/claim-keys.ts';
import type { EventCode } from '../../../src/domain/event-code.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';

// By feeder and mother vessel, with gate-ins that name ships, a misread gate and what is told of the ships themselves.
const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const [feeder, mother] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483')];
const full = { box, load: 'FULL', paper: bill } as const;
const empty = { box, load: 'EMPTY', paper: bill } as const;

const own: readonly FactClaim[] = [
  told('CARRIER', 'BL_ISSUED', '2026-10-26 10:00', null, { paper: bill, to: rotterdam }),
  told('CARRIER', 'DEPARTED', '2026-11-07 17:00', singapore, { classifier: 'PLANNED', on: mother, paper: bill, heard: '2026-10-01T00:00:00Z' }),
  told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: mother, paper: bill, heard: '2026-10-01T00:00:00Z' }),
  told('TERMINAL', 'GATED_OUT', '2026-10-20 09:00', ningbo, empty),
  told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', ningbo, { ...full, on: feeder }),
  told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...full, on: feeder }),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { on: feeder, paper: bill }),
  told('CARRIER', 'ARRIVED', '2026-10-30 09:10', singapore, { on: feeder, paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { ...full, on: feeder }),
  told('TERMINAL', 'GATED_IN', '2026-11-01 10:00', singapore, empty),
  told('TERMINAL', 'GATED_IN', '2026-11-02 10:00', singapore, { ...full, on: mother }),
  told('TERMINAL', 'LOADED', '2026-11-07 07:00', singapore, { ...full, on: mother }),
  told('TERMINAL', 'MANIFESTED', '2026-11-07 12:00', singapore, { ...full, on: mother }),
  told('CARRIER', 'DEPARTED', '2026-11-07 17:07', singapore, { on: mother, paper: bill }),
  told('CARRIER', 'ARRIVED', '2026-11-29 14:20', rotterdam, { on: mother, paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-11-30 03:00', rotterdam, { ...full, on: mother }),
  told('TERMINAL', 'GATED_OUT', '2026-12-02 08:00', rotterdam, full),
  told('CARRIER', 'DELIVERED', '2026-12-02 13:00', rotterdam, full),
  told('CARRIER', 'STRIPPED', '2026-12-03 13:00', rotterdam, full),
  told('TERMINAL', 'GATED_IN', '2026-12-05 11:00', rotterdam, empty),
]; // prettier-ignore
const ofShips: readonly FactClaim[] = [
  told('TERMINAL', 'DEPARTED', '2026-10-26 06:40', ningbo, { on: feeder, inherited: true }),
  told('TERMINAL', 'DEPARTED', '2026-11-07 17:20', singapore, { on: mother, inherited: true }),
];

/** Any part of the story, in any order; what is told of ships reaches it as its stays allow. */
const parts = fc
  .shuffledSubarray([...own])
  .map((said) => {
    const stays = aboardOf(
      said.map(({ event }) => ({
        at: Date.parse(event.time.instant),
        code: event.code,
        classifier: event.classifier,
        run: event.transport && runKey(event.transport),
      })),
    );
    const isWithin = ({ event }: FactClaim) =>
      stays.some((stay) => {
        const at = Date.parse(event.time.instant);
        return stay.run === runKey(event.transport ?? feeder) && at >= stay.from && at <= (stay.to ?? at);
      });
    return [...said, ...ofShips.filter(isWithin)];
  }); // prettier-ignore

const actual = (said: readonly FactClaim[], codes: readonly EventCode[]) =>
  said.filter(({ event }) => event.classifier === 'ACTUAL' && codes.includes(event.code));
const instant = ({ event }: FactClaim) => event.time.instant;

describe('any part of a story of two ships', () => {
  it('completes by nothing less than a discharge, delivery or stripping, and sails by nothing less than a loading, departure or manifest', () => {
    const seen = { COMPLETED: 0, IN_TRANSIT: 0 };
    fc.assert(
      fc.property(parts, fc.constantFrom('2026-10-27', '2026-11-10', '2026-12-10'), (all, day) => {
        const said = all.filter((claim) => instant(claim) < day || claim.event.classifier !== 'ACTUAL');
        const { phase, currentTransport } = deriveJourney(factsOf(bill, said), Date.parse(day));
        if (phase === 'COMPLETED') {
          seen.COMPLETED += 1;
          const back = said.filter(({ event }) => event.code === 'GATED_IN' && event.loadState === 'EMPTY');
          const off = actual(said, ['DISCHARGED', 'DELIVERED', 'STRIPPED']);
          expect(back.some((b) => off.some((o) => instant(o) < instant(b)))).toBe(true);
        }
        if (phase === 'IN_TRANSIT') {
          seen.IN_TRANSIT += 1;
          const shown = actual(said, ['LOADED', 'DEPARTED', 'MANIFESTED']).filter((c) => !c.inherited);
          expect(shown.map(({ event }) => event.transport?.voyage)).toContain(currentTransport?.voyage);
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  }, 60_000);
});
