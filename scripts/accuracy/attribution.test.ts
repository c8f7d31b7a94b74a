import { describe, expect, it } from 'vitest';
import { attributionOf, NOISE, worldOf } from './attribution.ts';
import { attributionPassed } from './passed.ts';
import { throughFormats } from './through-formats.ts';

const SEED = 20261126;
const NO_NOISE = { missing: 0, late: 0, wrong: 0 };

describe('a small world of which the truth is known', () => {
  it('is told apart: nothing shows on a trip that is not its own, and little waits', () => {
    const { verdicts, cases } = attributionOf(SEED, 500);
    expect(cases.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(attributionPassed(verdicts)).toBe(true);
    const { right, wrong, parked, undecidable, plausible, total } = verdicts;
    expect(right + wrong + parked + undecidable + plausible).toBe(total);
    expect(verdicts.cycles).toBeGreaterThan(1500);
    expect(plausible).toBeGreaterThan(0);
  });

  it('leaves nothing undone where all is told and true', () => {
    const { verdicts } = attributionOf(SEED, 200, NO_NOISE);
    expect(verdicts.wrong + verdicts.plausible).toBe(0);
    expect(verdicts.right / verdicts.total).toBeGreaterThan(0.995);
  });

  it('is the same world for the same seed', () => {
    expect(worldOf(3, 20, 0, NOISE)).toEqual(worldOf(3, 20, 0, NOISE));
    expect(worldOf(3, 20, 0, NOISE)).not.toEqual(worldOf(4, 20, 0, NOISE));
  });

  it('holds every kind of use and of error', () => {
    const { lives, told } = worldOf(SEED, 500, 0, NOISE);
    const kinds = new Set(lives.flatMap(({ uses }) => uses.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([
      'CABOTAGE',
      'EMPTY_REPOSITIONING',
      'OFF_HIRE',
      'RAIL_AND_SEA',
      'SEA',
      'SWAPPED_OUT',
      'TRANSSHIPMENT',
    ]);
    expect(new Set(told.map(({ wrong }) => wrong))).toEqual(new Set([null, 'BOX', 'PLACE', 'DAY']));
  });

  it('is read from what senders write: the claims are those that are judged', () => {
    const { messages, differing } = throughFormats(worldOf(SEED, 40, 0, NOISE), 40);
    expect(differing).toEqual([]);
    expect(messages).toBeGreaterThan(900);
  });
});
