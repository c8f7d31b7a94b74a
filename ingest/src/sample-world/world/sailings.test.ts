import { describe, expect, it } from 'vitest';
import { sampleJourneys } from '../sample-deliveries.ts';
import { HOUR } from '../moment.ts';
import { distanceNauticalMiles, findVesselState, passageKnots } from './sailings.ts';

const anchor = Date.parse('2026-11-21T09:07:00Z');
const sailings = sampleJourneys(anchor).flatMap((journey) => journey.sailings);
const table = sailings.map((sailing) => [`${sailing.vessel.name} ${sailing.voyage}`, sailing] as const);

describe('the ships of the sample world', () => {
  it.each(table)('%s sails from berth to berth at a liner’s speed', (_name, sailing) => {
    expect(passageKnots(sailing)).toBeGreaterThan(12);
    expect(passageKnots(sailing)).toBeLessThan(19);
    const atStart = findVesselState(sailing, sailing.departs);
    const atEnd = findVesselState(sailing, sailing.arrives);
    expect(atStart).toMatchObject({ navigationStatus: 5, speedKnots: 0 });
    expect(atEnd).toMatchObject({ navigationStatus: 5, speedKnots: 0 });
    const away = (state: typeof atStart, port: typeof sailing.from): number =>
      state ? distanceNauticalMiles([state.latitude, state.longitude], [port.latitude, port.longitude]) : 999;
    expect(away(atStart, sailing.from)).toBeLessThan(5);
    expect(away(atEnd, sailing.to)).toBeLessThan(5);
  });

  it.each(table)('%s covers in every hour what its speed says', (_name, sailing) => {
    const knots = passageKnots(sailing);
    for (let at = sailing.departs + 1; at + HOUR < sailing.arrives; at += 5 * HOUR) {
      const before = findVesselState(sailing, at);
      const after = findVesselState(sailing, at + HOUR);
      if (!before || !after) throw new Error('a ship at sea has a position');
      const miles = distanceNauticalMiles(
        [before.latitude, before.longitude],
        [after.latitude, after.longitude],
      );
      expect(miles).toBeLessThanOrEqual(knots + 0.01);
      expect(miles).toBeGreaterThan(knots * 0.6);
    }
  });

  it('has the mother vessel of the Chongqing cargo in the Mediterranean at the anchor', () => {
    const mother = sailings.find(({ vessel }) => vessel.name === 'SAMPLE MERIDIAN');
    const state = mother && findVesselState(mother, anchor);
    expect(state).toMatchObject({ navigationStatus: 0 });
    expect(state?.longitude).toBeGreaterThan(10);
    expect(state?.longitude).toBeLessThan(33);
    expect(state?.latitude).toBeGreaterThan(31);
    expect(state?.latitude).toBeLessThan(38);
  });
});
