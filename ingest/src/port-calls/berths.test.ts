import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withBerths } from 'graph-schema/domain/calls/calls-of';
import { packFixes } from 'graph-schema/geo/track';
import { getCallZones } from 'graph-schema/reference/call-zones';
import { sailedTrack } from 'graph-schema/testing/sailed-track';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBerths } from '../settings-files/berths.ts';
import { dayMessage } from './day-message.ts';
import { deriveDays } from './derive-days.ts';

const table = `port	terminal	berth	longitude	latitude	otherLongitude	otherLatitude	source
CNNBO	BLCT3	8	121.964	29.9005	121.9675	29.9005	drawn for this test
`;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berths-'));
  file = join(folder, 'berths.tsv');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As if it was saved at that second. */
function save(text: string, second: number): void {
  writeFileSync(file, text);
  utimesSync(file, second, second);
}

it('takes an edit of the file from the next look on, and keeps what it had where one cannot be meant', () => {
  const errors: string[] = [];
  const berths = openBerths(file, (error) => errors.push(String(error)));
  expect(berths()).toEqual([]);
  save(table, 1);
  expect(berths()).toMatchObject([{ port: 'CNNBO', terminal: 'BLCT3', berth: '8' }]);
  expect(berths()).toBe(berths());
  save(table.replace('121.964', '221.964'), 2);
  expect(berths()).toMatchObject([{ berth: '8' }]);
  expect(errors).toEqual(['Error: line 2: longitude "221.964" is not within ±180 degrees']);
});

it('tells of the berth with the call, and without a file to the byte what it told before', () => {
  const track = sailedTrack('2026-11-20T00:00:00Z', [122.6, 29.7], [
    { to: [121.966, 29.9008], knots: 12 },
    { hours: 6, status: 5 },
  ]); // prettier-ignore
  const day = '2026-11-20';
  const means = { key: 'MMSI:413999101', imo: '9074729', days: [{ day, ...packFixes(track), signs: null }] }; // prettier-ignore
  save(table, 1);
  const told = (lines: ReturnType<ReturnType<typeof openBerths>>) => {
    const map = { zones: withBerths(getCallZones(), lines), places: sampleGazetteer };
    const calls = deriveDays(means, 'VESSEL', [day], map).flatMap((one) => one.calls);
    return dayMessage({ mode: 'VESSEL', fields: { imo: '9074729' } }, 'calls:MMSI:413999101:2026-11-20', 1, calls).toString(); // prettier-ignore
  };
  const before = told([]);
  expect(before).toContain('"code":"BERTHED"');
  expect(before).not.toContain('berth"');
  expect(told(openBerths(file, () => undefined)())).toBe(before.replace('"spot":"BLCT3",', '"spot":"BLCT3","berth":"8",')); // prettier-ignore
});
