import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestEta, type Arrival } from '../../../src/domain/eta/best-eta.ts';
import { etaSeries } from '../../../src/domain/eta/series.ts';
import { tellingsOf } from '../../../src/domain/eta/telling.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { runsWithin } from '../../../src/domain/journey/same-run.ts';
import { getEtaPolicy } from '../../../src/reference/eta-policy.ts';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { at, duisburg, rotterdam } from '../../../src/testing/sample-locations.ts';
import { eta, meridian } from './eta-story.ts';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-02T00:00:00Z');
const clock = (hours: number) =>
  new Date(START + hours * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ');

const telling: fc.Arbitrary<FactClaim> = fc
  .record({
    // Around the 29th, by hours or by days, heard at any time from before the sailing to after the arrival.
    offHours: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -60, max: 60 })),
    heardHour: fc.integer({ min: -200, max: 800 }),
    by: fc.constantFrom('CARRIER' as const, 'FORWARDER' as const, 'TERMINAL' as const, 'INTERNAL' as const),
    as: fc.constantFrom('ESTIMATED' as const, 'ESTIMATED' as const, 'PLANNED' as const),
    code: fc.constantFrom('ARRIVED' as const, 'ARRIVED' as const, 'BERTHED' as const, 'DISCHARGED' as const),
    where: fc.constantFrom(rotterdam, rotterdam, at(rotterdam, 'ECT'), at(rotterdam, 'RWG'), duisburg),
    on: fc.constantFrom(meridian, meridian, meridian, ship('ATLANTIC', '007W', '9074729')),
    isDay: fc.boolean(),
  })
  .map(({ offHours, heardHour, isDay, ...more }) => {
    const when = clock(27 * 24 + offHours);
    return eta(isDay ? when.slice(0, 10) : when, clock(heardHour), more);
  });
const tellings = fc.array(telling, { maxLength: 14 });
const instant = fc.integer({ min: -250, max: 1000 }).map((hours) => START + hours * HOUR_MS);
const arrival: fc.Arbitrary<Arrival | null> = fc.option(
  fc
    .record({ hour: fc.integer({ min: 600, max: 760 }), lateHours: fc.integer({ min: 0, max: 60 }) })
    .map(({ hour, lateHours }) => ({
      time: told('TERMINAL', 'ARRIVED', clock(hour), rotterdam).event.time,
      heardAt: START + (hour + lateHours) * HOUR_MS,
    })),
);

const target = { run: 'VOYAGE:9321483/012W', place: rotterdam };
const policy = getEtaPolicy();

/** From the claims that were heard by an instant, or from all where none is given. */
function bestOf(claims: readonly FactClaim[], end: Arrival | null, now: number, heardBy = Infinity) {
  const all = tellingsOf(claims, target, runsWithin(claims), end?.heardAt ?? null);
  const series = etaSeries(all.filter((one) => one.receivedAt <= heardBy), end?.time ?? null); // prettier-ignore
  return { ...bestEta(series, end, policy, now), all };
}

describe('the ETA of any story', () => {
  it('does not depend on the order of claims, nor on how often one is repeated', () => {
    const shuffled = tellings.chain((claims) =>
      fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length }), fc.nat()),
    );
    fc.assert(
      fc.property(shuffled, arrival, instant, ([claims, other, index], end, now) => {
        const again = claims.length > 0 ? claims[index % claims.length] : undefined;
        expect(bestOf(again ? [...other, again] : other, end, now)).toEqual(bestOf(claims, end, now));
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('changes no more often than it is told, to nothing that was the best before, and stands in between', () => {
    let changes = 0;
    fc.assert(
      fc.property(tellings, arrival, instant, (claims, end, now) => {
        const { best, history, changesAt, all } = bestOf(claims, end, now);
        const heard = all.filter((one) => one.receivedAt <= now);
        changes += history.length;
        expect(history.length).toBeLessThanOrEqual(heard.length);
        expect(new Set(history.map((change) => change.telling)).size).toBe(history.length);
        expect(history.map((change) => change.at)).toEqual(
          history.map((change) => change.at).sort((a, b) => a - b),
        );
        expect(history.every((change) => change.at <= now)).toBe(true);
        if (best) {
          expect(heard).toContain(best);
          expect(best.time.instant).toBe(history.at(-1)?.to.instant);
        }
        if (changesAt === null || end !== null) return;
        expect(changesAt).toBeGreaterThan(now);
        // While nothing more is heard the answer stands until then, and is another one at it.
        const answer = (when: number) => {
          const { best: shown, overdueSince } = bestOf(claims, null, when, now);
          return { shown, overdueSince };
        };
        expect(answer(changesAt - 1)).toEqual(answer(now));
        expect(answer(changesAt)).not.toEqual(answer(now));
      }),
      { numRuns: 500 },
    );
    expect(changes).toBeGreaterThan(500);
  }, 60_000);

  it('uses nothing that was heard later, and is not rewritten by it', () => {
    fc.assert(
      fc.property(tellings, arrival, instant, fc.nat({ max: 500 }), (claims, end, now, hours) => {
        const then = bestOf(claims, end, now);
        const known = bestOf(claims, end, now, now);
        expect(known).toEqual(then);
        const later = bestOf(claims, end, now + hours * HOUR_MS).history;
        expect(later.filter((change) => change.at <= now)).toEqual(then.history);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('is never a plan while somebody estimates the same', () => {
    fc.assert(
      fc.property(tellings, instant, (claims, now) => {
        const { best, all } = bestOf(claims, null, now);
        if (best?.basis !== 'PLANNED' || !best.isOnTarget) return;
        const estimates = all.filter(
          (one) => one.isOnTarget && one.basis !== 'PLANNED' && one.receivedAt <= now,
        );
        expect(estimates).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
