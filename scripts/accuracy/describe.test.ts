import { expect, it } from 'vitest';
import { NOISE } from './attribution.ts';
import { describe, describeDuration } from './describe.ts';

const verdicts = { right: 98, wrong: 0, parked: 1, undecidable: 1, plausible: 0, total: 100, cycles: 9 };

it('names a held-out seed as one, and the other as what it is', () => {
  const report = (isHeldOut: boolean) => describe(7, 3, NOISE, { verdicts, cases: [], microsPerMessage: 1 }, isHeldOut).split('\n')[0]; // prettier-ignore
  expect(report(true)).toMatch(/^Attribution, held-out seed 7, on which nothing was tuned: 3 containers/);
  expect(report(false)).toMatch(/^Attribution, seed 7: 3 containers/);
});

it('says how long it took', () => {
  expect([4, 60, 247].map(describeDuration)).toEqual([
    'Took 4 s.\n',
    'Took 1 min 0 s.\n',
    'Took 4 min 7 s.\n',
  ]);
});
