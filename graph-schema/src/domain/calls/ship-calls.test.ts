import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../geo/lon-lat.ts';
import { thinTrack, unionOfTracks, type TrackFix } from '../../geo/track.ts';
import { getCallZones } from '../../reference/call-zones.ts';
import { sailedTrack, type Doing } from '../../testing/sailed-track.ts';
import { showCalls } from '../../testing/show-calls.ts';
import { callsOf } from './calls-of.ts';

const zones = getCallZones();
const calls = (track: readonly TrackFix[]) => showCalls(callsOf(track, 'VESSEL', zones));

const sea: LonLat = [123.4, 29.5];
const pilots: LonLat = [122.38, 29.72];
const roads: LonLat = [122.5, 29.62];
const blct3: LonLat = [121.971, 29.901];
const moored = (hours: number): Doing => ({ hours, status: 5 });
const anchored = (hours: number): Doing => ({ hours, status: 1, knots: 0.4 });
const go = (to: LonLat, knots = 14): Doing => ({ to, knots });

/** In from the sea, five hours at anchor, twelve at the quay, and out again. */
const call = sailedTrack('2026-11-20T00:00:00Z', sea, [
  go(roads), anchored(5), go(pilots, 8), go(blct3, 9), moored(12), go(pilots, 12), go(sea),
]); // prettier-ignore

const told = [
  '11-20 02:50 ARRIVED CNNBO',
  '11-20 03:25 ANCHORED CNNBO',
  '11-20 12:15 BERTHED CNNBO BLCT3',
  '11-21 00:10 UNBERTHED CNNBO BLCT3',
  '11-21 00:45 DEPARTED CNNBO',
];

/** What happened where, without when. */
const kinds = (lines: readonly string[]) => lines.map((line) => line.slice(12)).sort();

describe('what a ship did, by its positions', () => {
  it('is a call from the anchorage to the sea, with the berth named', () => {
    expect(calls(call)).toEqual(told);
  });

  it('is the same without what the crew sets, by speed and place', () => {
    const silent = call.map(([at, longitude, latitude]): TrackFix => [at, longitude, latitude, null, null]);
    expect(kinds(calls(silent))).toEqual(kinds(told));
  });

  it('names the port alone where two terminals come as near', () => {
    const between: LonLat = [4.0, 51.96];
    const track = sailedTrack('2026-11-20T00:00:00Z', [3.2, 52.0], [go(between), moored(3)]);
    expect(calls(track).at(-1)).toMatch(/ BERTHED NLRTM$/);
  });

  it('arrives with the pilots, long before a berth up the river', () => {
    const river: LonLat[] = [[8.1, 54.0], [8.7, 53.87], [9.15, 53.88], [9.5, 53.7], [9.936, 53.503]]; // prettier-ignore
    const track = sailedTrack('2026-11-20T00:00:00Z', [7.2, 54.3], [...river.map((to) => go(to)), moored(4)]);
    expect(calls(track)).toEqual(['11-20 02:15 ARRIVED DEHAM', '11-20 08:10 BERTHED DEHAM CTA']);
  });

  it('is two calls where it went to sea in between', () => {
    const again = sailedTrack('2026-11-22T00:00:00Z', sea, [go(blct3), moored(5), go(sea)]);
    expect(kinds(calls([...call, ...again])).filter((kind) => kind === 'ARRIVED CNNBO')).toHaveLength(2);
  });

  it('is no call at a port that it passes, however near, but the strait', () => {
    const track = sailedTrack('2026-11-20T00:00:00Z', [105, 1.5], [go([104.36, 1.28]), go([103.9, 1.2]), go([103.5, 1.17]), go([102, 2])]); // prettier-ignore
    expect(calls(track)).toEqual(['11-20 02:55 PASSED Singapore Strait']);
  });

  it('is no passage for who turns at the line, and one for who drifts on it and goes on', () => {
    const [west, line, east]: LonLat[] = [[-6.2, 35.92], [-5.6, 35.93], [-5.2, 35.96]]; // prettier-ignore
    const from = (...doings: Doing[]) => calls(sailedTrack('2026-11-20T00:00:00Z', west ?? sea, doings));
    expect(from(go([-5.58, 35.93]), go(west ?? sea))).toEqual([]);
    const drifting = [0.01, -0.01, 0.012, -0.008].map((off): Doing => go([-5.6 + off, 35.93], 1));
    expect(from(go(line ?? sea), ...drifting, go(east ?? sea))).toHaveLength(1);
  });

  it('knows nothing of what happened in a long silence', () => {
    const atQuay = call.filter(([, , , knots, status]) => status === 5 || knots === 14);
    expect(kinds(calls(atQuay))).not.toContain('BERTHED CNNBO BLCT3');
  });
});

