import { describe, expect, it } from 'vitest';
import { REGIMES } from '../domain/release/readiness.ts';
import { rulesOf } from '../domain/release/release-leaves.ts';
import { getReleaseLeaves, readReleaseLeaves } from './release-leaves.ts';

const row = {
  territory: 'CN',
  regime: 'IMPORT',
  leaf: 'DECLARATION',
  need: 'ALWAYS',
  why: '报关单放行',
  source: 'E',
};
const read = (...rows: object[]) => readReleaseLeaves({ unions: { EU: ['NL', 'DE'] }, rows });

describe('the rules of release', () => {
  it('are bundled for China, the United States, the European Union with its 27 members, and any other', () => {
    const { rules, unions } = getReleaseLeaves();
    expect([...new Set(rules.map((rule) => rule.territory))].sort()).toEqual(['CN', 'EU', 'US', 'ZZ']);
    expect([...unions.values()].filter((union) => union === 'EU')).toHaveLength(27);
  });

  it('are for every border and regime some, a territory’s own where it has any', () => {
    const leaves = getReleaseLeaves();
    for (const territory of ['CN', 'EU', 'US', 'BR', 'KZ'])
      for (const regime of REGIMES) {
        const asked = rulesOf(territory, regime, leaves);
        expect(asked.some(({ leaf }) => leaf === 'HOLDS')).toBe(true);
        const hasOwn = leaves.rules.some((rule) => rule.territory === territory && rule.regime === regime);
        expect(new Set(asked.map((rule) => rule.territory))).toEqual(new Set([hasOwn ? territory : 'ZZ']));
      }
  });

  it.each([
    ['an unknown leaf', { ...row, leaf: 'BRIBE' }],
    ['an unknown regime', { ...row, regime: 'SMUGGLING' }],
    ['an unknown code', { ...row, met: ['RELEASED_SOMEHOW'] }],
    ['no source mark', { ...row, source: undefined }],
    ['a field that nobody reads', { ...row, mode: ['RAIL'] }],
  ])('refuse %s and name the row', (_, wrong) => {
    expect(() => read(row, wrong)).toThrow(/row 2/);
  });

  it('refuse a leaf that stands twice for the same mode', () => {
    const order = { ...row, leaf: 'DELIVERY_ORDER', modes: ['VESSEL', 'BARGE'] };
    expect(() => read(row, order, { ...order, modes: ['BARGE'] })).toThrow(
      /row 3: CN IMPORT DELIVERY_ORDER stands twice/,
    );
    expect(read(row, order, { ...order, modes: ['RAIL'] }).rules).toHaveLength(3);
  });

  it('refuse a territory that lets cargo go without customs', () => {
    expect(() => read({ ...row, need: 'IF_TOLD' })).toThrow(/CN IMPORT asks for no DECLARATION/);
    expect(() => read({ ...row, regime: 'TRANSIT' })).toThrow(/CN TRANSIT asks for no TRANSIT/);
  });
});
