import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { describe, expect, it } from 'vitest';
import { collectFindings } from '../../syntax/findings.ts';
import { rowScope, type TableLayout } from './layout.ts';

const FIELDS = ['container', 'imo', 'voyage', 'wagon', 'bill', 'pieces', 'grossKg'];
const CELLS = ['CBHU1234561', '9321483', '026', '5812345', '412345', '40', '12,400.5'];
const layout: TableLayout = {
  header: FIELDS,
  fields: new Map(FIELDS.map((field, column) => [field, column])),
  events: [],
  constants: {},
  codes: {},
  dateFormats: [],
};

describe('a row of a table', () => {
  const read = (shared: readonly number[]) => {
    const row = { cells: CELLS, shared: new Set(shared), at: 'line 7', line: 7, span: { start: 0, end: 1 } };
    const { cell } = rowScope(row, layout, {
      receivedAt: '2026-11-21T02:00:00Z',
      source: sampleSource,
      places: sampleGazetteer,
      findings: collectFindings(),
    });
    return FIELDS.map(cell);
  };

  it('has what is merged with other rows, but no amounts, which are those of all of them together', () => {
    expect(read([1, 2, 3, 4, 5, 6])).toEqual([...CELLS.slice(0, 5), null, null]);
    expect(read([1, 6])).toEqual([...CELLS.slice(0, 6), null]);
    expect(read([])).toEqual(CELLS);
  });
});
