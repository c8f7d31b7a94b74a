import { describe, expect, it } from 'vitest';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { anchor, claimsOf } from '../testing/read-script.ts';

const actual = (claims: readonly TrackingEvent[]): string[] =>
  claims.filter(({ classifier }) => classifier === 'ACTUAL').map(({ code }) => code);

/** That `wanted` happens in this order, with anything in between. */
function expectInOrder(codes: readonly string[], wanted: readonly string[]): void {
  let at = -1;
  for (const code of wanted) {
    const next = codes.indexOf(code, at + 1);
    expect(next, `${code} after ${codes[at] ?? 'the start'}`).toBeGreaterThan(at);
    at = next;
  }
}

/** Pieces that `code` was said of by then; what was told twice counts once. */
const pieces = (until: number, code: string): number =>
  claimsOf('Zhengzhou–Luxembourg', until)
    .filter(
      (event, index, list) =>
        event.code === code &&
        event.classifier === 'ACTUAL' &&
        list.findIndex((other) => JSON.stringify(other) === JSON.stringify(event)) === index,
    )
    .reduce((sum, { quantity }) => sum + (quantity?.pieces ?? 0), 0);

const numbersIn = (claims: readonly TrackingEvent[]): Set<string> =>
  new Set(claims.flatMap(({ documents }) => documents.map(({ number }) => number)));

