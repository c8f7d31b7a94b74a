import { describe, expect, it } from 'vitest';
import { thresholdOf } from '../domain/eta/policy.ts';
import { getEtaPolicy, readEtaPolicy } from './eta-policy.ts';

const HOUR_MS = 3_600_000;
const value = (amount: unknown) => ({ value: amount, source: 'E' });
const row = (withinHours: number | null, moveMinutes: number) => ({ withinHours, moveMinutes, meaning: 'm', meaningZh: '义', source: 'E' }); // prettier-ignore
const file = {
  thresholds: [row(24, 30), row(null, 720)],
  confirmMinutes: value(120),
  sameMinutes: value(60),
  staleHours: value(168),
  order: value(['ESTIMATED', 'COMPUTED', 'PLANNED']),
};

describe('the ETA policy', () => {
  it('asks for larger moves the further ahead the arrival lies; one that has passed is near', () => {
    const policy = getEtaPolicy();
    const asked = [-5, 24, 25, 72, 73, 2000].map((hours) => thresholdOf(policy, hours * HOUR_MS));
    expect(asked).toEqual([30, 30, 180, 180, 720, 720]);
  });

  it('is refused where it cannot be meant', () => {
    expect(readEtaPolicy(file).thresholds).toHaveLength(2);
    const of = (change: object) => () => readEtaPolicy({ ...file, ...change });
    expect(of({ thresholds: [row(24, 30)] })).toThrow('has no limit');
    expect(of({ thresholds: [row(null, 30), row(null, 60)] })).toThrow('has no limit');
    expect(of({ thresholds: [row(72, 30), row(24, 60), row(null, 90)] })).toThrow('threshold 2');
    expect(of({ thresholds: [row(24, -1), row(null, 60)] })).toThrow();
    expect(of({ staleHours: value(-1) })).toThrow();
    expect(of({ order: value(['ESTIMATED', 'ESTIMATED', 'PLANNED']) })).toThrow('twice');
  });
});
