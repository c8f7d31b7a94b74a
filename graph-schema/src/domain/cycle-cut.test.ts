import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventId } from '../identity/event-id.ts';
import { containerTrips, type TrueClaim } from '../testing/container-trips.ts';
import { claimKeys } from './claim-keys.ts';
import type { CycleClaim } from './cycle-claim.ts';
import { cutCycles, type CycleCut } from './cycle-cut.ts';
import type { IdentifierKey } from './identifier.ts';

const START = Date.parse('2026-01-05T00:00:00Z');

function toCycleClaims(claims: readonly TrueClaim[]): CycleClaim[] {
  return claims
    .filter(({ event }) => event.equipment)
    .map(({ event }) => ({
      id: eventId(event),
      at: Date.parse(event.time.instant),
      code: event.code,
      classifier: event.classifier,
      loadState: event.loadState,
      documents: claimKeys(event).documents,
      listing: false,
      run: claimKeys(event).run,
      place: event.place?.unLocode ?? null,
      point: null,
    }));
}

function paperLinks(claims: readonly TrueClaim[]): [IdentifierKey, IdentifierKey][] {
  return claims.flatMap(({ event }) => {
    const [a, b] = claimKeys(event).documents;
    return a && b ? [[a, b] as [IdentifierKey, IdentifierKey]] : [];
  });
}

/** The trips that each cycle shows, by the truth that the generator kept. */
function tripsShown(cut: CycleCut, claims: readonly TrueClaim[]): Set<number>[] {
  const truth = new Map(claims.map((c) => [eventId(c.event), c.trip]));
  return cut.cycles.map((cycle) => new Set(cycle.holds.flatMap((id) => truth.get(id) ?? [])));
}

describe('P3: no event of one container cycle shows on another', () => {
  it('holds with any gate moves missing and papers left out', () => {
    fc.assert(
      fc.property(containerTrips('CSQU3054383', START), (claims) => {
        const cut = cutCycles(toCycleClaims(claims), paperLinks(claims));
        for (const shown of tripsShown(cut, claims)) expect(shown.size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('never puts claims that name different consignments on one cycle, whatever part of them has arrived', () => {
    fc.assert(
      fc.property(
        containerTrips('CSQU3054383', START).chain((claims) =>
          fc.tuple(fc.constant(claims), fc.subarray(claims)),
        ),
        ([all, arrived]) => {
          const cut = cutCycles(toCycleClaims(arrived), paperLinks(arrived));
          const named = all.filter(({ event }) => event.documents.length > 0);
          for (const shown of tripsShown(cut, named)) expect(shown.size).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('places every claim exactly once: on a cycle or parked with a reason', () => {
    fc.assert(
      fc.property(containerTrips('CSQU3054383', START), (claims) => {
        const rows = toCycleClaims(claims);
        const cut = cutCycles(rows, paperLinks(claims));
        const placed = [...cut.cycles.flatMap((cycle) => cycle.holds), ...cut.parked.keys()];
        expect(placed.sort()).toEqual(rows.map((row) => row.id).sort());
      }),
    );
  });

  it('does not depend on the order in which claims arrive', () => {
    fc.assert(
      fc.property(
        containerTrips('CSQU3054383', START).chain((claims) =>
          fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
        ),
        ([claims, shuffled]) => {
          const asSent = cutCycles(toCycleClaims(claims), paperLinks(claims));
          expect(cutCycles(toCycleClaims(shuffled), paperLinks(shuffled))).toEqual(asSent);
        },
      ),
    );
  });

  it('keeps a whole documented trip together when nothing is missing', () => {
    fc.assert(
      fc.property(containerTrips('CSQU3054383', START), (claims) => {
        const cut = cutCycles(toCycleClaims(claims), paperLinks(claims));
        const trips = new Set(claims.flatMap((c) => (c.trip === null ? [] : [c.trip])));
        const documented = cut.cycles.filter((cycle) =>
          cycle.documents.some((d) => d.startsWith('MASTER_BILL')),
        );
        expect(documented).toHaveLength(trips.size);
      }),
    );
  });
});

it('an estimate without papers is not of a use that went through it long before', () => {
  const DAY = 86_400_000;
  const bill = 'MASTER_BILL:COSU6400000017';
  const move = (code: 'LOADED' | 'DISCHARGED', day: number, rest: Partial<CycleClaim> = {}): CycleClaim => ({
    id: `${code} ${day}`, at: START + day * DAY, code, classifier: 'ACTUAL', loadState: 'FULL', documents: [bill], listing: false, run: null, place: null, point: null, ...rest,
  }); // prettier-ignore
  const estimated = (day: number) => move('DISCHARGED', day, { id: `estimate ${day}`, classifier: 'ESTIMATED', documents: [] });
  const parkedWith = (...claims: CycleClaim[]) => [...cutCycles(claims, []).parked];
  const sailed = [move('LOADED', 0), move('DISCHARGED', 20)];
  expect(parkedWith(...sailed, estimated(21))).toEqual([]);
  expect(parkedWith(...sailed, estimated(70))).toEqual([['estimate 70', 'NO_CYCLE']]);
  // Loaded on the next ship it is to come off that.
  expect(parkedWith(...sailed, move('LOADED', 40), estimated(70))).toEqual([]);
}); // prettier-ignore
