import { expect, it } from 'vitest';
import { viewAddress, viewQuery } from './view-query.ts';

it('a view is what limits, orders and shows the list, whatever the order of its address', () => {
  const view = viewQuery({
    sort: 'ARRIVAL',
    bill: ' COSU6415530971 ',
    after: 'x',
    utm: 'y',
    columns: 'eta,phase',
  });
  expect(view).toBe('bill=COSU6415530971&sort=ARRIVAL&columns=phase%2Ceta');
  expect(viewQuery({ columns: 'phase,eta', bill: 'COSU6415530971', sort: 'ARRIVAL' })).toBe(view);
});

it('the usual columns are no choice of columns, and the usual order none', () => {
  expect(viewQuery({ columns: 'phase,place,next,eta,attention' })).toBe('');
  expect(viewQuery({})).toBe('');
  expect(viewQuery({ sort: 'URGENCY', direction: 'DESCENDING', rows: '25' })).toBe('');
  expect(viewQuery({ sort: 'ARRIVAL', direction: 'DESCENDING', rows: '500' })).toBe(
    'sort=ARRIVAL&direction=DESCENDING&rows=500',
  );
});

it('leads to the list and nowhere else', () => {
  expect(viewAddress('')).toBe('/shipments');
  expect(viewAddress('phase=DELIVERED&next=//evil.example&after=x')).toBe('/shipments?phase=DELIVERED');
});
