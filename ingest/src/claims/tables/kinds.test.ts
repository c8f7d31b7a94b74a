import { describe, expect, it } from 'vitest';
import { fittingMapping } from './fit-mapping.ts';
import { kindOfHeader } from './kinds.ts';
import { findHead, isHeader } from './table-head.ts';

describe('what a table is, by its header', () => {
  it.each([
    ['车次,始发日期,车站,事件,时间', 'rail-station-pass'],
    ['运单号,箱号,阶段,时间', 'rail-note'],
    ['ydid,箱号,阶段,时间', 'rail-note'],
    ['班列号,箱号,发车时间,到达时间', 'rail-platform'],
    // A column per milestone tells a tracking table, though it has a stage and a time, too.
    ['运单号,箱号,发车时间,到达时间,状态,时间', 'rail-platform'],
    // Where it is, as of when the row was made.
    ['班列号,箱号,发站,到站,当前位置,更新时间', 'rail-platform'],
    ['Поезд,Контейнер,Дислокация,Время', 'rail-platform'],
    ['container,size_type,event,time,location', 'yard'],
    ['Container No.,ISO,Move,Date,Time,Truck', 'yard'],
    ['note_no,container,from_station,to_station,status,time', 'rail-note'],
    // Tables of other carriers have status, location and time as well.
    ['Container No,Status,Location,Date time', 'other'],
    ['Waybill no,Status,Event time', 'other'],
    ['Item,Colour,Amount', 'other'],
  ])('%s is %s', (header, kind) => {
    expect(kindOfHeader(header.split(','))).toBe(kind);
  });
});

describe('where the header is', () => {
  const headOf = (rows: string[][]) => findHead(rows, null, []);

  it('is found below titles, not among values', () => {
    expect(headOf([['Report'], ['2026-11-20', '', ''], ['a', 'b', 'c'], ['d', 'e', 'f']]).at).toBe(2);
    expect(isHeader(['CBHU1234561', 'x', 'y'])).toBe(false);
    expect(isHeader(['2026-11-21 09:28', 'x', 'y'])).toBe(false);
    expect(
      headOf([
        ['1', '2'],
        ['3', '4'],
      ]).at,
    ).toBe(0);
  });

  it('may be two names wide, below a title that is merged over both', () => {
    expect(
      headOf([
        ['Gate of today', 'Gate of today'],
        ['Box', 'In'],
        ['CBHU1234561', '2026-11-21'],
      ]).at,
    ).toBe(1);
  });

  it.each([
    [
      'merged cells',
      [
        ['箱号', '进场', '进场', '备注'],
        ['箱号', '时间', '车号', '备注'],
      ],
    ],
    [
      'empty cells',
      [
        ['箱号', '进场', '', '备注'],
        ['', '时间', '车号', ''],
      ],
    ],
  ])('may be two rows with groups: %s', (_how, rows) => {
    const values = ['CBHU1234561', '2026-11-21 09:28', '浙B12345', ''];
    expect(headOf([['进场表'], ...rows, values])).toEqual({
      at: 1,
      height: 2,
      header: ['箱号', '进场 时间', '进场 车号', '备注'],
    });
  });

  it('is one row where the row below says something', () => {
    expect(
      headOf([
        ['Box', 'Status', 'Remark', ''],
        ['Reefer', 'arrived', 'none', 'late'],
      ]).height,
    ).toBe(1);
    expect(
      headOf([
        ['Box', 'Status', 'Remark'],
        ['CBHU1234561', 'arrived', ''],
      ]).height,
    ).toBe(1);
  });
});

describe('which mapping fits', () => {
  const mapping = (id: string, match: string[], sheet: string | null = null) => {
    return { id, name: id, match, sheet, columns: {}, events: [], constants: {}, codes: {}, dateFormats: [] };
  };
  const mappings = [
    mapping('none', []),
    mapping('two', ['A', 'b']),
    mapping('three', ['A', 'B', 'c (kg)']),
    mapping('sheet', ['A', 'B', 'C kg', 'D'], 'Boxes'),
  ];

  it.each([
    [['a', 'B '], null, 'two'],
    [['A', 'B', 'C KG'], null, 'three'],
    [['D', 'C kg', 'B', 'A'], 'boxes', 'sheet'],
    [['D', 'C kg', 'B', 'A'], 'Other', 'three'],
    [['x', 'y'], null, undefined],
  ])('%j of sheet %s: %s', (header, sheet, id) => {
    expect(fittingMapping(mappings, header, sheet)?.id).toBe(id);
  });
});
