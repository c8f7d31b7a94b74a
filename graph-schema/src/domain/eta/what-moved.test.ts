import { describe, expect, it } from 'vitest';
import { rotterdam } from '../../testing/sample-locations.ts';
import { told } from '../../testing/journey-story.ts';
import type { ComputedBasis } from './computed-claim.ts';
import type { EtaTelling } from './telling.ts';
import { partsOfMove } from './what-moved.ts';

type Stop = ComputedBasis['stops'][number];

const call = (place: string, hours: number): Stop => ({ kind: 'CALL', place, hours });
const roads: Stop = { kind: 'ARRIVAL', place: 'NLRTM', hours: 6 };

/** Computed from a position at 3,000 miles and 200 hours: 15 knots. */
const basis = (more: Partial<ComputedBasis> = {}): ComputedBasis => ({
  bandFrom: 0,
  bandTo: 0,
  closed: 0,
  positionAt: Date.parse('2026-11-10T00:00:00Z'),
  milesLeft: 3000,
  movingHours: 200,
  dwellHours: 0,
  stays: 0,
  passages: 0,
  stops: [call('LKCMB', 20), { kind: 'CANAL', place: 'SUEZ', hours: 14 }, roads],
  ...more,
});

/** An arrival of the 29th, computed from such a position, and hours later than that. */
function computed(hoursLater: number, rests: ComputedBasis | null): EtaTelling {
  const { event, id, voices } = told('INTERNAL', 'ARRIVED', '2026-11-29 10:00', rotterdam, {
    classifier: 'ESTIMATED',
  });
  const at = Date.parse(event.time.instant) + hoursLater * 3_600_000;
  const [voice] = voices;
  if (!voice) throw new Error('a claim is told by somebody');
  return {
    claimId: id,
    voice,
    receivedAt: 0,
    time: { ...event.time, instant: new Date(at).toISOString() },
    place: rotterdam,
    basis: 'COMPUTED',
    isProven: true,
    computed: rests,
    given: null,
    code: 'ARRIVED',
    run: null,
    transport: null,
    isOnTarget: true,
  };
}

const moved = (hours: number, to: Partial<ComputedBasis>, from: Partial<ComputedBasis> = {}) =>
  partsOfMove(computed(0, basis(from)), computed(hours, basis(to))).map(({ kind, stop, hours: by }) =>
    [kind, stop?.place, by].filter((part) => part !== undefined).join(' '),
  );

describe('what a computed arrival moved by', () => {
  it('is its pace, where what is left takes longer than it did', () => {
    // A day on, 360 miles nearer: 2,640 are left, which took 176 hours and now take 196.
    expect(moved(20, { milesLeft: 2640, movingHours: 196 })).toEqual(['PACE 20']);
    expect(moved(-16, { milesLeft: 2640, movingHours: 160 })).toEqual(['PACE -16']);
  });

  it('is a stop that was added, and the way to it', () => {
    const stops = [call('LKCMB', 20), call('AEJEA', 30), { kind: 'CANAL', place: 'SUEZ', hours: 14 }, roads] as Stop[]; // prettier-ignore
    expect(moved(50, { stops, milesLeft: 3300, movingHours: 220 })).toEqual([
      'STOP_ADDED AEJEA 30',
      'ON_THE_WAY 20',
    ]);
  });

  it('is a stop that was left out only where one before it is still ahead', () => {
    expect(moved(-14, { stops: [call('LKCMB', 20), roads] })).toEqual(['STOP_LEFT_OUT SUEZ -14']);
    const canal: Stop = { kind: 'CANAL', place: 'SUEZ', hours: 14 };
    expect(moved(4, { stops: [canal, roads], milesLeft: 2700, movingHours: 180 })).toEqual(['ON_THE_WAY 4']);
  });

  it('is a longer stay, and not the time that it has stood there already', () => {
    const stops = (hours: number) => [call('LKCMB', hours), { kind: 'CANAL', place: 'SUEZ', hours: 14 }, roads] as Stop[]; // prettier-ignore
    expect(moved(12, { stops: stops(32) })).toEqual(['STAY LKCMB 12']);
    expect(moved(0, { stops: stops(10) })).toEqual([]);
  });

  it('is all else on the way', () => {
    expect(moved(9, { milesLeft: 2640, movingHours: 176 })).toEqual(['ON_THE_WAY 9']);
    expect(moved(0.5, { milesLeft: 2640, movingHours: 176 })).toEqual([]);
  });

  it('is not known of what others tell', () => {
    expect(partsOfMove(computed(0, null), computed(9, basis()))).toEqual([]);
    expect(partsOfMove(computed(0, basis()), computed(9, null))).toEqual([]);
  });
});
