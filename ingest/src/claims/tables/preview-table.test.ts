import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { TableMapping } from 'graph-schema/domain/table-mapping';
import { previewTable } from './preview-table.ts';
import { suggestMapping } from './suggest-mapping.ts';

const context = { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer };
const text = [
  'Container No,B/L,POL,POD,ETD,ATD,Colour',
  'CBHU1234561,COSU6412345678,CNNGB,USLAX,2026-12-03,2026-12-04 02:15,red',
  'CBHU9051171,COSU6412345678,CNNGB,USLAX,2026-12-03,soon,blue',
].join('\n');
const bytes = new Uint8Array(Buffer.from(`${text}\n`));

function mapping(given: Partial<TableMapping>): TableMapping {
  const empty = {
    id: 'x',
    name: 'x',
    match: [],
    sheet: null,
    columns: {},
    events: [],
    constants: {},
    codes: {},
  };
  return { ...empty, dateFormats: [], ...given };
}

describe('a mapping before it is saved', () => {
  const suggested = suggestMapping(text.split('\n', 1)[0]?.split(',') ?? []);

  it('is suggested by the names of the columns, and what nobody knows is left to a person', () => {
    expect(suggested.columns).toEqual({
      container: ['Container No'],
      bill: ['B/L'],
      from: ['POL'],
      to: ['POD'],
    });
    expect(suggested.events).toEqual([
      { code: 'DEPARTED', classifier: 'ESTIMATED', headers: ['ETD'], place: 'from' },
      { code: 'DEPARTED', classifier: 'ACTUAL', headers: ['ATD'], place: 'from' },
    ]);
    expect(suggested.match).toEqual(['Container No', 'B/L', 'POL', 'POD', 'ETD', 'ATD']);
    expect(suggested.unknown).toEqual(['Colour']);
  });

  it('shows the first rows as they would be read, each with its own errors by row and column', () => {
    const preview = previewTable(bytes, mapping(suggested), context);
    expect(preview).toMatchObject({ missing: [], rowCount: 2, sheet: null, issues: [] });
    expect(
      preview?.rows.map(({ at, events }) => [
        at,
        events.map(({ code, classifier }) => `${code} ${classifier}`),
      ]),
    ).toEqual([
      ['line 2', ['DEPARTED ESTIMATED', 'DEPARTED ACTUAL']],
      ['line 3', ['DEPARTED ESTIMATED']],
    ]);
    expect(preview?.rows.map(({ issues }) => issues.map(({ code, at }) => `${code} ${at}`))).toEqual([
      [],
      ['BAD_TIME line 3/ATD'],
    ]);
    expect(previewTable(bytes, mapping(suggested), context, 1)?.rows).toHaveLength(1);
  });

  it('says which headers are missing', () => {
    const other = mapping({ ...suggested, match: ['Container No', 'Gate'] });
    expect(previewTable(bytes, other, context)?.missing).toEqual(['Gate']);
  });

  it('reads dates as the whole table proves them, also by rows that are not shown', () => {
    const days = Buffer.from(
      'Container No,ATD\nCBHU1234561,03/12/2026 02:15\nCBHU9051171,20/12/2026 02:15\n',
    );
    const bare = mapping({
      columns: { container: ['Container No'] },
      events: [{ code: 'DEPARTED', classifier: 'ACTUAL', headers: ['ATD'], place: null }],
    });
    const [first] = previewTable(new Uint8Array(days), bare, context, 1)?.rows ?? [];
    expect(first?.issues.map(({ code }) => code)).not.toContain('BAD_TIME');
    expect(first?.events.map(({ time }) => time.local)).toEqual(['2026-12-03T02:15:00']);
  });
});
