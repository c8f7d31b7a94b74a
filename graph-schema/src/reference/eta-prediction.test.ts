import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPredictionPolicy } from './eta-prediction.ts';

const file = JSON.parse(
  readFileSync(new URL('../../data/eta-prediction.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>;
const of = (change: object) => () => readPredictionPolicy({ ...file, ...change });
const row = (withinHours: number | null) => ({ withinHours, moveMinutes: 30, source: 'E' });

describe('the policy of computed arrivals', () => {
  it('is refused where it cannot be meant', () => {
    expect(of({})).not.toThrow();
    expect(of({ horizonHours: { value: [24, 12], source: 'E' } })).toThrow('do not ascend');
    expect(of({ speaks: [row(24)] })).toThrow('has a limit');
    expect(of({ speaks: [row(null), row(24)] })).toThrow('do not ascend');
    expect(of({ leads: { betterPercent: 5, untilPercent: 10, source: 'E' } })).toThrow('before it begins');
    expect(of({ passageNm: { value: -1, source: 'E' } })).toThrow();
    expect(of({ recent: { hours: 24, share: 1.5, lastsHours: 30, source: 'E' } })).toThrow();
  });
});
