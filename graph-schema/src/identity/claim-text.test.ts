import { describe, expect, it } from 'vitest';
import { claim, container, documentRef, goods, placeRef, transport } from '../domain/claim.ts';
import type { TrackingEvent } from '../domain/tracking-event.ts';
import { claimText, readClaim } from './claim-text.ts';

const time = {
  instant: '2026-11-21T01:28:00Z',
  local: '2026-11-21T09:28:00',
  zone: 'Asia/Shanghai',
  zoneSource: 'PLACE',
  precision: 'MINUTE',
} as const;

const claims: Record<string, TrackingEvent> = {
  'that says little': claim({ code: 'GATED_IN', classifier: 'ACTUAL', time }),
  'that says much': claim({
    code: 'LOADED',
    classifier: 'ESTIMATED',
    time: { ...time, local: '2026-11-21T01:28:00', zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'DAY' },
    place: placeRef({ unLocode: 'CNNBO', facility: { scheme: 'SMDG', code: 'NBCT' } }),
    equipment: container('CSQU3054383', { seals: ['NB1'] }),
    loadState: 'FULL',
    transport: transport({ mode: 'VESSEL', vesselImo: '9074729', voyage: '037W' }),
    documents: [documentRef('MASTER_BILL', 'TLNE6412345678', { issuer: 'TLNE' })],
    contents: [container('TBJU1234565', { kind: 'WAGON', sizeType: '45G1' })],
    quantity: { pieces: 0, grossKg: null, ofPieces: 6 },
    from: placeRef({ raw: 'Xi’an' }),
    to: placeRef({ railStation: '20' }),
    reason: { scheme: null, code: null, text: 'weather' },
    parties: [{ role: 'CONSIGNEE', name: null, id: { scheme: 'SCAC', code: 'TLNE' } }],
    goods: [goods({ description: 'coffee' })],
    measurements: [{ kind: 'TEMPERATURE', name: null, value: 0, unit: 'Cel' }],
    rawCode: 'LOAD',
  }),
}; // prettier-ignore

describe('the text of a claim', () => {
  it.each(Object.entries(claims))('%s is read as it was', (_, event) => {
    expect(readClaim(claimText(event))).toEqual(event);
  });

  it.each(Object.entries(claims))('%s, kept with its empty fields, is read as it was', (_, event) => {
    expect(readClaim(JSON.stringify(event))).toEqual(event);
  });

  it('holds nothing that was not said', () => {
    for (const event of Object.values(claims)) {
      const said = JSON.parse(claimText(event)) as Record<string, unknown>;
      expect(Object.values(said)).not.toContain(null);
    }
    expect(claimText(claims['that says little'] as TrackingEvent).length).toBeLessThan(200);
  });
});
