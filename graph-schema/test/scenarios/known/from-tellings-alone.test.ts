import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { concludeAll } from '../../../src/domain/known/conclude-all.ts';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import { claim as claimOf, documentRef } from '../../../src/domain/claim.ts';
import { eventId } from '../../../src/identity/event-id.ts';
import { containerTrips } from '../../../src/testing/container-trips.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { showLine, showState } from '../../../src/testing/show-journey.ts';
import { bill as seaBill, story as seaStory } from '../stories/sea-transshipment.ts';

const box = 'CSQU3054383';
const [first, second]: IdentifierKey[] = ['MASTER_BILL:COSU6400000017', 'MASTER_BILL:COSU6400000025'];
const kapok = ship('KAPOK', '114S', '9074729');
const meridian = ship('MERIDIAN', '012W', '9321483');

/** As it is said, without whom it belongs to. */
function bare(claims: readonly FactClaim[]): FactClaim[] {
  return claims.map((claim) => ({ ...claim, cycleId: null, inherited: false }));
}

/** A claim about one paper that names others with it. */
function names(claim: FactClaim, ...papers: readonly [scheme: 'BOOKING' | 'MASTER_BILL' | 'HOUSE_BILL', number: string][]): FactClaim {
  const documents = papers.map(([scheme, number]) => documentRef(scheme, number));
  const event = claimOf({ ...claim.event, documents });
  return { ...claim, id: eventId(event), event };
} // prettier-ignore

function shipmentOf(anchor: IdentifierKey, claims: readonly FactClaim[]) {
  const found = concludeAll(claims).shipments.find((shipment) => shipment.anchor === anchor);
  if (!found) throw new Error(`${anchor} is no consignment of these claims`);
  return found;
}

const twoTrips = bare([
  told('TERMINAL', 'GATED_OUT', '2026-07-01 09:00', ningbo, { box, load: 'EMPTY' }),
  told('TERMINAL', 'LOADED', '2026-07-04 22:00', ningbo, { box, load: 'FULL', on: kapok, paper: first ?? seaBill }),
  told('TERMINAL', 'DISCHARGED', '2026-07-10 22:00', singapore, { box, load: 'FULL', on: kapok, paper: first ?? seaBill }),
  told('TERMINAL', 'GATED_OUT', '2026-07-12 09:00', singapore, { box, load: 'FULL' }),
  told('TERMINAL', 'GATED_IN', '2026-07-14 09:00', singapore, { box, load: 'EMPTY' }),
  told('TERMINAL', 'GATED_OUT', '2026-08-01 09:00', singapore, { box, load: 'EMPTY' }),
  told('TERMINAL', 'LOADED', '2026-08-04 22:00', singapore, { box, load: 'FULL', on: meridian, paper: second ?? seaBill }),
  told('TERMINAL', 'DISCHARGED', '2026-08-28 22:00', rotterdam, { box, load: 'FULL', on: meridian, paper: second ?? seaBill }),
]); // prettier-ignore

