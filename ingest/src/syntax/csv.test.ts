import { describe, expect, it } from 'vitest';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { mapColumns } from './csv-columns.ts';
import { headRows, sniffDelimiter } from './csv-head.ts';
import { readCsv, type CsvFile } from './csv.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const cutsOf = (bytes: Uint8Array, file: CsvFile): string[] =>
  file.rows.map(({ span }) => Buffer.from(bytes.subarray(span.start, span.end)).toString());

describe('delimited text', () => {
  it('reads quotes, doubled quotes and line ends inside a cell, and cuts the bytes of each record', () => {
    const bytes = bytesOf('\uFEFF车次,备注\r\nX8001,"甲,""乙""\r\n丙"\r\n\r\nX8002,丁\r\n');
    const file = readCsv(bytes, 'gb18030');
    expect(file.header).toEqual(['车次', '备注']);
    expect(file.rows.map(({ cells }) => cells)).toEqual([
      ['X8001', '甲,"乙"\r\n丙'],
      ['X8002', '丁'],
    ]);
    expect(cutsOf(bytes, file)).toEqual(['X8001,"甲,""乙""\r\n丙"', 'X8002,丁']);
  });

  it('reads the same with and without quotes', () => {
    const bare = readCsv(bytesOf('a;b\n1; 2\n\n;\n3;4'), 'gb18030');
    const quoted = readCsv(bytesOf('"a";"b"\n"1";" 2"\n\n;\n"3";"4"'), 'gb18030');
    expect(bare.rows.map(({ cells }) => cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(quoted.rows.map(({ cells }) => cells)).toEqual(bare.rows.map(({ cells }) => cells));
    expect(quoted.rows.map(({ line }) => line)).toEqual(bare.rows.map(({ line }) => line));
  });

  it('reads GBK, and flags it only where the profile of the sender says otherwise', () => {
    // 车次,站 / X1,京 in GBK.
    const bytes = new Uint8Array([
      0xb3, 0xb5, 0xb4, 0xce, 0x2c, 0xd5, 0xbe, 0x0a, 0x58, 0x31, 0x2c, 0xbe, 0xa9, 0x0a,
    ]);
    const file = readCsv(bytes, 'gb18030');
    expect([file.header, file.rows[0]?.cells, file.issues]).toEqual([['车次', '站'], ['X1', '京'], []]);
    expect(file.rows[0]?.span).toEqual({ start: 8, end: 13 });
    expect(readCsv(bytes, 'utf-8')).toMatchObject({ rows: file.rows, issues: [{ code: 'BAD_CHARSET' }] });
  });

  it('reads the UTF-16 that spreadsheets call Unicode text, with spans in its own bytes', () => {
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...Buffer.from('车次\t站\r\nX1\t西安😀\r\nX2\t京\r\n', 'utf16le'),
    ]);
    const file = readCsv(bytes, 'gb18030');
    expect(headRows(Buffer.from(bytes).toString('latin1'))[0]).toEqual(['车次', '站']);
    expect(
      file.rows.map(({ span }) => Buffer.from(bytes.subarray(span.start, span.end)).toString('utf16le')),
    ).toEqual(['X1\t西安😀', 'X2\t京']);
  });

  it('loses one line to an unclosed quote, not the rest of the file', () => {
    const file = readCsv(bytesOf('a,b\n1,2\n"3,4\n5,6\n'), 'gb18030');
    expect(file.rows.map(({ cells }) => cells)).toEqual([
      ['1', '2'],
      ['5', '6'],
    ]);
    expect(file.brokenRows).toBe(1);
    expect(file.issues).toMatchObject([{ code: 'BAD_SYNTAX', at: 'line 3' }]);
  });

  it('does not take half of a last row', () => {
    const file = readCsv(bytesOf('a,b,c\n1,2,3\n4,5'), 'gb18030');
    expect(file.rows).toHaveLength(1);
    expect(file.issues).toMatchObject([{ code: 'TRUNCATED', at: 'line 3' }]);
  });

  it('takes a last row without a line end that is no shorter than others: empty cells at the end may be left out', () => {
    const ragged = readCsv(bytesOf('title\na,b,c,d\n1,2\n1,2,3,4\n5,6'), 'gb18030');
    expect(ragged.rows.at(-1)?.cells).toEqual(['5', '6']);
    expect(ragged.issues).toEqual([]);
    expect(readCsv(bytesOf('title\na,b,c,d\n1,2\n1,2,3,4\n5'), 'gb18030').issues).toMatchObject([
      { code: 'TRUNCATED' },
    ]);
  });

  it('does not cut a character of GBK whose second byte is a vertical line', () => {
    // 箱号|产地 / 1|東京 in GBK: 東 is 0x96 0x7C.
    const bytes = new Uint8Array(Buffer.from('cfe4bac57cb2fab5d80a317c967cbea90a', 'hex'));
    const file = readCsv(bytes, 'gb18030');
    expect([file.header, file.rows[0]?.cells]).toEqual([
      ['箱号', '产地'],
      ['1', '東京'],
    ]);
  });

  it('finds the header of a table of two columns below a title with commas, decimal commas in its rows', () => {
    const text = 'Weights of today, all boxes, Ningbo\nBox;"Weight; gross,\nkg"\nA;12,5\nB;7,5\n';
    expect(headRows(text).slice(1, 3)).toEqual([
      ['Box', 'Weight; gross,\nkg'],
      ['A', '12,5'],
    ]);
    expect(readCsv(bytesOf(text), 'utf-8').rows.map(({ cells }) => cells.length)).toEqual([2, 2, 2]);
  });

  it('takes the delimiter of the header where a title stands above it', () => {
    const file = readCsv(bytesOf('Report of today, all trains\na;b;c\n1;2,5;3\n'), 'gb18030');
    expect(file.rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2,5', '3'],
    ]);
    expect(file.rows.map(({ at }) => at)).toEqual(['line 2', 'line 3']);
  });

  it.each([
    ['a;b;"c,d,e,f"', ';'],
    ['a|b|c', '|'],
    ['a\tb', '\t'],
    ['a,b;c,d', ','],
    ['a;b\n"x, y, z";2\n"u, v, w";3', ';'],
    ['a\tb\n"no end, of it\tc', '\t'],
    ['one', ','],
  ])('finds the delimiter of %j', (line, delimiter) => {
    expect(sniffDelimiter(line)).toBe(delimiter);
  });

  it('knows columns by their Chinese, English and Russian names, with units and marks around them', () => {
    const columns = mapColumns(
      ['运单号', '毛重（KG）', 'Train No.', 'вагон', 'unknown', '车号'],
      loadCodeList('rail-note-csv/headers'),
    );
    expect(Object.fromEntries(columns)).toEqual({ note: 0, grossKg: 1, train: 2, wagon: 3 });
  });
});
