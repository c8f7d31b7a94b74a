import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { before, meantBy, type Hit } from './meant-by.ts';

const hit = (shipment: string | null, anchor: string | null, from: number | null = null): Hit => ({
  shipment,
  anchor,
  from,
});
const houses = [hit('h1', 'HOUSE_BILL:H1'), hit('h2', 'HOUSE_BILL:H2')];

it('a bill means the cargo that hangs on it, and its houses only where there is none', () => {
  expect(meantBy('MASTER_BILL:M1', [...houses, hit('m', 'MASTER_BILL:M1')])).toEqual(['m']);
  expect(meantBy('MASTER_BILL:M1', houses)).toEqual(['h1', 'h2']);
});

it('a box means its newest use, and all that shares it', () => {
  const uses = [hit('new', 'A', 20), hit('shared', 'B', 20), hit('old', 'C', 10), hit('undated', 'D')];
  expect(meantBy('CONTAINER:CBHU3804175', uses)).toEqual(['new', 'shared']);
});

it('a number that nobody has told of means nothing yet', () => {
  expect(meantBy('BOOKING:X1', [hit(null, null)])).toEqual([]);
  expect(meantBy('BOOKING:X1', [])).toEqual([]);
});

it('what leads somewhere means something, and nothing stands before what is meant', () => {
  const hits = fc.array(
    fc.record({
      shipment: fc.constantFrom('a', 'b', 'c'),
      anchor: fc.constantFrom('BOOKING:X1', 'BOOKING:X2'),
      from: fc.option(fc.integer()),
    }),
  );
  fc.assert(
    fc.property(hits, fc.constantFrom('BOOKING:X1' as const, 'CONTAINER:CBHU3804175' as const), (all, key) => {
      const meant = meantBy(key, all);
      expect(meant.length > 0).toBe(all.length > 0);
      for (const id of meant) expect(all.some((one) => one.shipment === id && before(key, one, all).length === 0)).toBe(true);
    }),
  ); // prettier-ignore
});