describe('all that follows from what was said', () => {
  it('gives the journey of a story to which nobody assigned anything by hand', () => {
    const now = Date.parse('2026-12-06T00:00:00Z');
    const issued = names(
      told('CARRIER', 'BL_ISSUED', '2026-10-27 10:00', ningbo, { paper: seaBill }),
      ['MASTER_BILL', 'COSU6400000017'],
      ['BOOKING', '8200000017'],
    );
    const concluded = deriveJourney(shipmentOf(seaBill, bare([...seaStory, issued])), now);
    const byHand = deriveJourney(factsOf(seaBill, [...seaStory, issued]), now);
    expect(showLine(concluded.logistics)).toBe(showLine(byHand.logistics));
    expect(showState(concluded)).toBe(showState(byHand));
  });

  it('keeps a booking apart while nothing ties it to the bill', () => {
    const { shipments } = concludeAll(bare(seaStory));
    expect(shipments.map(({ anchor }) => anchor)).toEqual(['BOOKING:8200000017', seaBill]);
  });

  it('gives one box two trips of two owners, the gates without a paper included', () => {
    const { cycles } = concludeAll(twoTrips);
    expect(cycles.map(({ id, documents, holds }) => `${id} ${documents.join('+')} ${holds.length}`)).toEqual([
      `CONTAINER:${box}#1 ${first} 5`,
      `CONTAINER:${box}#2 ${second} 3`,
    ]);
    const lines = [first, second].map((bill) => shipmentOf(bill ?? seaBill, twoTrips).claims.length);
    expect(lines).toEqual([5, 3]);
  });

  it('takes over what is told of the ship for the time aboard, and of no other ship', () => {
    const ofShip = bare([
      told('CARRIER', 'DEPARTED', '2026-07-05 06:00', ningbo, { on: kapok }),
      told('CARRIER', 'ARRIVED', '2026-07-20 06:00', rotterdam, { on: kapok }),
      told('CARRIER', 'DEPARTED', '2026-08-05 06:00', singapore, { on: meridian }),
    ]);
    const { claims } = shipmentOf(first ?? seaBill, [...twoTrips, ...ofShip]);
    expect(claims.filter((claim) => claim.inherited).map(({ event }) => `${event.code} ${event.place?.unLocode}`)).toEqual(['DEPARTED CNNBO']); // prettier-ignore
  });

  it('lets a house travel in the boxes of its master, with its own papers only', () => {
    const issued = told('FORWARDER', 'BL_ISSUED', '2026-07-02 09:00', ningbo, { paper: second ?? seaBill });
    const houses = ['H1', 'H2'].map((house) => names(issued, ['HOUSE_BILL', house], ['MASTER_BILL', 'COSU6400000017'])); // prettier-ignore
    const all = [...twoTrips, ...bare(houses)];
    const house = shipmentOf('HOUSE_BILL:H1', all);
    expect(house).toMatchObject({ master: first, cycles: [{ container: box }] });
    expect(house.documents).not.toContain('HOUSE_BILL:H2');
    expect(shipmentOf(first ?? seaBill, all).houses).toEqual(['HOUSE_BILL:H1', 'HOUSE_BILL:H2']);
  });

  it('keeps what no trip can hold, with the reason', () => {
    const between = bare([
      told('TERMINAL', 'DISCHARGED', '2026-07-20 09:00', singapore, { box, load: 'FULL' }),
    ]);
    const { parked, shipments } = concludeAll([...twoTrips, ...between]);
    const [stray] = between;
    expect(parked.get(stray?.id ?? '')).toBeDefined();
    expect(shipments.flatMap(({ claims }) => claims.map(({ id }) => id))).not.toContain(stray?.id);
  });

  it('does not depend on the order of claims, nor on repetition; nothing said is lost, nothing shows on two trips', () => {
    const claims = fc
      .tuple(containerTrips(box, Date.parse('2026-01-05T00:00:00Z')), containerTrips('TBJU1234565', Date.parse('2026-01-05T00:00:00Z')))
      .map((boxes) => boxes.flat().map(({ event }): FactClaim => ({ id: eventId(event), event, cycleId: null, inherited: false, voices: [] })))
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all))); // prettier-ignore
    fc.assert(
      fc.property(claims, ([all, shuffled, again]) => {
        const concluded = concludeAll(all);
        expect(picture(concludeAll([...shuffled, ...again]))).toEqual(picture(concluded));
        const held = concluded.cycles.flatMap(({ holds }) => holds);
        expect(new Set(held).size).toBe(held.length);
        const ofBoxes = all.filter(({ event }) => event.equipment).map(({ id }) => id);
        expect([...new Set([...held, ...concluded.parked.keys()])].sort()).toEqual(
          [...new Set(ofBoxes)].sort(),
        );
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

/** Without the order in which claims stand beside one another. */
function picture({ shipments, cycles, parked }: ReturnType<typeof concludeAll>) {
  const sorted = shipments.map((one) => ({
    ...one,
    claims: one.claims.map(({ id, cycleId, inherited }) => `${id} ${cycleId} ${inherited}`).sort(),
  }));
  return { sorted, cycles: cycles.map(({ id, documents, holds, aboard }) => ({ id, documents, holds, aboard })), parked: [...parked].sort() }; // prettier-ignore
}
