import { describe, expect, it } from 'vitest';
import { provenDateFormats } from './date-order.ts';
import { readTableClock } from './row-time.ts';

function read(cells: readonly string[]): (string | null)[] {
  const rows = cells.map((cell, index) => {
    const line = index + 2;
    return { cells: ['CBHU1234561', cell], at: `line ${line}`, line, span: { start: 0, end: 1 } };
  });
  const formats = provenDateFormats(rows);
  return cells.map((cell) => readTableClock(cell, formats, '2026-11-21T02:00:00Z')?.local ?? null);
}

describe('dates of which the text does not say what is the day', () => {
  it('are read as the one that can only be read one way', () => {
    expect(read(['10/11/2026 04:20', '14/11/2026 9:05', '12/11/2026'])).toEqual([
      '2026-11-10T04:20:00',
      '2026-11-14T09:05:00',
      '2026-11-12T00:00:00',
    ]);
    expect(read(['11/10/2026 4:20 PM', '11/14/2026 12:05:30 AM'])).toEqual([
      '2026-11-10T16:20:00',
      '2026-11-14T00:05:30',
    ]);
    expect(read(['10-11-2026', '24-11-2026 23:59:59'])).toEqual([
      '2026-11-10T00:00:00',
      '2026-11-24T23:59:59',
    ]);
  });

  it('are not guessed where all could be either, or both stand', () => {
    expect(read(['10/11/2026 04:20', '12/11/2026'])).toEqual([null, null]);
    expect(read(['14/11/2026', '11/14/2026'])).toEqual([null, null]);
  });

  it('leave dates of other shapes alone', () => {
    expect(read(['2026/11/10 04:20', '14.11.2026', '14/11/2026'])).toEqual([
      '2026-11-10T04:20:00',
      '2026-11-14T00:00:00',
      '2026-11-14T00:00:00',
    ]);
  });
});
