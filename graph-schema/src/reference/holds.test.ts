import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getExceptionRules } from './exception-rules.ts';
import { getHolds, readHolds } from './holds.ts';

const row = {
  placed: 'HELD',
  lifted: ['HOLD_LIFTED'],
  leaf: 'HOLDS',
  meaning: 'held',
  meaningZh: '扣',
  source: 'E',
};

describe('the table of holds', () => {
  it('has a limit and somebody to act for every stop that lasts, but for those of no customs', () => {
    const timed = new Set(getExceptionRules().rows.map(({ of }) => of));
    const untimed = getHolds().filter(({ placed }) => !timed.has(placed));
    // A transit that is overdue is an exception of its own; forbidden to load or discharge, the cargo does not wait at all.
    expect(untimed.map(({ placed }) => placed)).toEqual([
      'MANIFEST_NO_LOAD', 'MANIFEST_NO_DISCHARGE', 'HELD', 'TRANSIT_OVERDUE',
    ]); // prettier-ignore
  });

  it('reads the bundled file in its order', () => {
    const { rows } = JSON.parse(readFileSync(new URL('../../data/holds.json', import.meta.url), 'utf8')) as {
      rows: { placed: string }[];
    };
    expect(getHolds().map(({ placed }) => placed)).toEqual(rows.map(({ placed }) => placed));
  });

  it('refuses a row that cannot be meant, and names it', () => {
    const refusal =
      (...rows: unknown[]) =>
      () =>
        readHolds({ rows });
    expect(refusal({ ...row, placed: 'HELD_UP' })).toThrow(/row 1.*placed/s);
    expect(refusal({ ...row, lifted: [] })).toThrow(/row 1.*lifted/s);
    expect(refusal({ ...row, leaf: 'CUSTOMS' })).toThrow(/row 1.*leaf/s);
    expect(refusal(row, row)).toThrow('row 2: HELD stands twice');
    expect(refusal({ ...row, lifted: ['HELD'] })).toThrow('HELD would lift itself');
  });
});
