import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { TrackFix } from '../../geo/track.ts';
import { getCallZones } from '../../reference/call-zones.ts';
import { sailedTrack, type Doing } from '../../testing/sailed-track.ts';
import { showCalls } from '../../testing/show-calls.ts';
import { callsOf } from './calls-of.ts';

const zones = getCallZones();
const airport = (iata: string) => zones.zones.airports.find((one) => one.code === iata)?.point ?? [0, 0];
const [cgo, lux] = [airport('CGO'), airport('LUX')];
const off = ([longitude, latitude]: LonLat, east: number): LonLat => [longitude + east, latitude];
const calls = (track: readonly TrackFix[]) => showCalls(callsOf(track, 'AIR', zones));
const fly = (from: LonLat, ...doings: readonly Doing[]) => sailedTrack('2026-11-20T00:00:00Z', from, doings);
const stand = (hours: number): Doing => ({ hours, status: null });
const taxi = (to: LonLat): Doing => ({ to, knots: 18 });
const cruise = (to: LonLat): Doing => ({ to, knots: 470 });
const approach = (to: LonLat): Doing => ({ to, knots: 145 });
const kinds = (lines: readonly string[]) => lines.map((line) => line.slice(12));

/** From the stand at Zhengzhou to the stand at Luxembourg. */
const flight = fly(cgo, stand(1), taxi(off(cgo, 0.02)), cruise(off(lux, 0.5)), approach(lux), taxi(off(lux, 0.02)), stand(1)); // prettier-ignore
const told = ['DEPARTED CNCGO CGO', 'ARRIVED LULUX LUX'];

describe('a flight by its positions', () => {
  it('is a take-off and a landing', () => expect(kinds(calls(flight))).toEqual(told));

  it('is not begun by rolling, nor by a run that is broken off', () => {
    expect(calls(fly(cgo, stand(0.5), taxi(off(cgo, 0.03)), taxi(cgo), stand(0.5)))).toEqual([]);
    const run: TrackFix = [Date.parse('2026-11-20T00:32:00Z') / 1000, cgo[0] + 0.01, cgo[1], 135, null];
    expect(calls([...fly(cgo, stand(2)), run])).toEqual([]);
  });

  it('is not ended by a go-around, though one position by the runway is slow', () => {
    const around = fly(off(lux, 0.5), approach(lux), approach(off(lux, -0.3)), approach(lux), taxi(off(lux, 0.02)), stand(1)); // prettier-ignore
    expect(kinds(calls(around))).toEqual(['ARRIVED LULUX LUX']);
    const away = fly(off(lux, 0.5), approach(lux), approach(off(lux, -0.3)), cruise(off(lux, -3)));
    const low = away.findIndex((fix) => Math.abs(fix[1] - lux[0]) < 0.05);
    const slow = away.map((fix, index): TrackFix => (index === low ? [fix[0], fix[1], fix[2], 55, null] : fix)); // prettier-ignore
    expect([low > 0, calls(away), calls(slow)]).toEqual([true, [], []]);
  });

  it('is not ended by a silence, wherever it is heard again', () => {
    const silent = flight.filter(([at], index) => index < 30 || at > (flight.at(-1)?.[0] ?? 0) - 1200);
    expect(kinds(calls(silent))).toEqual(['DEPARTED CNCGO CGO']);
    expect(kinds(calls(flight.slice(0, -16)))).not.toContain('ARRIVED LULUX LUX');
  });

  it('is not ended by the last position, told again and again over the runway', () => {
    const heard = fly(off(lux, 0.5), approach(off(lux, 0.02))).slice(0, -1);
    const [at, longitude, latitude] = heard.at(-1) ?? [0, 0, 0];
    const stale = [300, 600, 900, 1200].map((later): TrackFix => [at + later, longitude, latitude, null, null]); // prettier-ignore
    expect(calls([...heard, ...stale])).toEqual([]);
  });

  it('is ended by the second slow position at the airport, not by the first', () => {
    const first = flight.findIndex((fix, index) => index > 30 && (fix[3] ?? 0) < 60);
    expect(kinds(calls(flight.slice(0, first + 1)))).toEqual(told.slice(0, 1));
    expect(kinds(calls(flight.slice(0, first + 2)))).toEqual(told);
  });

  it('comes back to the airport that it left, where it had left it', () => {
    const back = fly(cgo, stand(0.5), cruise(off(cgo, 1)), cruise(off(cgo, 0.2)), approach(cgo), stand(1));
    expect(kinds(calls(back))).toEqual(['DEPARTED CNCGO CGO', 'ARRIVED CNCGO CGO']);
  });

  it('is told the same in any order, repeated, and with nothing more where positions are missing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(flight), (heard) => {
        const left = [...told];
        for (const kind of kinds(calls([...heard, ...heard.slice(0, 5)]))) {
          expect(left).toContain(kind);
          left.splice(left.indexOf(kind), 1);
        }
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? '40') },
    );
    expect(calls(flight.toReversed())).toEqual(calls(flight));
  });
});
