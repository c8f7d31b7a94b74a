import { describe, expect, it } from 'vitest';
import { documentRef } from 'graph-schema/domain/claim';
import { isOneConsignment, listConsignments, withPapersOf } from './consignments.ts';

const bm = (number: string) => documentRef('MASTER_BILL', number, { declaredAs: 'BM' });
const bn = (number: string) => documentRef('BOOKING', number, { declaredAs: 'BN' });
const on = (number: string) => documentRef('REFERENCE', number, { declaredAs: 'ON' });
const asBoth = (number: string, declaredAs: string) => [
  documentRef('MASTER_BILL', number, { declaredAs }),
  documentRef('BOOKING', number, { declaredAs }),
];

describe('papers by consignment', () => {
  it('a bill, a booking and any number of references are one', () => {
    expect(isOneConsignment([bm('A1'), bn('B1'), on('P1'), on('P2')])).toBe(true);
    expect(listConsignments([])).toEqual([[]]);
  });

  it('several bills are claimed each with what they share', () => {
    expect(listConsignments([bm('A1'), bm('A2'), bn('B1'), on('P1')])).toEqual([
      [bm('A1'), bn('B1'), on('P1')],
      [bm('A2'), bn('B1'), on('P1')],
    ]);
  });

  it('several bills and several bookings are claimed alone', () => {
    expect(listConsignments([bm('A1'), bm('A2'), bn('B1'), bn('B2')])).toHaveLength(4);
  });

  it('numbers of a sender who mixes bill and booking are of the kind that he calls them', () => {
    const mixed = [...asBoth('A1', 'BM'), ...asBoth('B1', 'BN')];
    expect(isOneConsignment(mixed)).toBe(true);
    expect(listConsignments([...mixed, ...asBoth('A2', 'BM')])).toEqual([
      [...asBoth('A1', 'BM'), ...asBoth('B1', 'BN')],
      [...asBoth('A2', 'BM'), ...asBoth('B1', 'BN')],
    ]);
  });

  it('a nearer bill replaces a farther one, references add up', () => {
    expect(withPapersOf([bm('A2'), on('P1')], [bm('A1'), bn('B1'), on('P2'), on('A2')])).toEqual([
      bm('A2'), on('P1'), bn('B1'), on('P2'),
    ]); // prettier-ignore
  });
});
