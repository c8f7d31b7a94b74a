import { describe, expect, it } from 'vitest';
import { deriveJourney, type Journey } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { factsOf, told } from '../../../src/testing/journey-story.ts';
import { at, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { showState } from '../../../src/testing/show-journey.ts';
import { bill, box, eta, meridian, sailed, showHistory } from './eta-story.ts';

const derive = (instant: string, ...claims: readonly FactClaim[]): Journey =>
  deriveJourney(factsOf(bill, [...sailed, ...claims]), Date.parse(instant), getJourneyRules(Infinity));

const planned = eta('2026-11-28 08:00', '2026-11-01 00:00', { as: 'PLANNED' });
const first = eta('2026-11-29 10:00', '2026-11-05 00:00');
const nudged = eta('2026-11-29 13:00', '2026-11-10 00:00');

describe('the ETA of a journey', () => {
  it('is the steady one, and the next step comes when it says, with how late it is against the plan', () => {
    const journey = derive('2026-11-10T01:00:00Z', planned, first, nudged);
    expect(showState(journey)).toBe(
      'IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED NLRTM 11-29 10:00 ESTIMATED | ETA NLRTM 11-29 10:00 ESTIMATED 1560 min late',
    );
    expect(journey.eta?.claimId).toBe(first.id);
    expect(journey.etaSeries.map(({ tellings }) => tellings.length)).toEqual([3]);
    expect(showHistory(journey.etaChanges)).toBe(
      '11-01 00:00 FIRST NLRTM 11-28 08:00\n11-05 00:00 BETTER_KIND NLRTM 11-29 10:00',
    );
  });

  it('is what this system reckoned where nobody estimates, and says so', () => {
    const computed = eta('2026-11-29 18:00', '2026-11-08 00:00', { by: 'INTERNAL' });
    expect(showState(derive('2026-11-10T00:00:00Z', planned, computed))).toContain(
      'next ARRIVED NLRTM 11-29 18:00 COMPUTED | ETA NLRTM 11-29 18:00 COMPUTED',
    );
  });

  it('is overdue when it passes, which is announced, and is still no arrival', () => {
    const before = derive('2026-11-28T00:00:00Z', first);
    const passes = Date.parse('2026-11-29T09:00:00Z');
    expect(before.eta?.overdueSince).toBeNull();
    expect(before.changesAt).toBe(passes);
    const after = derive('2026-12-02T00:00:00Z', first);
    expect(after.phase).toBe('IN_TRANSIT');
    expect(after.eta?.overdueSince).toBe('2026-11-29T09:00:00.000Z');
    expect(after.next?.overdueSince).toBe('2026-11-29T09:00:00.000Z');
  });

  it('ends with the arrival, by which each source is measured, and what was told stays', () => {
    const arrived = told('TERMINAL', 'ARRIVED', '2026-11-29 16:00', at(rotterdam, 'ECT'), { on: meridian, paper: bill }); // prettier-ignore
    const journey = derive('2026-12-01T00:00:00Z', planned, first, nudged, arrived);
    expect(journey.eta).toBeNull();
    expect(journey.etaSeries.map(({ source, errorMinutes }) => [source.kind, errorMinutes])).toEqual([
      ['CARRIER', -180],
    ]);
    expect(journey.etaChanges.map(({ reason }) => reason)).toEqual(['FIRST', 'BETTER_KIND', 'OVERDUE']);
  });

  it('is not that of the ship after the box came off it somewhere else', () => {
    const off = told('TERMINAL', 'DISCHARGED', '2026-11-12 18:10', singapore, { box, load: 'FULL', on: meridian, paper: bill }); // prettier-ignore
    const journey = derive('2026-11-13T00:00:00Z', planned, first, off);
    expect(journey.deviation.routing).toBe('MISDIRECTED');
    expect(journey.eta).toBeNull();
  });
});
