import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_CODES, EVENT_CODES, LOGISTICS_CODES } from 'graph-schema/domain/event-code';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { toldAs } from 'graph-schema/reference/dcsa-told-as';
import { at, ningbo, zhengzhouAirport } from 'graph-schema/testing/sample-locations';
import { factsOf, flight, ship, told } from 'graph-schema/testing/journey-story';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { localDateTime } from '../events/date-time.ts';
import { eventUuid, shipmentPrefixOf } from '../events/event-id.ts';
import { shipmentTelling } from '../events/shipment-telling.ts';
import { tellEvent } from './tell-event.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', '9074729');

function tell(claim: FactClaim, ...others: readonly FactClaim[]) {
  const facts = factsOf(bill, [claim, ...others]);
  return tellEvent(claim, shipmentTelling(facts), sampleGazetteer);
}

/** As it came in DCSA itself. */
function inDcsa(claim: FactClaim): FactClaim {
  return { ...claim, voices: claim.voices.map((voice) => ({ ...voice, format: 'dcsa-tnt-2' })) };
}

describe('a claim', () => {
  it.each([
    ['is only asked for', told('CARRIER', 'LOADED', '2026-10-25 10:00', ningbo, { box, classifier: 'REQUESTED' })],
    ['has no word in the standard', told('TERMINAL', 'YARD_MOVED', '2026-10-25 10:00', ningbo, { box })],
    ['is about an aircraft', told('AIRLINE', 'DEPARTED', '2026-10-25 10:00', zhengzhouAirport, { on: flight('CV9735', '2026-10-25') })],
    ['is a ship’s without what sails', told('CARRIER', 'ARRIVED', '2026-10-25 10:00', ningbo, { paper: bill })],
    ['is this service’s own', told('INTERNAL', 'ARRIVED', '2026-10-25 10:00', ningbo, { on: kapok })],
    ['moves cargo outside a box', told('TERMINAL', 'LOADED', '2026-10-25 10:00', ningbo, { paper: bill })],
  ])('that %s is left out', (_case, claim) => {
    expect(tell(claim)).toBeNull();
  }); // prettier-ignore

  it('that came in the standard is told as it came', () => {
    const raw = (code: 'SEALED' | 'UNMAPPED_DOCUMENT' | 'BOOKING_CONFIRMED', rawCode: string) =>
      told('CARRIER', code, '2026-10-25 10:00', null, { raw: rawCode, paper: 'BOOKING:6400000017', ...(code === 'SEALED' ? { box } : {}) });
    expect(tell(inDcsa(raw('SEALED', 'RSEA')))).toMatchObject({ equipmentEventTypeCode: 'RSEA' });
    expect(tell(inDcsa(raw('UNMAPPED_DOCUMENT', 'BKG+PENA')))).toMatchObject({ documentTypeCode: 'BKG', shipmentEventTypeCode: 'PENA', documentID: '6400000017' });
    expect(tell(inDcsa(raw('BOOKING_CONFIRMED', 'BKG+ISSU')))).toMatchObject({ shipmentEventTypeCode: 'ISSU' });
    // Of another format's code, or one that means something else by now, the meaning counts.
    expect(tell(raw('BOOKING_CONFIRMED', 'BKG+ISSU'))).toMatchObject({ shipmentEventTypeCode: 'CONF' });
    expect(tell(raw('SEALED', 'RSEA'))).toBeNull();
    expect(tell(inDcsa(raw('BOOKING_CONFIRMED', 'BKG+REJE')))).toMatchObject({ shipmentEventTypeCode: 'CONF' });
  }); // prettier-ignore

  it('about a gate between stuffing and stripping is about a laden box, before and after about an empty one', () => {
    const gate = (day: string) => told('TERMINAL', 'GATED_OUT', `2026-10-${day} 10:00`, ningbo, { box });
    const [before, between, after] = [gate('20'), gate('22'), gate('24')];
    const stuffed = told('TERMINAL', 'STUFFED', '2026-10-21 10:00', ningbo, { box });
    const stripped = told('TERMINAL', 'STRIPPED', '2026-10-23 10:00', ningbo, { box });
    const states = [before, between, after].map((claim) =>
      tell(claim, ...[before, between, after, stuffed, stripped].filter((one) => one !== claim)),
    );
    expect(states).toMatchObject([
      { emptyIndicatorCode: 'EMPTY' },
      { emptyIndicatorCode: 'LADEN' },
      { emptyIndicatorCode: 'EMPTY' },
    ]);
  });

  it('at a terminal of a list that the standard knows names it by that list, at another by its name', () => {
    const there = (scheme: 'SMDG' | 'BIC', code: string) =>
      told('TERMINAL', 'LOADED', '2026-10-25 10:00', { ...ningbo, facility: { scheme, code } }, { box, on: kapok });
    expect(tell(there('SMDG', 'NBCT'))).toMatchObject({ eventLocation: { facilityCode: 'NBCT', facilityCodeListProvider: 'SMDG' } });
    expect(tell(there('BIC', 'CNNBOABCD'))).toMatchObject({ transportCall: { facilityCode: 'ABCD', facilityCodeListProvider: 'BIC' } });
    const own = tell(told('TERMINAL', 'LOADED', '2026-10-25 10:00', at(ningbo, 'GATE-7'), { box, on: kapok }));
    expect(own).toMatchObject({ eventLocation: { locationName: 'Ningbo, GATE-7' }, transportCall: { otherFacility: 'GATE-7' } });
  }); // prettier-ignore
});

