import { describe, expect, it } from 'vitest';
import { getPositionLimits, readPositionLimits } from './position-limits.ts';

const rows = Object.entries(getPositionLimits()).map(([means, limits]) => ({ means, ...limits }));

describe('limits of positions', () => {
  it('stand for every means', () => expect(rows).toHaveLength(7));

  it.each([
    ['one is missing', rows.slice(1)],
    ['one stands twice', [...rows, rows[0]]],
    ['a position is last seen before it is old', rows.map((row) => ({ ...row, seenMinutes: 1 }))],
    ['one is negative', rows.map((row) => ({ ...row, openHours: -1 }))],
  ])('are refused where %s', (_, wrong) => {
    expect(() => readPositionLimits({ rows: wrong })).toThrow();
  });
});