describe('stories from booking to empty return', () => {
  it('rail, feeder, mother vessel and rail, for two house bills under one master', () => {
    const claims = claimsOf('Chongqing–Duisburg');
    expectInOrder(actual(claims), [
      'BOOKING_CONFIRMED', 'GATED_OUT', 'STUFFED', 'RECEIVED', 'LOADED', 'DEPARTED', 'PASSED', 'ARRIVED', 'DISCHARGED', 'GATED_IN',
      'DECL_RELEASED', 'LOADED', 'DEPARTED', 'BL_ISSUED', 'ARRIVED', 'DISCHARGED', 'LOADED', 'DEPARTED', 'ARRIVED',
      'DISCHARGED', 'BL_SURRENDERED', 'GATED_OUT', 'DEPARTED', 'ARRIVED', 'STRIPPED', 'GATED_IN',
    ]); // prettier-ignore
    const houses = claims.flatMap(({ documents }) =>
      documents.filter(({ scheme }) => scheme === 'HOUSE_BILL'),
    );
    expect(new Set(houses.map(({ number }) => number)).size).toBe(2);
    expectEmptyAtBothEnds(claims);
  });

  it('an import that was inspected and waits for its release at the anchor', () => {
    const story = [
      'BOOKING_CONFIRMED', 'GATED_OUT', 'GATED_IN', 'LOADED', 'DEPARTED', 'BL_ISSUED', 'MANIFEST_ACCEPTED', 'ARRIVED', 'DISCHARGED',
      'ARRIVAL_REPORT_ACCEPTED', 'DECL_RECEIVED', 'DECL_ASSESSED', 'DECL_SELECTED', 'DECL_INSPECTED',
    ]; // prettier-ignore
    const known = actual(claimsOf('Santos–Ningbo', Date.parse(anchor)));
    expectInOrder(known, story);
    expect(known).not.toContain('DECL_RELEASED');
    const claims = claimsOf('Santos–Ningbo');
    expectInOrder(actual(claims), [
      ...story,
      'DECL_RELEASED',
      'MANIFEST_RELEASED',
      'GATED_OUT',
      'DECL_CLOSED',
      'GATED_IN',
    ]);
    expectEmptyAtBothEnds(claims);
  });

  it('a train that changes gauge twice under one note number', () => {
    const claims = claimsOf('Xi’an–Duisburg');
    expectInOrder(actual(claims), [
      'GATED_OUT', 'RECEIVED', 'GATED_IN', 'DECL_RELEASED', 'LOADED', 'DEPARTED', 'CROSSED', 'GAUGE_CHANGED', 'LOADED', 'DEPARTED',
      'CROSSED', 'GAUGE_CHANGED', 'LOADED', 'DEPARTED', 'ARRIVED', 'DISCHARGED', 'DELIVERED', 'GATED_IN',
    ]); // prettier-ignore
    const notes = claims.flatMap(({ documents }) => documents.filter(({ scheme }) => scheme === 'RAIL_NOTE'));
    expect(new Set(notes.map(({ number }) => number)).size).toBe(1);
    const wagons = claims.flatMap(({ code, transport }) =>
      code === 'LOADED' && transport?.wagon ? [transport.wagon] : [],
    );
    expect(new Set(wagons).size).toBe(6);
    expectEmptyAtBothEnds(claims);
  });

  it('a split shipment by air: six pieces arrived and four in flight at the anchor, ten in the end', () => {
    expect(pieces(Date.parse(anchor), 'CHECKED_IN')).toBe(6);
    expect(pieces(Date.parse(anchor), 'DEPARTED')).toBe(10);
    expect(pieces(Number.POSITIVE_INFINITY, 'CHECKED_IN')).toBe(10);
    expectInOrder(actual(claimsOf('Zhengzhou–Luxembourg')), [
      'BOOKED',
      'RECEIVED',
      'DISCREPANCY',
      'DEPARTED',
      'CHECKED_IN',
      'NOTIFIED',
      'DELIVERED',
    ]);
  });

  it('a transit whose two releases come from two offices', () => {
    const claims = claimsOf('Yokohama–Chengdu');
    expectInOrder(actual(claims), [
      'BOOKING_CONFIRMED', 'DISCHARGED', 'TRANSIT_DECLARED', 'TRANSIT_RELEASED', 'GATED_OUT', 'LOADED', 'DEPARTED', 'PASSED', 'ARRIVED',
      'TRANSIT_ARRIVED', 'TRANSIT_CLOSED', 'DECL_RECEIVED', 'DECL_RELEASED', 'GATED_OUT', 'GATED_IN',
    ]); // prettier-ignore
    const office = (code: string): string | null | undefined =>
      claims.find((event) => event.code === code)?.place?.customsOffice;
    expect(office('TRANSIT_RELEASED')).toBe('2202');
    expect(office('DECL_RELEASED')).toBe('7902');
    expectEmptyAtBothEnds(claims);
  });

  it('two trips of one box that share nothing but the box', () => {
    const first = claimsOf('Ningbo–Rotterdam');
    const second = claimsOf('Rotterdam–Shanghai');
    for (const claims of [first, second]) {
      expectInOrder(actual(claims), [
        'BOOKING_CONFIRMED',
        'GATED_OUT',
        'GATED_IN',
        'LOADED',
        'DEPARTED',
        'DISCHARGED',
        'GATED_OUT',
        'GATED_IN',
      ]);
      expectEmptyAtBothEnds(claims);
    }
    expect([...numbersIn(first)].filter((number) => numbersIn(second).has(number))).toEqual([]);
    const returned = first.at(-1)?.time.instant ?? '';
    const pickedUp = second.find(({ code }) => code === 'GATED_OUT')?.time.instant ?? '';
    expect(Date.parse(returned)).toBeLessThan(Date.parse(pickedUp));
    // The gate-in under the neighbour's number was cancelled, and the replaced gate-out does not stand.
    expect(
      first.some(
        ({ equipment }) => equipment !== null && equipment.reference !== first.at(-1)?.equipment?.reference,
      ),
    ).toBe(false);
    expect(first.filter(({ code, loadState }) => code === 'GATED_OUT' && loadState === 'FULL')).toHaveLength(
      1,
    );
  });
});

/** Each box leaves a depot empty at the start and comes back empty at the end. */
function expectEmptyAtBothEnds(claims: readonly TrackingEvent[]): void {
  const boxes = new Set(
    claims.flatMap(({ equipment }) => (equipment?.kind === 'CONTAINER' ? [equipment.reference] : [])),
  );
  expect(boxes.size).toBeGreaterThan(0);
  for (const reference of boxes) {
    const moves = claims.filter(({ equipment }) => equipment?.reference === reference);
    expect(moves[0], reference).toMatchObject({ code: 'GATED_OUT', loadState: 'EMPTY' });
    expect(moves.at(-1), reference).toMatchObject({ code: 'GATED_IN', loadState: 'EMPTY' });
  }
}
