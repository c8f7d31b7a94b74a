import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getPredictionPolicy } from '../../reference/eta-prediction.ts';
import { learnFrom, NOTHING_LEARNED, type ClosedLeg } from './learn.ts';
import { predictArrival, type PredictInput } from './predict.ts';
import { measureLine, progressOf, wayTaken, type EtaFix, type EtaWay, type WayStop } from './predict-way.ts';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-01T00:00:00Z');
const policy = getPredictionPolicy();

/** Along the equator from 0° to 40° east, 2,400 nm; a call at 20°. */
const line = measureLine(Array.from({ length: 41 }, (_, index): LonLat => [index, 0]));
const stop = (place: string, atNm: number, more: Partial<WayStop> = {}): WayStop => ({
  kind: 'CALL',
  place,
  atNm,
  arrivedAt: null,
  departedAt: null,
  notBefore: null,
  ...more,
});
const end = line.along.at(-1) ?? 0;
const way: EtaWay = {
  mode: 'VESSEL',
  origin: 'AAAAA',
  line,
  stops: [stop('BBBBB', end / 2), stop('CCCCC', end, { kind: 'ARRIVAL' })],
};

/** At 15 knots from the start on, a position each three hours, heard at once. */
function sailing(hours: number, knots = 15): EtaFix[] {
  return Array.from({ length: Math.floor(hours / 3) + 1 }, (_, index) => {
    const at = START + index * 3 * HOUR_MS;
    return { at, receivedAt: at, position: [(index * 3 * knots) / 60, 0] };
  });
}

const at = (hours: number, fixes: readonly EtaFix[], more: Partial<PredictInput> = {}): PredictInput => ({
  way,
  carrier: null,
  fixes,
  now: START + hours * HOUR_MS,
  ...more,
});

const closed = (id: number, callHours: number, knots: number): ClosedLeg => ({
  id: `leg-${id}`,
  mode: 'VESSEL',
  carrier: '9321483',
  arrivedAt: START - id * HOUR_MS,
  closedAt: START - id * HOUR_MS,
  stays: [{ kind: 'CALL', place: 'BBBBB', arrivedAt: 0, departedAt: callHours * HOUR_MS }],
  passages: [{ from: 'BBBBB', to: 'CCCCC', nm: 1200, departedAt: 0, arrivedAt: (1200 / knots) * HOUR_MS }],
  tellings: [],
});

