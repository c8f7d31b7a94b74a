import { indexCodeList } from 'graph-schema/reference/code-list';
import { describe, expect, it } from 'vitest';
import { JtLayout } from './layout.ts';
import { firstJtType } from './message.ts';
import { parseJtRecord } from './record.ts';

const row = (code: string, canonical: string, variant?: string) => {
  const known = { code, canonical, meaning: code, meaningZh: null, source: 'E' } as const;
  return variant === undefined ? known : { ...known, variant };
};
const layout = new JtLayout(
  indexCodeList('test', {
    title: 'test',
    version: '2026-11',
    rows: [row('12.1', 'pol'), row('12.1', 'pod', 'OTHER'), row('50.2', 'box'), row('51.2', 'box')],
  }),
);
const record = (raw: string) => parseJtRecord(raw, { start: 0, end: raw.length }, (value) => value);

describe('fields of flat files by name', () => {
  it('reads a field by record and variant', () => {
    expect(layout.read(record('12:CNNGB'), 'pol')).toBe('CNNGB');
    expect(layout.read(record('12:CNNGB'), 'pod')).toBeNull();
    expect(layout.read(record('12:CNNGB'), 'pod', 'OTHER')).toBe('CNNGB');
    expect(layout.read(record('13:CNNGB'), 'pol')).toBeNull();
  });

  it('finds the first record in which a field is filled', () => {
    const records = [record('50::'), record('51::A'), record('50::B')];
    expect(layout.find(records, 'box')).toEqual({ record: records[1], value: 'A' });
    expect(layout.find(records, 'pol')).toBeNull();
    expect(layout.recordOf('box')).toBe('50');
    expect(layout.recordOf('seal')).toBeNull();
  });

  it.each([
    ["00:CODECO:GATE-IN:9'", 'CODECO'],
    ["00 : ifcsum :MANIFEST'", 'IFCSUM'],
    ["00:DOCKRECEIPT'", 'DOCKRECEIPT'],
    ['00:12:34', null],
    ['00:AB:', null],
    ["UNB+UNOA:2+A+B'", null],
  ])('the type of %s is %s', (head, type) => {
    expect(firstJtType(head)).toBe(type);
  });
});
