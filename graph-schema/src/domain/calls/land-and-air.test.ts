import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getCallZones } from '../../reference/call-zones.ts';
import { sailedTrack } from '../../testing/sailed-track.ts';
import { showCalls } from '../../testing/show-calls.ts';
import { callsOf } from './calls-of.ts';

const zones = getCallZones();
const station = (code: string) => zones.zones.stations.find((one) => one.code === code)?.point ?? [0, 0];
const airport = (iata: string) => zones.zones.airports.find((one) => one.code === iata)?.point ?? [0, 0];
const standing = (hours: number) => ({ hours, status: null });
const near = ([longitude, latitude]: LonLat, east: number, north = 0): LonLat => [
  longitude + east,
  latitude + north,
];

describe('what a train did, by its positions', () => {
  it('is where it stopped, and what it went through', () => {
    const khorgos = station('HGS');
    const track = sailedTrack('2026-11-20T00:00:00Z', near(khorgos, 1), [
      { to: near(khorgos, 0.5), knots: 40 },
      { to: khorgos, knots: 30 },
      standing(1),
      { to: near(khorgos, -0.6, 0.1), knots: 30 },
    ]);
    const lines = showCalls(callsOf(track, 'RAIL', zones)).filter((line) => line.endsWith('HGS'));
    expect(lines.map((line) => line.split(' ')[2])).toEqual(['ARRIVED', 'DEPARTED']);
    const through = sailedTrack('2026-11-20T00:00:00Z', near(khorgos, 1), [
      { to: near(khorgos, -1), knots: 40 },
    ]);
    const passed = showCalls(callsOf(through, 'RAIL', zones)).filter((line) => line.endsWith('HGS'));
    expect(passed).toEqual([expect.stringMatching(/^11-20 01:0. PASSED.* HGS$/)]);
  });

  it('is nothing of a station where it stands on the open line', () => {
    const track = sailedTrack('2026-11-20T00:00:00Z', [90, 45], [{ to: [90.3, 45], knots: 30 }, standing(2)]);
    expect(callsOf(track, 'RAIL', zones)).toEqual([]);
  });
});

describe('what an aircraft did, by its positions', () => {
  it('takes off and lands at airports, and nowhere in between', () => {
    const [from, to] = [airport('CGO'), airport('LUX')];
    const track = sailedTrack('2026-11-20T00:00:00Z', from, [
      standing(1),
      { to: near(from, 0.02), knots: 15 },
      { to, knots: 470 },
      { to: near(to, 0.01), knots: 20 },
      standing(1),
    ]);
    expect(showCalls(callsOf(track, 'AIR', zones)).map((line) => line.slice(12))).toEqual([
      'DEPARTED CNCGO CGO',
      'ARRIVED LULUX LUX',
    ]);
  });
});
