import { describe, expect, it } from 'vitest';
import type { CutCycle } from 'graph-schema/domain/cycle-cut';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import { matchCycles, type StoredCycle } from './match-cycles.ts';

const cut = (holds: string[], documents: string[] = []) =>
  ({ from: null, to: null, documents, holds, listings: [], joins: [] }) as unknown as CutCycle;
const stored = (id: string, holds: string[], documents: IdentifierKey[] = []): StoredCycle => ({
  id,
  holds,
  documents,
  from: null,
  to: null,
  sets: [],
  aboard: '[]',
});
const idsOf = (cuts: readonly CutCycle[], olds: readonly StoredCycle[]) =>
  matchCycles('CSQU3054383', cuts, olds).kept.map((one) => one.id);

describe('public ids of cycles', () => {
  it('stay with the cut that shares most claims, also when the cut moves', () => {
    const olds = [stored('cyc_a', ['1', '2', '3']), stored('cyc_b', ['4', '5'])];
    expect(idsOf([cut(['1', '2']), cut(['3', '4', '5'])], olds)).toEqual(['cyc_a', 'cyc_b']);
    expect(idsOf([cut(['1', '2', '3', '4', '5'])], olds)).toEqual(['cyc_a']);
    expect(matchCycles('C', [cut(['1', '2', '3', '4', '5'])], olds).gone.map((old) => old.id)).toEqual(['cyc_b']);
  });

  it('go by the papers where no claim is shared', () => {
    expect(idsOf([cut(['9'], ['MASTER_BILL:X'])], [stored('cyc_a', ['1'], ['MASTER_BILL:X'])])).toEqual(['cyc_a']);
  });

  it('are new, each once and the same for the same beginning, where nothing is known', () => {
    const first = idsOf([cut(['1']), cut(['2'])], []);
    expect(new Set(first).size).toBe(2);
    expect(idsOf([cut(['1']), cut(['2'])], [])).toEqual(first);
    const [taken = ''] = first;
    // The id that it would get is another cycle's by now.
    expect(idsOf([cut(['1'])], [stored(taken, ['7'])])).not.toContain(taken);
  });
}); // prettier-ignore
