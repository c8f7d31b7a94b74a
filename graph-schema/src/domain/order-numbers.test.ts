import { describe, expect, it } from 'vitest';
import type { IdentifierKey } from './identifier.ts';
import { ordersOf } from './order-numbers.ts';

const master = 'MASTER_BILL:COSU6400000017';
const booking = 'BOOKING:8200000017';
const house = 'HOUSE_BILL:SHFW260701';
const sister = 'HOUSE_BILL:SHFW260702';
const delivery = 'DELIVERY_ORDER:DO7700001';
const order = 'REFERENCE:PO47112';

const of = (anchor: IdentifierKey, documents: IdentifierKey[], ...named: IdentifierKey[][]) => [
  ...ordersOf({ anchor, documents }, named),
];

describe('the orders of a master bill', () => {
  it('are those named with any paper of it', () => {
    expect(of(master, [master, booking], [booking, order])).toEqual([order]);
    expect(of(master, [master, booking], [master, order], [order])).toEqual([order]);
  });
  it('are not those of a house bill in it', () =>
    expect(of(master, [master], [house, master, order])).toEqual([]));
  it('are not those of other papers, nor one that is named alone', () =>
    expect(of(master, [master], [order], ['MASTER_BILL:COSU6400000025', order])).toEqual([]));
});

describe('the orders of a house bill', () => {
  const papers: IdentifierKey[] = [house, master, booking, delivery];

  it('are those named with itself', () => expect(of(house, papers, [house, master, order])).toEqual([order]));
  it('are not those of its master or its booking, which are its neighbours as well', () =>
    expect(of(house, papers, [master, order], [booking, 'REFERENCE:PO2'], [sister, order])).toEqual([]));
  it('are those of a paper of its goods alone', () => {
    expect(of(house, papers, [delivery, order], [delivery, house])).toEqual([order]);
    expect(of(house, papers, [delivery, order], [delivery, house], [delivery, sister])).toEqual([]);
    expect(of(house, papers, [delivery, order], [delivery, master])).toEqual([]);
  });
});