describe('the codes of ours', () => {
  it('that 2.2 has no word for are these', () => {
    const left = EVENT_CODES.filter((code) => !toldAs(2, code, true) && !toldAs(2, code, false));
    const of = (codes: readonly string[]) => left.filter((code) => codes.includes(code)).join(' ');
    expect(of(LOGISTICS_CODES)).toMatchInlineSnapshot(
      `"BOOKED EMPTY_RELEASED SEALED UNSEALED WEIGHED RECEIVED YARD_MOVED RESTOWED ROLLED PASSED CROSSED APPROACHING ANCHORED BERTHED UNBERTHED TRANSFERRED GAUGE_CHANGED WAGON_PLACED WAGON_PULLED MANIFESTED CHECKED_IN AVAILABLE NOTIFIED APPOINTED OUT_FOR_DELIVERY DELIVERED DELIVERY_FAILED DAMAGED DISCREPANCY DELAYED HOLD_LIFTED DESPATCHED OPERATIONS_STARTED OPERATIONS_COMPLETED CALL_OMITTED RUN_CANCELLED RUN_INTERRUPTED RESUMED TRACK_CHANGED CUT_OFF FREE_TIME_ENDS UNMAPPED"`,
    );
    expect(of(DOCUMENT_CODES)).toMatchInlineSnapshot(
      `"BL_AMENDED PACKING_LIST_FILED MANIFEST_SUBMITTED MANIFEST_PARTIAL MANIFEST_ACCEPTED MANIFEST_REJECTED MANIFEST_HELD_MANUAL MANIFEST_AMENDED MANIFEST_DELETED MANIFEST_RELEASED MANIFEST_NO_LOAD MANIFEST_NO_DISCHARGE MANIFEST_CHANGE_REQUESTED MANIFEST_CHANGE_REJECTED ARRIVAL_REPORT_SUBMITTED ARRIVAL_REPORT_HELD ARRIVAL_REPORT_ACCEPTED ARRIVAL_REPORT_REJECTED TALLY_SUBMITTED TALLY_ACCEPTED TALLY_REJECTED LOAD_LIST_SUBMITTED LOAD_LIST_ACCEPTED SPLIT_REQUESTED SPLIT_APPROVED SPLIT_REJECTED SPLIT_ARRIVED DECL_DRAFTED DECL_SUSPENDED DECL_REREVIEWED DECL_ASSESSED DUTY_DUE DUTY_PAID ENTRY_PERMITTED RELEASED_ON_GUARANTEE DECL_DETAINED DECL_CLOSED DECL_AMENDED CUSTOMS_HOLD_LIFTED TRANSIT_DECLARED TRANSIT_ACCEPTED TRANSIT_RELEASED TRANSIT_DEPARTED TRANSIT_ARRIVED TRANSIT_CLOSED TRANSIT_OVERDUE TRANSIT_CANCELLED QUARANTINE_DECLARED QUARANTINE_SELECTED QUARANTINE_PASSED QUARANTINE_FAILED DO_TRANSFERRED DO_REDEEMED EIR_ISSUED GATE_PASS_ISSUED GATE_PASS_USED GATE_PASS_REJECTED CHARGES_DUE FREIGHT_PAID CERT_APPLIED CERT_ISSUED CERT_REJECTED CERT_EXPIRED DOCS_RECEIVED DOCS_DELIVERED CONSIGNMENT_NOTE_ISSUED POD_SIGNED BOOKING_AMENDED PACKING_LIST_ACCEPTED PACKING_LIST_REJECTED LOAD_LIST_REJECTED ORDER_PLACED ORDER_ACCEPTED ORDER_REJECTED ORDER_CANCELLED HANDOVER_LISTED TRANSIT_REJECTED UNMAPPED_DOCUMENT"`,
    );
  });
});

describe('an event id', () => {
  const base64url = (length: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{${length}}$`));

  it('leads back to its shipment, and is another for another claim', () => {
    fc.assert(
      fc.property(base64url(16), base64url(22), base64url(22), (shipment, claim, other) => {
        const id = eventUuid(`shp_${shipment}`, claim);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(shipmentPrefixOf(id)).toBe(`shp_${shipment.slice(0, 10)}`);
        if (claim.slice(0, 10) !== other.slice(0, 10))
          expect(eventUuid(`shp_${shipment}`, other)).not.toBe(id);
      }),
    );
  });

  it('of another’s making leads nowhere', () => {
    expect(shipmentPrefixOf('3cecb101-7a1a-43a4-9d62-e88a131651e2')).toBeNull();
  });
});

describe('a time', () => {
  it('is that of the place, at the same instant, whatever offset it was told with', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Rotterdam', 'America/Los_Angeles', 'Asia/Kathmandu', null);
    const offsets = fc.constantFrom(['UTC', 0], ['+08:00', 480], ['-03:30', -210]) as fc.Arbitrary<[string, number]>;
    const seconds = fc.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2035, 0) / 1000 });
    fc.assert(
      fc.property(seconds, offsets, zones, (second, [zone, minutes], placeZone) => {
        const instant = `${new Date(second * 1000).toISOString().slice(0, 19)}Z`;
        const local = new Date((second + minutes * 60) * 1000).toISOString().slice(0, 19);
        const text = localDateTime({ instant, local, zone, zoneSource: 'EXPLICIT', precision: 'MINUTE' }, placeZone);
        expect(Date.parse(text)).toBe(second * 1000);
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
      }),
    );
  }); // prettier-ignore

  it('shows the clock at the place', () => {
    const time = { instant: '2026-07-01T10:00:00Z', local: '2026-07-01T10:00:00', zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' } as const; // prettier-ignore
    expect(localDateTime(time, 'Europe/Amsterdam')).toBe('2026-07-01T12:00:00+02:00');
    expect(localDateTime(time, null)).toBe('2026-07-01T10:00:00Z');
  });
});
