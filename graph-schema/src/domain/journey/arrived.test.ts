import { describe, expect, it } from 'vitest';
import { placeRef } from '../claim.ts';
import type { EventTime } from '../tracking-event.ts';
import { arrivedAt } from './arrived.ts';
import type { Leg } from './legs.ts';

const at = (local: string): EventTime => ({
  instant: `${local}:00Z`,
  local: `${local}:00`,
  zone: 'UTC',
  zoneSource: 'EXPLICIT',
  precision: 'MINUTE',
});
const NINGBO = placeRef({ unLocode: 'CNNBO' });

function leg(to: Leg['to'], arrived: string | null, state: Leg['state'] = 'DONE'): Leg {
  const end = { planned: null, estimated: null, actual: arrived === null ? null : at(arrived), lateMinutes: 90 };
  const departure = { planned: null, estimated: null, actual: at('2026-11-01T00:00'), lateMinutes: null };
  return { id: 'VESSEL:1', mode: 'VESSEL', state, from: null, to, transport: null, departure, arrival: end, containers: [] };
} // prettier-ignore

describe('that the carriage has ended', () => {
  it('is told with its time, its place and how late it was', () => {
    const legs = [leg(placeRef({ unLocode: 'SGSIN' }), '2026-11-10T06:00'), leg(NINGBO, '2026-11-26T06:00')];
    expect(arrivedAt(legs, null)).toEqual({ time: at('2026-11-26T06:00'), place: NINGBO, lateMinutes: 90 });
  });

  it('is not said while a carriage is still to be taken or under way', () => {
    const first = leg(placeRef({ unLocode: 'SGSIN' }), '2026-11-10T06:00');
    expect(arrivedAt([first, leg(NINGBO, null, 'UNDERWAY')], null)).toBeNull();
    expect(arrivedAt([first, leg(NINGBO, null, 'PLANNED')], null)).toBeNull();
  });

  it('is not said while its papers name a place that no carriage reaches, nor without a told time', () => {
    expect(arrivedAt([leg(NINGBO, '2026-11-26T06:00')], placeRef({ unLocode: 'CNCKG' }))).toBeNull();
    expect(arrivedAt([leg(NINGBO, null)], null)).toBeNull();
    expect(arrivedAt([], null)).toBeNull();
  });
});
