import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, container, documentRef, goods, placeRef, transport } from '../domain/claim.ts';
import type { EquipmentRef, PlaceRef, TrackingEvent, TransportRef } from '../domain/tracking-event.ts';
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

  it.each(Object.entries(claims))('%s, kept with the names of its fields, is read as it was', (_, event) => {
    expect(readClaim(JSON.stringify(event))).toEqual(event);
  });

  it('of any claim is read as it was', () => {
    fc.assert(
      fc.property(anyClaim, (event) => {
        expect(readClaim(claimText(event))).toEqual(event);
      }),
    );
  });

  it('holds neither names nor what was not said', () => {
    expect(claimText(claims['that says little'] as TrackingEvent)).toBe(
      '["GATED_IN","ACTUAL",["2026-11-21T01:28:00Z","Asia/Shanghai","PLACE","2026-11-21T09:28:00"]]',
    );
    expect(claimText(claims['that says much'] as TrackingEvent)).not.toMatch(/unLocode|\[\]/);
  });
});

const words = fc.string({ minLength: 1 });
/** Said, or not. */
const said = <T>(value: Arbitrary<T>): Arbitrary<T | null> => fc.option(value, { nil: null });
const place = said(
  fc.record<PlaceRef>({
    unLocode: said(words),
    facility: said(fc.record({ scheme: fc.constantFrom('SMDG', 'LOCAL'), code: words })),
    customsOffice: said(words),
    railStation: said(words),
    raw: said(words),
    berth: said(words),
  }),
);
const equipment = fc.record<EquipmentRef>({
  kind: fc.constantFrom('CONTAINER', 'WAGON'),
  reference: words,
  sizeType: said(words),
  seals: fc.array(words, { maxLength: 2 }),
});
const carrier = fc.record<TransportRef>({
  mode: fc.constantFrom('VESSEL', 'RAIL'),
  vesselImo: said(words),
  vesselName: said(words),
  callSign: said(words),
  voyage: said(words),
  flight: said(words),
  train: said(words),
  departureDate: said(words),
  wagon: said(words),
  plate: said(words),
  registration: said(words),
});
const document = fc.record({
  scheme: fc.constantFrom('MASTER_BILL' as const, 'BOOKING' as const),
  number: words,
  issuer: said(words),
  declaredAs: said(words),
});
const number = said(fc.nat());
const anyClaim = fc.record<TrackingEvent>({
  code: fc.constantFrom('LOADED', 'GATED_IN'),
  classifier: fc.constantFrom('ACTUAL', 'PLANNED'),
  time: fc.record({
    instant: fc.constant('2026-11-21T01:28:00Z'),
    local: fc.constantFrom('2026-11-21T01:28:00', '2026-11-21T09:28:00'),
    zone: words,
    zoneSource: fc.constantFrom('PLACE', 'EXPLICIT'),
    precision: fc.constantFrom('MINUTE', 'DAY'),
  }),
  place,
  equipment: said(equipment),
  loadState: said(fc.constantFrom('FULL', 'EMPTY')),
  transport: said(carrier),
  documents: fc.array(document, { maxLength: 2 }),
  contents: fc.array(equipment, { maxLength: 2 }),
  quantity: said(fc.record({ pieces: number, grossKg: number, ofPieces: number })),
  from: place,
  to: place,
  reason: said(fc.record({ scheme: said(words), code: said(words), text: said(words) })),
  stowage: said(words),
  parties: fc.array(fc.constant({ role: 'CARRIER', name: null, id: null } as const), { maxLength: 1 }),
  goods: fc.array(fc.constant(goods({ pieces: 0 })), { maxLength: 1 }),
  measurements: fc.array(
    fc.record({ kind: fc.constantFrom('SHOCK', 'O2'), name: said(words), value: fc.integer(), unit: said(words) }),
    { maxLength: 1 },
  ),
  rawCode: said(words),
}); // prettier-ignore
