import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCodeList } from 'graph-schema/reference/code-list';
import { NamedFields, namesAll } from './named-fields.ts';

const row = (code: string, canonical: string) => {
  return { code, canonical, meaning: code, meaningZh: null, source: 'E' } as const;
};
const fields = new NamedFields([
  indexCodeList('test', {
    title: 'test',
    version: '2026-11',
    rows: [
      row('ctnNo', 'box'),
      row('箱号', 'box'),
      row('direction', 'course'),
      row('time', 'time'),
      row('inOut', 'crossing:'),
    ],
  }),
  indexCodeList('own', { title: 'own', version: '2026-11', rows: [row('direction', 'way')] }),
]);

describe('fields by any of their names', () => {
  it('compares names without case and marks, and the last list that has one wins', () => {
    expect(fields.fieldOf('CTN_NO')).toBe('box');
    expect(fields.fieldOf('Ctn-No')).toBe('box');
    expect(fields.fieldOf('direction')).toBe('way');
    expect(fields.fieldOf('other')).toBeNull();
  });

  it('finds values in objects and lists of the record, the first that is not empty', () => {
    const record = fields.read({ head: { time: '' }, boxes: [{ ctnNo: 'A1' }, { 箱号: 'B2, C3' }], time: 7 });
    expect(record.texts('box')).toEqual(['A1', 'B2', 'C3']);
    expect(record.text('box')).toBe('A1');
    expect(record.number('time')).toBe(7);
    expect(record.text('way')).toBeNull();
  });

  it('keeps apart what stands in an object that speaks of something else', () => {
    const record = fields.read({ extra: { in_out: { direction: 0, at: { time: 3 } } }, direction: 90 });
    expect(record.number('way')).toBe(90);
    expect(record.number('crossing:direction')).toBe(0);
    expect(record.number('crossing:time')).toBe(3);
    expect(record.text('time')).toBeNull();
  });

  it.each([
    ['{"ctnNo":1,"time":2}', true],
    ['<A><CTN_NO>1</CTN_NO><x:time/></A>', true],
    [Buffer.from('{"箱号":1,"time":2}').toString('latin1'), true],
    ['{"ctnNo":1}', false],
    ['ctnNo,time', false],
  ])('%s names box and time: %s', (head, expected) => {
    expect(namesAll(head, fields, ['box', 'time'])).toBe(expected);
  });

  it('reads whatever JSON there is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('ctnNo', 'time', 'x', '箱号'), fc.jsonValue()), (object) => {
        const record = fields.read(object);
        expect(record.texts('box').every((text) => text !== '')).toBe(true);
        const number = record.number('time');
        expect(number === null || Number.isFinite(number)).toBe(true);
      }),
    );
  });
});
