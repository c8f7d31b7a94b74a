import { describe, expect, it } from 'vitest';
import { scanWhole } from '../byte-scanner.ts';
import { parseJtRecord } from './record.ts';
import { JtScanner } from './scanner.ts';

function scan(text: string) {
  return [...scanWhole(new JtScanner(), Buffer.from(text, 'latin1'))].map((raw) => ({
    ...raw,
    ...parseJtRecord(raw.raw, raw, (value) => value),
  }));
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
    expect(scan("52:3:HAULX ?'  \r\n").map(({ ending }) => ending)).toEqual(['TERMINATOR']);
    expect(scan("52:3:HAULX ?' S\n50:A'").map(({ fields }) => fields)).toEqual([['3', "HAULX ' S"], ['A']]);
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

  it('passes over a byte order mark, whole or not', () => {
    expect(scan("\u00ef\u00bb\u00bf99:2'")).toMatchObject([{ number: '99', start: 3, end: 8 }]);
    expect(scan('\u00ef\u00bb')).toMatchObject([{ raw: '\u00ef\u00bb', start: 0, end: 2 }]);
    expect(scan('')).toEqual([]);
  });

  it('leaves a character whose second byte looks like a blank', () => {
    const decoder = new TextDecoder('gb18030');
    const decode = (value: string): string => decoder.decode(Buffer.from(value, 'latin1'));
    const [raw] = scanWhole(new JtScanner(), Buffer.from("52:\xe8\xa0:\xe8\xa0'", 'latin1'));
    expect(raw && parseJtRecord(raw.raw, raw, decode).fields).toEqual(['锠', '锠']);
  });

  it('keeps of a record that is longer than any its number', () => {
    const long = `50:${'A'.repeat(70_000)}`;
    expect(scan(`${long}'99:2'`)).toMatchObject([
      { raw: '50', fields: [], overlong: true, ending: 'TERMINATOR', start: 0, end: 70_004 },
      { raw: '99:2', overlong: false, start: 70_004, end: 70_009 },
    ]);
    expect(scan(`${long}\n99:2'`).map(({ raw, ending }) => [raw, ending])).toEqual([
      ['50', 'LINE'],
      ['99:2', 'TERMINATOR'],
    ]);
    expect(scan('?'.repeat(70_000))).toMatchObject([{ raw: '??', overlong: true, ending: 'FILE' }]);
  });
});
