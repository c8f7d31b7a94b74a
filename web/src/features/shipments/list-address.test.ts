import { expect, it } from 'vitest';
import { downloadAddress, questionOf } from './list-address.ts';

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
  expect([sort?.by, after]).toEqual(['ARRIVAL', null]);
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
});
