import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getPredictionPolicy } from '../../reference/eta-prediction.ts';
import { bandAt, errorRatio, pastErrors } from './error-band.ts';
import { errorKey } from './learn-keys.ts';
import { withSamples, type Learned, type LearnedEntry } from './learn-samples.ts';

const policy = getPredictionPolicy();

/** Errors of one source, so many at each horizon. */
function errorsOf(byHorizon: ReadonlyMap<number, readonly number[]>, source = 'ours'): Learned {
  const entries = [...byHorizon].flatMap(
    ([hours, values]) =>
    values.map((value, index): LearnedEntry => ({ key: errorKey(source, hours), leg: `${index}`, closedAt: index, value })), // prettier-ignore
  );
  return withSamples(new Map(), entries, policy.keepErrors);
}

const spread = (width: number) => Array.from({ length: 41 }, (_, index) => ((index - 20) / 20) * width);

describe('past errors', () => {
  // The sample of index n was over at n.
  const past = pastErrors(errorsOf(new Map([[24, spread(10)]])), policy);

  it('are those that were over then: what comes later changes no answer of before', () => {
    expect(past('ours', 24, 40)).toEqual({ p10Hours: -8, p90Hours: 8, closed: 41 });
    expect(past('ours', 24, 19)).toMatchObject({ closed: 20, p90Hours: 0 });
    expect(past('ours', 24, 18)).toBeNull();
    expect(past('theirs', 24, 40)).toBeNull();
  });
});

describe('an error band', () => {
  it('holds eight of ten past errors, and lies between those of two horizons', () => {
    const errors = errorsOf(new Map([[24, spread(10)], [48, spread(20)]])); // prettier-ignore
    expect(bandAt(errors, 'ours', 24, policy)).toEqual({ p10Hours: -8, p90Hours: 8, closed: 41 });
    expect(bandAt(errors, 'ours', 36, policy)).toMatchObject({ p10Hours: -12, p90Hours: 12 });
  });

  it('is a share of the hours ahead where too little is known, and nobody is then compared', () => {
    const errors = errorsOf(new Map([[24, [1, 2, 3]]]));
    const house = (240 * policy.band.percent) / 100;
    expect(bandAt(errors, 'ours', 240, policy)).toEqual({ p10Hours: -house, p90Hours: house, closed: 0 });
    expect(errorRatio(errors, { of: 'ours', over: 'theirs' }, 240, policy)).toBeNull();
  });

  it('of two sources is compared over the horizons that are still to come', () => {
    const ours = errorsOf(new Map([[24, spread(12)], [48, spread(12)], [240, spread(30)]])); // prettier-ignore
    const theirs = errorsOf(new Map([[24, spread(6)], [48, spread(30)]]), 'theirs'); // prettier-ignore
    const both = new Map([...ours, ...theirs]);
    const ratio = (ahead: number) => errorRatio(both, { of: 'ours', over: 'theirs' }, ahead, policy);
    expect(ratio(300)).toBeCloseTo(24 / 36, 5);
    expect(ratio(48)).toBeCloseTo(24 / 36, 5);
    expect(ratio(30)).toBeCloseTo(2, 5);
    expect(ratio(1)).toBeCloseTo(2, 5);
  });

  it('never narrows with the hours ahead, and always holds the time itself', () => {
    const values = fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { maxLength: 40 });
    const horizons = fc.dictionary(fc.constantFrom(...policy.horizonHours.map(String)), values);
    const ahead = fc.double({ min: 0, max: 1500, noNaN: true });
    fc.assert(
      fc.property(horizons, ahead, ahead, (told, one, other) => {
        const errors = errorsOf(new Map(Object.entries(told).map(([hours, list]) => [Number(hours), list])));
        const [near, far] = one < other ? [one, other] : [other, one];
        const [narrow, wide] = [bandAt(errors, 'ours', near, policy), bandAt(errors, 'ours', far, policy)];
        expect(narrow.p10Hours).toBeLessThanOrEqual(0);
        expect(narrow.p90Hours).toBeGreaterThanOrEqual(0);
        expect(wide.p10Hours).toBeLessThanOrEqual(narrow.p10Hours + 1e-9);
        expect(wide.p90Hours).toBeGreaterThanOrEqual(narrow.p90Hours - 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});
