import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findAddress, isTooMany, NUMBERS_MAX, readNumbers } from './read-numbers.ts';

const container = 'CSQU3054383';
const bill = 'COSU6412345678';
const waybill = '784-12345675';

it.each([
  ['lines', `${container}\r\n${bill}\n\n${waybill}\n`],
  ['commas', `${container}, ${bill},${waybill}`],
  ['Chinese commas and semicolons', `${container}，${bill}；${waybill}、`],
  ['blanks', `${container} ${bill}  ${waybill}`],
  ['cells of a row, quoted', `"${container}"\t"${bill}"\t${waybill}`],
  ['a column with its heading', `Container No.\n${container}\n${bill}\n${waybill}`],
  ['a column with a Chinese heading', `箱号\n${container}\n${bill}\n${waybill}`],
])('reads several numbers from %s', (_, text) => {
  expect(readNumbers(text)).toEqual([container, bill, waybill]);
});

it.each([
  'CSQU 305438 3',
  '784-1234 5675',
  'AKE 12345 CA',
  'COSU 6412345678',
  'PO 4500012345',
  '提单号：COSU6412345678',
])('leaves %s one number', (text) => {
  expect(readNumbers(text)).toEqual([text]);
});

it('finds numbers of several groups side by side', () => {
  expect(readNumbers('CSQU 305438 3 COSU 6412345678 784-1234 5675')).toEqual([
    'CSQU 305438 3',
    'COSU 6412345678',
    '784-1234 5675',
  ]);
});

it('takes a number once, however it is written', () => {
  expect(readNumbers(`${container}\ncsqu 305438-3\n${bill}`)).toEqual([container, bill]);
});

it('reads nothing from nothing, and words as they stand', () => {
  expect(readNumbers(' \n ')).toEqual([]);
  expect(readNumbers('hello')).toEqual(['hello']);
});

it('reads its own address back, in order', () => {
  const digits = fc.integer({ min: 10_000_000, max: 99_999_999 });
  fc.assert(
    fc.property(fc.uniqueArray(digits, { minLength: 2, maxLength: 40 }), (numbers) => {
      const written = numbers.map((number) => `KPK${number}`);
      const sent = new URL(findAddress(written), 'http://page').searchParams.get('number') ?? '';
      expect(readNumbers(sent)).toEqual(written);
    }),
  );
});

it('says when there are more than are looked up at once', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `KPK${10_000_000 + index}`);
  expect(isTooMany(many(NUMBERS_MAX))).toBe(false);
  expect(isTooMany(many(NUMBERS_MAX + 1))).toBe(true);
  expect(isTooMany(many(100).map((number) => `${'长'.repeat(20)}${number}`))).toBe(true);
});
