import { sampleSource } from 'graph-schema/testing/sample-source';
import { describe, expect, it } from 'vitest';
import { scacOfBill } from './bill-carrier.ts';

describe('the SCAC of a bill that is written without one', () => {
  it.each([
    // Neither of these two is in the list of carriers: that does not make them the same.
    ['SNKO', 'ESLC', 'SNKO12345678', null],
    ['SNKO', 'SNKO', '12345678', 'SNKO'],
    ['SNKO', null, '12345678', 'SNKO'],
    ['SNKO', 'COSU', '6412345678', 'COSU'],
    ['SNKO', 'COSU', 'FWD-1', null],
    ['YMLU', 'YMJA', 'FWD-1', 'YMLU'],
    ['COSU', 'ESLC', '6412345678', null],
    [null, 'ESLC', '6412345678', null],
  ])('of a profile with %s, where the message names %s, of %s is %s', (own, named, number, expected) => {
    const source = { ...sampleSource, scac: own };
    const carriers = {
      carriers: named === null ? [] : [named],
      operators: [],
      ship: null,
      isShipList: false,
    };
    expect(scacOfBill(number, { source, carriers })).toBe(expected);
  });
});
