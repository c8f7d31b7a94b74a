import { expect, it } from 'vitest';
import { downloadAddress, questionOf, readAddress, rowsOf } from './list-address.ts';

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
