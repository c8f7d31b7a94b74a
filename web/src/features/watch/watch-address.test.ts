import { expect, it } from 'vitest';
import { cargoDownload, cargoOf, listIn, viewOf } from './watch-address.ts';

const address = {
  sort: 'ARRIVAL',
  direction: 'DESCENDING',
  after: 'x',
  phase: 'IN_TRANSIT',
  exception: 'CUSTOMS_STUCK',
  container: 'CBHU*',
  show: 'cargo',
};

it('asks for the cargo of the list alone, as the address limits it, in an order that there is', () => {
  const { filter, sort, after } = cargoOf('wtl_1', address);
  expect(filter).toMatchObject({
    watchList: 'wtl_1',
    phases: ['IN_TRANSIT'],
    exceptions: ['CUSTOMS_STUCK'],
    container: 'CBHU*',
    bill: null,
  });
  expect([sort, after]).toEqual([{ by: 'ARRIVAL', direction: 'DESCENDING' }, 'x']);
  expect(cargoOf('wtl_1', { sort: 'LOUD' }).sort?.by).toBe('URGENCY');
  expect([viewOf({}), viewOf({ show: 'numbers' }), viewOf({ show: 'x' })]).toEqual([
    'cargo',
    'numbers',
    'cargo',
  ]);
});

it('leads on to the same list from its start, and to no other view of it', () => {
  const { after: _, show: __, ...list } = address;
  expect(listIn(address)).toEqual(list);
});

it('downloads it in the same order and as limited', () => {
  const download = (said: object) =>
    Object.fromEntries(
      new URL(cargoDownload('shipments.csv', 'followed', { ...said }, 'zh-CN'), 'http://x').searchParams,
    );
  const always = { lang: 'zh-CN', sort: 'ARRIVAL', watchList: 'followed' };
  expect(download({ sort: 'ARRIVAL' })).toEqual(always);
  expect(download({ sort: 'ARRIVAL', exception: 'ROLLED' })).toEqual({ ...always, exceptions: 'ROLLED' });
});
