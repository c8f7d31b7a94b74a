import { expect, it } from 'vitest';
import { downloadAddress, isLimited, questionOf, readAddress, rowsOf } from './list-address.ts';

const address = {
  bill: ' COSU64* ',
  phase: 'IN_TRANSIT',
  attention: 'LOUD',
  exception: 'CUSTOMS_STUCK',
  arrivalFrom: '2026-11-01',
  arrivalUntil: '2026-11-30',
  departureFrom: 'soon',
  sort: 'ARRIVAL',
  evil: '1',
};

it('asks what the address says, whole days, and nothing that no filter knows', () => {
  const { filter, sort, after } = questionOf(address);
  expect(filter).toMatchObject({
    bill: 'COSU64*',
    phases: ['IN_TRANSIT'],
    exceptions: ['CUSTOMS_STUCK'],
    attention: null,
    departure: null,
  });
  expect(filter?.arrival).toEqual({ from: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' });
  expect(JSON.stringify(filter)).not.toContain('evil');
  expect([sort, after]).toEqual([{ by: 'ARRIVAL', direction: 'ASCENDING' }, null]);
  expect([rowsOf({}), rowsOf({ rows: '500' }), rowsOf({ rows: '1e9' })]).toEqual([25, 500, 25]);
});

it('has as many rows as is usual where it stands, unless it says', () => {
  expect([rowsOf({}, 100), rowsOf({ rows: '25' }, 100)]).toEqual([100, 25]);
});

it('is limited by what a filter knows, and neither by its order nor by what is shown', () => {
  expect(isLimited({ exception: 'CUSTOMS_STUCK' })).toBe(true);
  expect(isLimited({ arrivalUntil: '2026-11-30' })).toBe(true);
  expect(isLimited({ sort: 'ARRIVAL', columns: 'eta', rows: '500', after: 'x' })).toBe(false);
  expect(isLimited({ exception: 'LOUD', bill: ' ' })).toBe(false);
});

it('downloads the same list', () => {
  const download = new URL(downloadAddress('shipments.csv', address, 'zh-CN'), 'http://x');
  expect(Object.fromEntries(download.searchParams)).toEqual({
    lang: 'zh-CN',
    sort: 'ARRIVAL',
    bill: 'COSU64*',
    phases: 'IN_TRANSIT',
    exceptions: 'CUSTOMS_STUCK',
    arrivalFrom: '2026-11-01T00:00:00.000Z',
    arrivalUntil: '2026-12-01T00:00:00.000Z',
  });
  const turned = new URL(
    downloadAddress('shipments.csv', { ...address, direction: 'DESCENDING' }, 'en'),
    'http://x',
  );
  expect(turned.searchParams.get('direction')).toBe('DESCENDING');
});

it('reads what an address says, whether its columns come together or one by one', () => {
  expect(
    readAddress({ columns: ['eta', 'phase'], bill: ['COSU1', 'COSU2'], port: '', sort: undefined }),
  ).toEqual({
    columns: 'eta,phase',
    bill: 'COSU1',
  });
});
