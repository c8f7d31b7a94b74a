import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getPredictionPolicy } from '../../reference/eta-prediction.ts';
import { dwellKey, errorKey, laneKey } from './learn-keys.ts';
import { learnFrom, NOTHING_LEARNED, type ClosedLeg, type EtaTables } from './learn.ts';
import { valuesOf } from './learn-samples.ts';

const HOUR_MS = 3_600_000;
const policy = { ...getPredictionPolicy(), keep: 5, keepErrors: 8 };

const legOf = (id: number, hours: number, more: Partial<ClosedLeg> = {}): ClosedLeg => ({
  id: `leg-${id}`,
  mode: 'VESSEL',
  carrier: '9321483',
  arrivedAt: 1000 * HOUR_MS,
  closedAt: (1000 + (id % 7)) * HOUR_MS,
  stays: [{ kind: 'CALL', place: 'SGSIN', arrivedAt: 0, departedAt: hours * HOUR_MS }],
  passages: [{ from: 'CNNBO', to: 'SGSIN', nm: 2000, departedAt: 0, arrivedAt: (100 + hours) * HOUR_MS }],
  tellings: [
    { source: 'maeu', receivedAt: 700 * HOUR_MS, eta: 990 * HOUR_MS },
    { source: 'maeu', receivedAt: 960 * HOUR_MS, eta: (1000 + hours) * HOUR_MS },
  ],
  ...more,
});

describe('what legs that are over teach', () => {
  it('is the stay, the pace, and how wrong each source was so long before', () => {
    const tables = learnFrom(NOTHING_LEARNED, [legOf(1, 20)], policy);
    expect(valuesOf(tables.dwells, dwellKey('VESSEL', 'CALL', 'SGSIN'))).toEqual([20]);
    expect(valuesOf(tables.paces, laneKey('VESSEL', 'CNNBO', 'SGSIN'))).toEqual([0.06]);
    expect(valuesOf(tables.errors, errorKey('maeu', 240))).toEqual([10]);
    expect(valuesOf(tables.errors, errorKey('maeu', 24))).toEqual([-20]);
    expect(valuesOf(tables.errors, errorKey('maeu', 480))).toEqual([]);
  });

  it('is nothing of what cannot be: a stay that ends before it begins, a passage of no time or of no miles', () => {
    const passage = { from: 'A', to: 'B', nm: 0, departedAt: 0, arrivedAt: 0 };
    const broken = legOf(1, 20, {
      stays: [{ kind: 'CALL', place: 'SGSIN', arrivedAt: HOUR_MS, departedAt: 0 }],
      passages: [passage, { ...passage, nm: Number.NaN, arrivedAt: HOUR_MS }, { ...passage, nm: 900 }],
      tellings: [],
    });
    expect(learnFrom(NOTHING_LEARNED, [broken], policy)).toEqual(NOTHING_LEARNED);
  });

  it('is the same in any order, in parts, and told twice; and bounded', () => {
    const legs = fc.uniqueArray(fc.record({ id: fc.nat(40), hours: fc.integer({ min: 0, max: 90 }) }), { selector: ({ id }) => id, maxLength: 25 }); // prettier-ignore
    fc.assert(
      fc.property(legs, fc.nat(25), fc.infiniteStream(fc.nat()), (told, cut, keys) => {
        const all = told.map(({ id, hours }) => legOf(id, hours));
        const key = new Map(all.map((leg) => [leg, keys.next().value ?? 0]));
        const shuffled = [...all].sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
        const once = learnFrom(NOTHING_LEARNED, all, policy);
        const first = learnFrom(NOTHING_LEARNED, shuffled.slice(0, cut), policy);
        const parts = learnFrom(learnFrom(first, shuffled.slice(cut), policy), shuffled.slice(0, 3), policy);
        expect(asObject(parts)).toEqual(asObject(once));
        for (const list of once.dwells.values()) expect(list.length).toBeLessThanOrEqual(policy.keep);
        for (const list of once.errors.values()) expect(list.length).toBeLessThanOrEqual(policy.keepErrors);
      }),
      { numRuns: 300 },
    );
  });
});

function asObject({ dwells, paces, errors }: EtaTables) {
  return [dwells, paces, errors].map((table) => Object.fromEntries(table));
}
