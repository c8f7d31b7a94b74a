import { describe, expect, it } from 'vitest';
import { fittingMapping } from './fit-mapping.ts';
import { kindOfHeader } from './kinds.ts';
import { headerIndex, isHeader } from './tables.ts';

describe('what a table is, by its header', () => {
  it.each([
    ['车次,始发日期,车站,事件,时间', 'rail-station-pass'],
    ['运单号,箱号,阶段,时间', 'rail-note'],
    ['ydid,箱号,阶段,时间', 'rail-note'],
    ['班列号,箱号,发车时间,到达时间', 'rail-platform'],
    // A column per milestone tells a tracking table, though it has a stage and a time, too.
    ['运单号,箱号,发车时间,到达时间,状态,时间', 'rail-platform'],
    ['Поезд,Контейнер,Дислокация,Время', 'rail-platform'],
    // Tables of other carriers have status, location and time as well.
    ['Container No,Status,Location,Date time', 'other'],
    ['Waybill no,Status,Event time', 'other'],
    ['Item,Colour,Amount', 'other'],
  ])('%s is %s', (header, kind) => {
    expect(kindOfHeader(header.split(','))).toBe(kind);
  });
});

describe('where the header is', () => {
  it('is found below titles, not among values', () => {
    expect(headerIndex([['Report'], ['2026-11-20', '', ''], ['a', 'b', 'c'], ['d', 'e', 'f']])).toBe(2);
    expect(isHeader(['CBHU1234561', 'x', 'y'])).toBe(false);
    expect(isHeader(['2026-11-21 09:28', 'x', 'y'])).toBe(false);
    expect(
      headerIndex([
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toBe(0);
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
