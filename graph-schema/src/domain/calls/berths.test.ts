import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { TrackFix } from '../../geo/track.ts';
import { getCallZones } from '../../reference/call-zones.ts';
import { sailedTrack, type Doing } from '../../testing/sailed-track.ts';
import { showCalls } from '../../testing/show-calls.ts';
import type { BerthLine } from './berth-lines.ts';
import { callsOf, withBerths } from './calls-of.ts';

// A quay from west to east at Beilun, three berths of 350 m in a line; across the basin, 300 m to the north, a fourth.
const METRE = 1 / 111_195;
const quay: LonLat = [121.96, 29.901];
const at = (east: number, north = 0): LonLat => [
  quay[0] + (east * METRE) / Math.cos((quay[1] * Math.PI) / 180),
  quay[1] + north * METRE,
];
const line = (berth: string, from: number, to: number, north = 0): BerthLine => ({
  port: 'CNNBO', terminal: 'BLCT3', berth, ends: [at(from, north), at(to, north)],
}); // prettier-ignore
const berths = [line('7', 0, 350), line('8', 350, 700), line('9', 700, 1050), line('20', 0, 350, 300)];

const sea: LonLat = [122.6, 29.7];
const go = (to: LonLat, knots = 12): Doing => ({ to, knots });
const moored = (hours: number): Doing => ({ hours, status: 5 });
const sailed = (...doings: Doing[]) => sailedTrack('2026-11-20T00:00:00Z', sea, doings);
const stay = (place: LonLat) => sailed(go(place), moored(12), go(sea));
/** What a ship did at the quay, without when. */
const atQuay = (track: readonly TrackFix[], lines: readonly BerthLine[] = berths) =>
  showCalls(callsOf(track, 'VESSEL', withBerths(getCallZones(), lines)))
    .map((shown) => shown.slice(12))
    .filter((shown) => shown.includes('BERTHED'));
const twice = (where: string) => [`BERTHED ${where}`, `UNBERTHED ${where}`];

describe('the berth of a stop', () => {
  it('is that which holds the ship, some tens of metres off the line of its quay', () => {
    expect(atQuay(stay(at(500, 40)))).toEqual(twice('CNNBO BLCT3 berth 8'));
    expect(atQuay(stay(at(200, -35)))).toEqual(twice('CNNBO BLCT3 berth 7'));
  });

  it('is of two that a long ship covers the one that holds her middle', () => {
    expect(atQuay(stay(at(430, 30)))).toEqual(twice('CNNBO BLCT3 berth 8'));
  });

  it('is none where two hold her alike, and the terminal stays', () => {
    for (const east of [310, 350, 390]) expect(atQuay(stay(at(east, 30)))).toEqual(twice('CNNBO BLCT3'));
    expect(atQuay(stay(at(175, 150)))).toEqual(twice('CNNBO BLCT3'));
    expect(atQuay(stay(at(500, 40)), [...berths, line('7-9', 0, 1050)])).toEqual(twice('CNNBO BLCT3'));
  });

  it('is none out in the stream, or beyond the end of the quay', () => {
    expect(atQuay(stay(at(500, -200)))).toEqual(twice('CNNBO BLCT3'));
    expect(atQuay(stay(at(1250, 0)))).toEqual(twice('CNNBO BLCT3'));
  });

  it('is none without a file, and nothing else changes by one', () => {
    const track = stay(at(500, 40));
    expect(atQuay(track, [])).toEqual(twice('CNNBO BLCT3'));
    const told = (lines: readonly BerthLine[]) =>
      showCalls(callsOf(track, 'VESSEL', withBerths(getCallZones(), lines)));
    expect(told(berths).map((shown) => shown.replace(' berth 8', ''))).toEqual(told([]));
  });

  it('names the terminal, too, whose point is known to a mile only', () => {
    const other = line('1', 350, 700);
    expect(atQuay(stay(at(500, 40)), [{ ...other, terminal: 'NEW' }])).toEqual(twice('CNNBO NEW berth 1'));
  });

  it('is told of a ship that says nothing of itself, and of none at anchor', () => {
    const as = (status: number | null) =>
      stay(at(500, 40)).map(([time, longitude, latitude, knots]): TrackFix => [time, longitude, latitude, knots, status]);
    expect(atQuay(as(null))).toEqual(twice('CNNBO BLCT3 berth 8'));
    expect(atQuay(as(1))).toEqual([]);
  }); // prettier-ignore

  it('is where she made fast and what she left, when she is shifted along the quay', () => {
    const track = sailed(go(at(175, 30)), moored(10), go(at(875, 30), 1.5), moored(9), go(sea));
    expect(atQuay(track)).toEqual(['BERTHED CNNBO BLCT3 berth 7', 'UNBERTHED CNNBO BLCT3 berth 9']);
  });

  it('stays what it was as the stop grows, with wrong positions in it', () => {
    const track = stay(at(500, 40));
    const first = track.findIndex(([, , , , status]) => status === 5);
    for (const length of [8, 20, 60, 140]) {
      const heard = track.slice(0, first + length).map((fix, index): TrackFix =>
        index > first && index % 4 === 0 ? [fix[0], fix[1] + 0.004, fix[2], fix[3], fix[4]] : fix);
      expect(atQuay(heard)[0]).toBe('BERTHED CNNBO BLCT3 berth 8');
    }
  }); // prettier-ignore
});