describe('a computed arrival', () => {
  it('is the miles at the pace of the passage, the usual call and the usual roads', () => {
    const seen = predictArrival(at(24, sailing(24)), NOTHING_LEARNED, policy);
    expect(seen?.milesLeft).toBeCloseTo(end - 360, 0);
    expect(seen?.parts.movingHours).toBeCloseTo((end - 360) / 15, 0);
    expect(seen?.parts.dwellHours).toBe(policy.dwellHours.CALL + policy.dwellHours.ARRIVAL);
    expect(seen?.stops.map(({ place }) => place)).toEqual(['BBBBB', 'CCCCC']);
  });

  it('takes a call as long, and the lane as fast, as they were for others', () => {
    const legs = Array.from({ length: 40 }, (_, id) => closed(id, 50, 12));
    const tables = learnFrom(NOTHING_LEARNED, legs, policy);
    const seen = predictArrival(at(24, sailing(24)), tables, policy);
    expect(seen?.stops[0]?.hours).toBeGreaterThan(45);
    const before = predictArrival(at(24, sailing(24)), NOTHING_LEARNED, policy);
    expect((seen?.parts.movingHours ?? 0) - (before?.parts.movingHours ?? 0)).toBeGreaterThan(15);
  });

  it('is later while it sails slowly, the next day more than the next week', () => {
    const usual = predictArrival(at(72, sailing(72)), NOTHING_LEARNED, policy);
    const slowed = sailing(48);
    const last = slowed.at(-1)?.position[0] ?? 0;
    for (let hour = 51; hour <= 72; hour += 3)
      slowed.push({ at: START + hour * HOUR_MS, receivedAt: START + hour * HOUR_MS, position: [last + ((hour - 48) * 9) / 60, 0] }); // prettier-ignore
    const slow = predictArrival(at(72, slowed), NOTHING_LEARNED, policy);
    const behind = ((slow?.milesLeft ?? 0) - (usual?.milesLeft ?? 0)) / 15;
    const more = (slow?.parts.movingHours ?? 0) - (usual?.parts.movingHours ?? 0);
    expect(more).toBeGreaterThan(behind);
    expect(more).toBeLessThan(behind + 30);
  });

  it('counts a stay from its beginning, and what is left of it from those that lasted as long', () => {
    const moored = (hours: number) => [
      ...sailing(78),
      ...Array.from({ length: hours }, (_, index): EtaFix => {
        const when = START + (80 + index) * HOUR_MS;
        return { at: when, receivedAt: when, position: [20, 0] };
      }),
    ];
    const left = (hours: number) =>
      predictArrival(at(80 + hours, moored(hours)), NOTHING_LEARNED, policy)?.stops[0]?.hours ?? 0;
    expect(left(2)).toBeCloseTo(policy.dwellHours.CALL - 1, 0);
    expect(left(10)).toBeLessThan(left(2));
    expect(left(60)).toBeGreaterThan(0);
  });

  it('leaves out what it was told to have left, and does not leave before its plan', () => {
    const told = { ...way, stops: [stop('BBBBB', end / 2, { departedAt: START }), ...way.stops.slice(1)] };
    const gone = predictArrival(at(3, [], { way: told }), NOTHING_LEARNED, policy);
    expect(gone?.stops.map(({ place }) => place)).toEqual(['CCCCC']);
    expect(gone?.milesLeft).toBeCloseTo(end / 2, 0);
    const notBefore = START + 500 * HOUR_MS;
    const held = { ...way, stops: [stop('BBBBB', end / 2, { notBefore }), ...way.stops.slice(1)] };
    expect(predictArrival(at(24, sailing(24), { way: held }), NOTHING_LEARNED, policy)?.at).toBeGreaterThan(
      notBefore,
    );
  });

  it('is not made of old positions, of none, or of positions beside the way', () => {
    const old = at(24 + policy.positionHoursMax + 1, sailing(24));
    expect(predictArrival(old, NOTHING_LEARNED, policy)).toBeNull();
    expect(predictArrival(at(24, []), NOTHING_LEARNED, policy)).toBeNull();
    const beside = sailing(24).map((fix): EtaFix => ({ ...fix, position: [fix.position[0], 30] }));
    expect(predictArrival(at(24, beside), NOTHING_LEARNED, policy)).toBeNull();
  });
});

describe('progress along a way', () => {
  it('is made on the way without a call, where the newest positions lie on that one alone', () => {
    const around = measureLine([[0, 0], [20, 20], [40, 0]]); // prettier-ignore
    const long = { ...way, line: around };
    const taken = (fixes: readonly EtaFix[]) => wayTaken([long, way], fixes, policy.offNmMax);
    expect(taken(sailing(48).slice(-3))).toBe(way);
    expect(taken(sailing(48).slice(-2))).toBe(long);
    expect(taken(sailing(6))).toBe(long);
    const nowhere = sailing(48).map((fix): EtaFix => ({ ...fix, position: [fix.position[0], -40] }));
    expect(taken(nowhere)).toBe(long);
  });

  it('is followed in order where a way comes by the same water twice', () => {
    const out = Array.from({ length: 11 }, (_, index): LonLat => [index, 0]);
    const there = measureLine([...out, ...out.toReversed().slice(1)]);
    const back = [1, 9.9, 9.5, 9, 8].map((longitude, index): EtaFix => ({ at: START + index * 36 * HOUR_MS, receivedAt: START, position: [longitude, 0] })); // prettier-ignore
    const limits = { offNmMax: 50, knotsMax: 25, since: null };
    const along = progressOf(back, there, limits).map(({ alongNm }) => Math.round(alongNm / 60));
    expect(along[0]).toBe(1);
    expect(along.every((nm, index) => index === 0 || nm >= (along[index - 1] ?? 0) - 1)).toBe(true);
  });

  it('crosses the antimeridian', () => {
    const pacific = measureLine([[170, 0], [179, 0], [-171, 0]]); // prettier-ignore
    const fixes: EtaFix[] = [{ at: START, receivedAt: START, position: [-179.5, 0.2] }];
    const [seen] = progressOf(fixes, pacific, { offNmMax: 50, knotsMax: 25, since: null });
    expect(seen?.alongNm).toBeCloseTo(630, 0);
  });
});

