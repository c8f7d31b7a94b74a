import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { readMessage } from '../../pipeline/read.ts';
import { truckGpsJson } from './index.ts';

/** Whom a report is about, where the source says that its device 13900000001 is in the truck 浙B12345. */
function subjectsOf(report: object): string[] {
  const codeCorrections = { 'truck-gps-json/devices': { '13900000001': '浙B·12345' } };
  const context = {
    receivedAt: '2026-11-21T02:00:00Z',
    source: { ...sampleSource, codeCorrections },
    places: sampleGazetteer,
  };
  const place = { lat: 29.93, lng: 121.85, time: '2026-11-21 09:30:00' };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...report, ...place }));
  return readMessage(bytes, context, [truckGpsJson]).interpretation.positions.map(({ subject }) => subject);
}

describe('who reports', () => {
  it.each([
    ['the truck that a source knows a device to be in', { simNo: '13900000001' }, ['TRUCK:浙B12345']],
    ['however its number is padded', { phone: '00000000013900000001' }, ['TRUCK:浙B12345']],
    ['the plate that the report names, before it', { simNo: '13900000001', plate: '浙B99999' }, ['TRUCK:浙B99999']],
    ['a device that nobody knows, itself', { simNo: '13900000002' }, ['ITEM:13900000002']],
    ['a lock, where the device has no number', { terminalId: '000000', lockNo: 'elk 001' }, ['ITEM:ELK001']],
    ['a box, before the lock that hangs on it', { lockNo: 'ELK001', containerNo: 'TLNU3000179' }, ['CONTAINER:TLNU3000179']],
    ['a truck and the box on it', { simNo: '13900000001', containerNo: 'TLNU3000179' }, ['TRUCK:浙B12345', 'CONTAINER:TLNU3000179']],
  ])('is %s', (_, report, expected) => expect(subjectsOf(report)).toEqual(expected)); // prettier-ignore
});
