import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JtRecord } from './record.ts';
import { JtScanner } from './scanner.ts';

function scan(text: string): (JtRecord & { ending: string })[] {
  const scanner = new JtScanner(text, (value) => value);
  const records: (JtRecord & { ending: string })[] = [];
  for (let record = scanner.next(); record; record = scanner.next())
    records.push({ ...record, ending: scanner.ending });
  return records;
}

describe('cutting a flat file into records', () => {
  it('gives empty fields as null and tells records by their numbers', () => {
    expect(scan("50:CBHU1234561::F'\r\n99:2'")).toMatchObject([
      { number: '50', fields: ['CBHU1234561', null, 'F'], start: 0, end: 18 },
      { number: '99', fields: ['2'], start: 20, end: 25 },
    ]);
  });

  it('restores released characters, and leaves a question mark that releases nothing', () => {
    expect(scan("10:A?:B:IT?'S:WHY?NOT'")[0]?.fields).toEqual(['A:B', "IT'S", 'WHY?NOT']);
  });

  it('ends a record at a question mark that was a character once', () => {
    expect(scan("52:3:HAULX ?'\n50:A'\n99:3'").map(({ number }) => number)).toEqual(['52', '50', '99']);
  });

  it('starts a record at the next line where the terminator was lost', () => {
    expect(scan("50:A:B\r\n52:3:C'\n99:4")).toMatchObject([
      { number: '50', fields: ['A', 'B'], ending: 'LINE' },
      { number: '52', fields: ['3', 'C'], ending: 'TERMINATOR' },
      { number: '99', fields: ['4'], ending: 'FILE' },
    ]);
  });

  it('takes a line break out of a field', () => {
    expect(scan("10:SAMPLE\r\n STAR:037W'")[0]?.fields).toEqual(['SAMPLE STAR', '037W']);
  });

  it('covers every byte of any text once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', '0', '9', ':', "'", '?', ' ', '\n', '\r') }),
        (text) => {
          let at = 0;
          for (const { start, end } of scan(text)) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});
