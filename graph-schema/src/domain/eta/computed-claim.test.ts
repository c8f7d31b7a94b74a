import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim } from '../claim.ts';
import type { EventTime } from '../tracking-event.ts';
import { computedBasis, computedParts, type ComputedBasis } from './computed-claim.ts';
import { etaBand } from './eta-band.ts';
import { lastSaidOf, type SaidEta } from './predict-say.ts';

const rotterdam: EventTime = {
  instant: '2026-11-29T14:10:00Z',
  local: '2026-11-29T15:10:00',
  zone: 'Europe/Amsterdam',
  zoneSource: 'PLACE',
  precision: 'MINUTE',
};
const told = (basis: ComputedBasis | null) => claim({ code: 'ARRIVED', classifier: 'ESTIMATED', time: rotterdam, ...computedParts(false, basis) }); // prettier-ignore

const seconds = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map((at) => at * 1000);
const figure = fc.double({ min: 0, max: 20_000, noNaN: true });
const count = fc.nat(500);
const basis: fc.Arbitrary<ComputedBasis> = fc.record({
  bandFrom: seconds,
  bandTo: seconds,
  closed: count,
  positionAt: seconds,
  milesLeft: figure,
  movingHours: figure,
  dwellHours: figure,
  stays: count,
  passages: count,
  stops: fc.array(
    fc.record({
      kind: fc.constantFrom('CALL' as const, 'CANAL' as const, 'GAUGE_CHANGE' as const, 'ARRIVAL' as const),
      place: fc.constantFrom('NLRTM', 'SUEZ', 'MLW', '西安国际港'),
      hours: figure,
    }),
    { maxLength: 6 },
  ),
});

describe('what a computed arrival rests on', () => {
  it('is read from the claim as it was told', () => {
    fc.assert(
      fc.property(basis, (one) => {
        expect(computedBasis(told(one))).toEqual(one);
      }),
    );
  });

  it('is of computed ones alone, and of one that gives up its lead nothing', () => {
    expect(computedBasis(told(null))).toBeNull();
    expect(computedBasis(claim({ code: 'ARRIVED', classifier: 'ESTIMATED', time: rotterdam }))).toBeNull();
  });

  it('has its band on the clock of the place, also where that is changed within it', () => {
    const at = (text: string) => Date.parse(`${text}:00Z`);
    const [one] = fc.sample(basis, 1);
    const computed = one && { ...one, bandFrom: at('2026-10-24T22:00'), bandTo: at('2026-10-25T02:00') };
    expect(etaBand({ time: rotterdam, computed: computed ?? null })).toMatchObject({
      from: { local: '2026-10-25T00:00:00', instant: '2026-10-24T22:00:00Z' },
      to: { local: '2026-10-25T03:00:00', instant: '2026-10-25T02:00:00Z' },
      confidencePercent: 80,
    });
    expect(etaBand({ time: rotterdam, computed: null })).toBeNull();
  });
});

describe('what was said last', () => {
  it('follows from what stands, as it was when it was said', () => {
    const said = (saidAt: number, eta: number, isProven = false) => ({ saidAt, eta, isProven });
    const last = (...all: ReturnType<typeof said>[]): SaidEta | null => lastSaidOf(all);
    expect(last()).toBeNull();
    expect(last(said(1, 100))).toEqual({ ...said(1, 100), isRepeated: false, movedBy: 0 });
    expect(last(said(1, 100), said(2, 90))).toMatchObject({ movedBy: -10, isRepeated: false });
    expect(last(said(1, 100), said(2, 90), said(3, 90))).toMatchObject({ movedBy: -10, isRepeated: true });
    expect(last(said(1, 100), said(2, 100, true))).toMatchObject({ isProven: true, isRepeated: false });
  });
});