const hours = fc.integer({ min: 0, max: 400 });
const fixOf = fc.record({ hour: hours, late: fc.integer({ min: 0, max: 60 }), longitude: fc.double({ min: -1, max: 41, noNaN: true }), latitude: fc.double({ min: -3, max: 3, noNaN: true }) }); // prettier-ignore
const anyFixes = fc.array(fixOf, { maxLength: 30 }).map(
  (list) =>
    list.map(({ hour, late, longitude, latitude }): EtaFix => ({ at: START + hour * HOUR_MS, receivedAt: START + (hour + late) * HOUR_MS, position: [longitude, latitude] })), // prettier-ignore
);
const anyLegs = fc.array(
  fc.record({ call: fc.integer({ min: 0, max: 200 }), knots: fc.integer({ min: 3, max: 28 }) }).map(({ call, knots }) => ({ call, knots })), // prettier-ignore
  { maxLength: 10 },
);

describe('any positions, whatever was learned', () => {
  it('give the same in any order, nothing of what is received later, a finite time ahead within its band', () => {
    fc.assert(
      fc.property(anyFixes, anyLegs, hours, fc.infiniteStream(fc.nat()), (fixes, told, hour, keys) => {
        const legs = told.map(({ call, knots }, id) => closed(id, call, knots));
        const tables = learnFrom(NOTHING_LEARNED, legs, policy);
        const input = at(hour, fixes);
        const answer = predictArrival(input, tables, policy);
        const key = new Map(fixes.map((fix) => [fix, keys.next().value ?? 0]));
        const shuffled = [...fixes].sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
        const heard = shuffled.filter((fix) => fix.receivedAt <= input.now);
        expect(predictArrival({ ...input, fixes: heard }, tables, policy)).toEqual(answer);
        if (!answer) return;
        expect(answer.at).toBeGreaterThan(input.now);
        expect(answer.p10).toBeLessThanOrEqual(answer.at);
        expect(answer.p90).toBeGreaterThanOrEqual(answer.at);
        for (const number of [
          answer.at,
          answer.p10,
          answer.p90,
          answer.milesLeft,
          ...Object.values(answer.parts),
        ])
          expect(Number.isFinite(number)).toBe(true);
        expect(answer.parts.movingHours).toBeGreaterThanOrEqual(0);
        expect(answer.parts.dwellHours).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('give a later arrival the more miles are left', () => {
    const knots = fc.integer({ min: 6, max: 25 });
    fc.assert(
      fc.property(
        knots,
        fc.integer({ min: 30, max: 70 }),
        fc.integer({ min: 1, max: 2000 }),
        (speed, far, more) => {
          const fixes = sailing(far, speed);
          const longer = { ...way, line: measureLine([...line.points, [40 + more / 60, 0]]) };
          const further = {
            ...longer,
            stops: [...way.stops.slice(0, 1), stop('CCCCC', end + more, { kind: 'ARRIVAL' })],
          };
          const near = predictArrival(at(far, fixes), NOTHING_LEARNED, policy);
          const there = predictArrival(at(far, fixes, { way: further }), NOTHING_LEARNED, policy);
          expect(there?.at ?? 0).toBeGreaterThan(near?.at ?? Infinity);
        },
      ),
      { numRuns: 200 },
    );
  });
});
