import { describe, expect, it } from 'vitest';
import { claim, documentRef, placeRef, transport } from '../domain/claim.ts';
import { eventId } from './event-id.ts';

const departed = (registration: string | null) =>
  claim({
    code: 'DEPARTED',
    classifier: 'ACTUAL',
    time: {
      instant: '2026-11-21T01:28:00Z',
      local: '2026-11-21T09:28:00',
      zone: 'Asia/Shanghai',
      zoneSource: 'PLACE',
      precision: 'MINUTE',
    },
    transport: transport({ mode: 'AIR', flight: 'CV9737', departureDate: '2026-11-21', registration }),
    documents: [documentRef('AWB', '17226114686')],
  });

describe('the id of a claim', () => {
  it('is what it was before registrations were told', () => {
    expect(eventId(departed(null))).toBe('5gceCSzUnyxerkHwgY86t0');
  });

  it('tells apart who names the aircraft, so that the name is not lost', () => {
    const ids = [null, 'LXVCK', 'LXVCL'].map((registration) => eventId(departed(registration)));
    expect(new Set(ids).size).toBe(3);
  });

  it('is what it was before berths were told, and tells berths apart', () => {
    const at = (berth: string | null) =>
      eventId({ ...departed(null), place: placeRef({ unLocode: 'CNNBO', facility: { scheme: 'LOCAL', code: 'BLCT3' }, berth }) }); // prettier-ignore
    expect(at(null)).toBe('lc97uAj5YjL0EDDwcNb4Lk');
    expect(new Set([at(null), at('4'), at('5')]).size).toBe(3);
  });
});
