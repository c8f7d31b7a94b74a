import { describe, expect, it } from 'vitest';
import { papersOf, received, senderOfTables } from './received.ts';

/** Several bookings of one box in one cell are several numbers, each of which finds it; none is glued to the next. */
const sender = senderOfTables(
  { container: ['Box'], event: ['What'], time: ['When'], place: ['Port'], booking: ['Bookings'] },
  { codes: { in: 'GATED_IN' } },
);
const read = (cell: string) =>
  received(`Box,What,When,Port,Bookings\nCSQU3054383,in,2026-11-20 17:10,CNNBO,${cell}\n`, sender);

const TWO = 'BOOKING:8200000017 BOOKING:8200000025';

describe('two bookings', () => {
  it.each([
    ['a line each', '"8200000017\n8200000025"'],
    ['a line each, as Windows ends them', '"8200000017\r\n8200000025"'],
    ['a line each, as old spreadsheets end them', '"8200000017\r8200000025"'],
    ['with an empty line between and behind', '"8200000017\n\n8200000025\n"'],
    ['a comma and a line', '"8200000017,\n8200000025"'],
    ['a semicolon', '8200000017; 8200000025'],
    ['a slash', '8200000017/8200000025'],
    ['a slash between blanks', '8200000017 / 8200000025'],
    ['a blank', '8200000017 8200000025'],
    ['a bar', '8200000017 | 8200000025'],
    ['as web pages write lines', '8200000017<br/>8200000025'],
  ])('%s', (_how, cell) => {
    const { claims, findings } = read(cell);
    expect(claims.map(papersOf)).toEqual([TWO]);
    expect(findings).toEqual([]);
  });
});

describe('one booking', () => {
  it.each([
    ['820 000 0017', '8200000017'],
    ['COSU 8200000017', 'COSU8200000017'],
    ['NGB/2611/0042', 'NGB26110042'],
    ['8200-0000-17', '8200000017'],
  ])('%s', (cell, number) => {
    expect(read(cell).claims.map(papersOf)).toEqual([`BOOKING:${number}`]);
  });
});

it('three bookings in three lines, told in several rows', () => {
  const text = [
    'Box,What,When,Port,Bookings',
    'CSQU3054383,in,2026-11-20 17:10,CNNBO,"8200000017',
    '8200000025',
    '8200000033"',
    'CBHU1234561,in,2026-11-20 17:30,CNNBO,8200000041',
  ].join('\n');
  const { claims, units, refused } = received(text, sender);
  expect(claims.map(papersOf)).toEqual([`${TWO} BOOKING:8200000033`, 'BOOKING:8200000041']);
  expect({ units, refused }).toEqual({ units: 2, refused: 0 });
});

it('a declaration written in two groups of nine stays one', () => {
  const table = senderOfTables({ container: ['Box'], event: ['What'], time: ['When'], declaration: ['Customs no'] }, { codes: { in: 'GATED_IN' } });
  const { claims } = received('Box,What,When,Customs no\nCSQU3054383,in,2026-11-20 17:10,310420260 123456789\n', table);
  expect(claims.map(papersOf)).toEqual(['DECLARATION:310420260123456789']);
}); // prettier-ignore
