import { expect, it } from 'vitest';
import { matchingFollowed } from './followed.ts';

const box = { scheme: 'CONTAINER', value: 'CBHU3804175' } as const;
const entries = [
  { key: 'CBHU3804175', said: 'cbhu 380417-5', number: box, shipments: [{ id: 'shp_1' }] },
  { key: 'PO4711', said: 'PO-4711', number: { scheme: 'REFERENCE', value: 'PO4711' } as const, shipments: [{ id: 'shp_2' }, { id: 'shp_3' }] },
  { key: 'shp_4', said: 'COSU6415530971', number: null, shipments: [] },
]; // prettier-ignore

it('leads to the journey where there is one, and else to what can be found', () => {
  expect(matchingFollowed(entries, '', []).map(({ href }) => href)).toEqual([
    '/shipments/shp_1',
    '/find?number=PO-4711',
    '/find?number=COSU6415530971',
  ]);
  expect(matchingFollowed(entries, '', [])[0]).toMatchObject({ shown: 'CBHU 380417 5', scheme: 'CONTAINER' });
});

it('offers what has in its number what is typed, and nothing that was just opened', () => {
  expect(matchingFollowed(entries, 'CBHU 38', []).map(({ key }) => key)).toEqual(['CBHU3804175']);
  expect(matchingFollowed(entries, '', [{ id: 'shp_1' }, { id: 'shp_3' }]).map(({ key }) => key)).toEqual([
    'shp_4',
  ]);
});
