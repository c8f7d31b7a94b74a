import { expect, it } from 'vitest';
import type { LookupHit } from './lookup.graphql.ts';
import { readFoundBy, shipmentAddress, theOneMeant } from './shipment-address.ts';

type Number = LookupHit['via'];

function hit(id: string, title: Number, via: Number): LookupHit {
  return { via, shipment: { id, title } } as unknown as LookupHit;
}
const master: Number = { scheme: 'MASTER_BILL', value: 'COSU6412345678' };
const house: Number = { scheme: 'HOUSE_BILL', value: 'JLR26CKG00117' };
const box: Number = { scheme: 'CONTAINER', value: 'CSQU3054383' };

it('goes to the master that was typed, not to a choice between it and its houses', () => {
  expect(theOneMeant([hit('h', house, master), hit('m', master, master)])?.shipment.id).toBe('m');
});

it('goes to the first where papers are not shown, so that no title says which one was typed', () => {
  expect(theOneMeant([hit('m', box, master), hit('h', box, master)])?.shipment.id).toBe('m');
});

it('asks where a box made several trips', () => {
  expect(theOneMeant([hit('one', master, box), hit('two', house, box)])).toBeNull();
});

it('keeps in the address what was found by and repaired, and reads it back', () => {
  const candidates = [
    { ...box, confidence: 1, checkDigit: 'PASS', repairs: ['CHECK_DIGIT_ADDED'], found: true },
  ] as const;
  const address = shipmentAddress(hit('a/b', master, box), {
    candidates: [...candidates].map((one) => ({ ...one, repairs: [...one.repairs] })),
  });
  const url = new URL(address, 'http://x');
  expect(url.pathname).toBe('/shipments/a%2Fb');
  expect(
    readFoundBy(url.searchParams.get('via') ?? undefined, url.searchParams.get('repairs') ?? undefined),
  ).toEqual({
    ...box,
    repairs: ['CHECK_DIGIT_ADDED'],
  });
});

it('says nothing of how it was found when the very number was typed', () => {
  expect(shipmentAddress(hit('a', master, master), { candidates: [] })).toBe('/shipments/a');
});
