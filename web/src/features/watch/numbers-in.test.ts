import { expect, it } from 'vitest';
import { columnsOf } from './numbers-in.ts';
import { readText } from './read-table.ts';

const said = (text: string) => columnsOf(readText(text))[0]?.numbers.map((one) => one.said) ?? [];

it('reads a column that was pasted, with its heading and the rows that each stands in', () => {
  const [column] = columnsOf(readText('箱号\r\nCBHU3804175\r\n\r\nCSQU 305438 3\r\n'));
  expect(column).toMatchObject({ head: '箱号', rounded: [] });
  expect(column?.numbers).toEqual([
    { row: 2, said: 'CBHU3804175' },
    { row: 4, said: 'CSQU 305438 3' },
  ]);
});

it('reads numbers in one line, whatever parts them', () => {
  expect(said('CBHU3804175, CSQU3054383,COSU6415530971')).toEqual(['CBHU3804175', 'CSQU3054383', 'COSU6415530971']);
  expect(said('CBHU3804175、CSQU3054383')).toEqual(['CBHU3804175', 'CSQU3054383']);
  expect(said('cosu 6415530971')).toEqual(['cosu 6415530971']);
  expect(said('')).toEqual([]);
}); // prettier-ignore

it('takes of a table the column with the numbers of cargo, and offers the others', () => {
  const table = 'No.;Date;Customer;Container;Order\n1;2026-11-20;"Haitong; Ningbo";CBHU3804175;PO-4711\n2;2026-11-21;Kapok;CSQU3054383;PO-4712';
  const columns = columnsOf(readText(table));
  expect(columns[0]).toMatchObject({ head: 'Container', numbers: [{ row: 2 }, { row: 3 }] });
  expect(columns.map(({ head }) => head)).toContain('Order');
  expect(columns.map(({ head }) => head)).not.toContain('Customer');
}); // prettier-ignore

it('reads what a sheet keeps in full, and says of what it has rounded that it did', () => {
  const [column] = columnsOf(readText('Air waybill\n1.7226114686E+10\n2.25E+17\n'));
  expect(column?.numbers.map((one) => one.said)).toEqual(['17226114686']);
  expect(column?.rounded).toEqual([{ row: 3, said: '2.25E+17' }]);
});
