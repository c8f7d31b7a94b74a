import { expect, it } from 'vitest';
import { cargoDownload, cargoOf, viewOf } from './watch-address.ts';

it('asks for the cargo of the list alone, in an order that there is', () => {
  const { filter, sort, after } = cargoOf('wtl_1', {
    sort: 'ARRIVAL',
    direction: 'DESCENDING',
    after: 'x',
    bill: 'COSU',
    show: 'cargo',
  });
  expect(filter).toMatchObject({ watchList: 'wtl_1', bill: null, phases: null });
  expect([sort, after]).toEqual([{ by: 'ARRIVAL', direction: 'DESCENDING' }, 'x']);
  expect(cargoOf('wtl_1', { sort: 'LOUD' }).sort?.by).toBe('URGENCY');
  expect([viewOf({}), viewOf({ show: 'numbers' }), viewOf({ show: 'x' })]).toEqual([
    'cargo',
    'numbers',
    'cargo',
  ]);
});

it('downloads it in the same order', () => {
  const download = new URL(cargoDownload('shipments.csv', 'followed', { sort: 'ARRIVAL' }, 'zh-CN'), 'http://x');
  expect(Object.fromEntries(download.searchParams)).toEqual({ lang: 'zh-CN', sort: 'ARRIVAL', watchList: 'followed' });
}); // prettier-ignore
