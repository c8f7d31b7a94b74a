import { describe, expect, it } from 'vitest';
import { EVENT_CODES } from 'graph-schema/domain/event-code';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { toldAs, type ToldAs } from 'graph-schema/reference/dcsa-told-as';
import { factsOf, flight, ship, told } from 'graph-schema/testing/journey-story';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { ningbo, zhengzhouAirport } from 'graph-schema/testing/sample-locations';
import { shipmentTelling } from '../../events/shipment-telling.ts';
import { dcsa3Event } from './event-schemas.ts';
import { tellEvent3 } from './tell-event.ts';
import * as words from './vocabulary.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', null);

function tell(claim: FactClaim) {
  const event = tellEvent3(claim, shipmentTelling(factsOf(bill, [claim])), sampleGazetteer);
  const sent: unknown = event && JSON.parse(JSON.stringify(event));
  return sent && dcsa3Event.parse(sent);
}

describe('a claim', () => {
  it.each([
    ['is only asked for', told('CARRIER', 'LOADED', '2026-10-25 10:00', ningbo, { box, classifier: 'REQUESTED' })],
    ['has no word in the standard', told('TERMINAL', 'YARD_MOVED', '2026-10-25 10:00', ningbo, { box })],
    ['is about an aircraft', told('AIRLINE', 'DEPARTED', '2026-10-25 10:00', zhengzhouAirport, { on: flight('CV9735', '2026-10-25') })],
    ['is a ship’s without what sails', told('CARRIER', 'ARRIVED', '2026-10-25 10:00', ningbo, { paper: bill })],
    ['is this service’s own', told('INTERNAL', 'ARRIVED', '2026-10-25 10:00', ningbo, { on: kapok })],
    ['moves cargo outside a box', told('TERMINAL', 'LOADED', '2026-10-25 10:00', ningbo, { paper: bill })],
  ])('that %s is left out', (_case, claim) => expect(tell(claim)).toBeNull());

  it('of a ship without an IMO number is told by her name', () => {
    expect(tell(told('CARRIER', 'APPROACHING', '2026-10-25 10:00', ningbo, { on: kapok, classifier: 'ESTIMATED' }))).toMatchObject({
      eventClassification: { eventType: 'TRANSPORT', eventClassifier: 'ESTIMATED', transportEventType: 'APPROACHING' },
      transportDetails: { transportCall: { vesselTransport: { vesselName: 'KAPOK' } } },
    });
  });

  it('of a device is told of its box', () => {
    expect(tell(told('CARRIER', 'DOOR_OPENED', '2026-10-25 10:00', ningbo, { box }))).toMatchObject({
      eventClassification: { eventType: 'IOT', iotEventType: 'DOOR_OPENED' },
      equipmentDetails: { equipmentReference: box },
    });
  });

  it('that came in the standard is told as it came', () => {
    const raw = (code: 'SEALED' | 'UNMAPPED_DOCUMENT', rawCode: string) => {
      const claim = told('CARRIER', code, '2026-10-25 10:00', null, { raw: rawCode, paper: 'BOOKING:6400000017', ...(code === 'SEALED' ? { box } : {}) });
      return { ...claim, voices: claim.voices.map((voice) => ({ ...voice, format: 'dcsa-tnt-3' })) };
    };
    expect(tell(raw('SEALED', 'RESEALED'))).toMatchObject({ eventClassification: { equipmentEventType: 'RESEALED' } });
    expect(tell(raw('UNMAPPED_DOCUMENT', 'BOOKING+PENDING_APPROVAL'))).toMatchObject({
      eventClassification: { shipmentEventType: 'PENDING_APPROVAL' },
      shipmentDetails: { documentReference: { type: 'BOOKING', reference: '6400000017' } },
    });
  });
}); // prettier-ignore

describe('each word that a code is told as', () => {
  const rows = [true, false].flatMap((isAboutBox) =>
    EVENT_CODES.flatMap((code) => {
      const as = toldAs(3, code, isAboutBox);
      return as ? [{ code, as }] : [];
    }),
  );
  const readers = {
    EQUIPMENT: loadCodeList('dcsa-tnt-3/equipment-event-types'),
    TRANSPORT: loadCodeList('dcsa-tnt-3/transport-event-types'),
    SHIPMENT: loadCodeList('dcsa-tnt-3/shipment-events'),
    IOT: loadCodeList('dcsa-iot-1/iot-events'),
  };
  const rawOf = (as: ToldAs) => (as.type === 'SHIPMENT' ? `${as.document}+${as.code}` : as.code);

  it('is one of the standard, and is read again as that code', () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const { code, as } of rows) {
      const lists = { EQUIPMENT: words.EQUIPMENT_TYPES, TRANSPORT: words.TRANSPORT_TYPES, SHIPMENT: words.SHIPMENT_TYPES, IOT: words.IOT_TYPES } as const;
      expect(lists[as.type], rawOf(as)).toContain(as.code);
      if (as.type === 'SHIPMENT') expect(words.DOCUMENT_TYPES).toContain(as.document);
      expect(readers[as.type].find(rawOf(as))?.canonical, rawOf(as)).toBe(code);
    }
  });

  it('is, of references, one that is read', () => {
    const list = loadCodeList('dcsa-tnt-3/reference-types');
    for (const type of [...words.REFERENCE_TYPES, ...words.DOCUMENT_TYPES]) expect(list.find(type)?.canonical, type).toEqual(expect.any(String));
  });
}); // prettier-ignore
