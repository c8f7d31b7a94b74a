import { describe, expect, it } from 'vitest';
import { getMatchingRules, readMatchingRules } from './matching-rules.ts';

const row = { kind: 'LOGISTICS', withinMinutes: 720, toleranceMinutes: 120, why: 'half a day', source: 'E' };
const others = ['DOCUMENT', 'SENSOR'].map((kind) => ({ ...row, kind }));
const read = (...rows: object[]) => readMatchingRules({ rows: [row, ...others, ...rows] });

describe('the rules of matching', () => {
  it('are bundled: what a ship does once it does for all voices alike', () => {
    const rules = getMatchingRules();
    expect(rules.get('DEPARTED')).toMatchObject({ once: 'RUN' });
    expect(rules.get('LOADED')).toMatchObject({ once: 'BOX' });
    expect(rules.get('LOGISTICS')).toMatchObject({ once: null, onceMinutes: 0 });
  });

  it.each([
    ['an unknown kind', { ...row, kind: 'DANCED' }, /row 4/],
    ['a time before nothing', { ...row, kind: 'PASSED', withinMinutes: -1 }, /row 4/],
    ['no source mark', { ...row, kind: 'PASSED', source: undefined }, /row 4/],
    ['a kind that stands twice', row, /row 4: LOGISTICS stands twice/],
    ['once without how far apart', { ...row, kind: 'LOADED', once: 'BOX' }, /row 4: LOADED needs both/],
    ['once more narrowly than at all', { ...row, kind: 'LOADED', once: 'BOX', onceMinutes: 60 }, /row 4: LOADED is told of one run/],
  ])('refuse %s and name the row', (_, wrong, name) => {
    expect(() => read(wrong)).toThrow(name);
  }); // prettier-ignore

  it('refuse to leave a dimension without any', () => {
    expect(() => readMatchingRules({ rows: [row] })).toThrow('no row for DOCUMENT');
  });
});