describe('a set of positions', () => {
  const anyOf = fc.integer({ min: 0, max: call.length - 1 });
  const more = { numRuns: Number(process.env['FC_RUNS'] ?? '40') };

  it('tells the same in any order, in any parts, and repeated', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(call, { minLength: call.length }),
        fc.array(anyOf),
        (shuffled, again) => {
          const repeated = [...shuffled, ...again.flatMap((index) => call.slice(index, index + 1))];
          expect(calls(repeated)).toEqual(told);
          const cut = again[0] ?? 0;
          const late = unionOfTracks(thinTrack(repeated.slice(cut)), repeated.slice(0, cut));
          expect(calls(thinTrack(late))).toEqual(calls(thinTrack(call)));
        },
      ),
      more,
    );
  });

  it('tells the same with positions in it where the ship cannot have been', () => {
    const spike = fc.tuple(
      anyOf,
      fc.integer({ min: 1, max: 299 }),
      fc.integer({ min: 3, max: 60 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.uniqueArray(spike, { maxLength: 12, selector: ([index]) => index }), (spikes) => {
        const wrong = spikes.flatMap(([index, seconds, degrees, isEast]): TrackFix[] => {
          const [at, longitude, latitude] = call[index] ?? [0, 0, 0];
          const off = isEast ? degrees : -degrees;
          return [[at + seconds, longitude + off, latitude + off / 3, 0, 5]];
        });
        expect(calls([...call, ...wrong])).toEqual(told);
      }),
      more,
    );
  });

  it('tells nothing more with gaps in it: no port call comes of a silence', () => {
    const gap = fc.tuple(anyOf, fc.integer({ min: 1, max: 120 }));
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 6 }), (gaps) => {
        const heard = call.filter(
          (_, index) => !gaps.some(([from, length]) => index >= from && index < from + length),
        );
        const left = kinds(told);
        for (const kind of kinds(calls(heard))) {
          const index =
            left.indexOf(kind.replace(/ BLCT3$/, '')) >= 0
              ? left.indexOf(kind.replace(/ BLCT3$/, ''))
              : left.indexOf(kind);
          expect(`${kind} ${index >= 0}`).toBe(`${kind} true`);
          left.splice(index, 1);
        }
      }),
      more,
    );
  });

  it('tells the same though some positions at the quay lie outside the fence', () => {
    const quay = call.flatMap(([, , , , status], index) => (status === 5 ? [index] : [])).slice(2, -2);
    const exit = fc.tuple(
      fc.constantFrom(...quay),
      fc.double({ min: -0.04, max: 0.04, noNaN: true }),
      fc.integer({ min: 0, max: 20 }),
    );
    fc.assert(
      fc.property(fc.array(exit, { maxLength: 8 }), (exits) => {
        const moved = new Map(exits.map(([index, off, knots]) => [index, [off, knots] as const]));
        const isLong = quay.some((index) => [0, 1, 2, 3, 4].every((next) => moved.has(index + next)));
        fc.pre(!isLong);
        const track = call.map((fix, index): TrackFix => {
          const [off, knots] = moved.get(index) ?? [0, fix[3]];
          return [fix[0], fix[1] + off, fix[2] + off / 2, knots, fix[4]];
        });
        expect(kinds(calls(track))).toEqual(kinds(told));
      }),
      more,
    );
  });
});
