import { describe, expect, it } from 'vitest';
import { shipmentTelling } from '../../api/src/events/shipment-telling.ts';
import { tellEvent } from '../../api/src/dcsa/tell-event.ts';
import { identifierKey } from '../../graph-schema/src/domain/identifier.ts';
import type { JourneyFacts } from '../../graph-schema/src/domain/journey/facts.ts';
import type { TrackingEvent } from '../../graph-schema/src/domain/tracking-event.ts';
import { eventId } from '../../graph-schema/src/identity/event-id.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { readDcsaTnt2 } from '../../ingest/src/formats/dcsa-tnt-2/parse.ts';
import { listFixtures } from '../../ingest/src/testing/fixture-files.ts';
import { readFixture } from '../../ingest/src/testing/read-fixture.ts';

// What was read from one standard and told in DCSA Track and Trace 2.2 is read again: what comes back is what was said, and what the
// standard has no room for is counted by field. The bill is told with the carrier's letters, so the reader needs no sender.

const [sample] = listFixtures().filter(({ format }) => format === 'dcsa-tnt-2');
if (!sample) throw new Error('there is no sample of DCSA');
const { context } = sample;

/** A claim alone on the shipment of its own papers. */
function factsOf(event: TrackingEvent, format: string): JourneyFacts {
  const papers = event.documents.map(({ scheme, number }) => identifierKey(scheme, number));
  const [first = 'REFERENCE:none'] = papers;
  const anchor = papers.find((key) => key.startsWith('MASTER_BILL:')) ?? first;
  const box = event.equipment?.kind === 'CONTAINER' ? event.equipment.reference : null;
  const voice = {
    source: { id: 's', name: 's', nameZh: null, kind: 'CARRIER', trust: {} },
    rawId: 'r', sha256: '', format, receivedAt: '2026-11-21T02:00:00Z', messageRef: null, span: { start: 0, end: 0 },
  } as const; // prettier-ignore
  return {
    shipmentId: 'shp_aaaaaaaaaaaaaaaa',
    anchor,
    master: null,
    houses: [],
    documents: papers,
    cycles: box === null ? [] : [{ id: 'y', container: box }],
    claims: [{ id: eventId(event), event, cycleId: box === null ? null : 'y', inherited: false, voices: [voice] }],
  };
} // prettier-ignore

interface Report {
  told: number;
  /** By code: the standard has no word for it, or wants what nobody said. */
  readonly leftOut: Record<string, number>;
  /** By field: what was said and is not, or otherwise, when read again. */
  readonly changed: Record<string, number>;
}

function report(format: string): Report {
  const found: Report = { told: 0, leftOut: {}, changed: {} };
  const count = (of: Record<string, number>, name: string) => (of[name] = (of[name] ?? 0) + 1);
  const said = listFixtures()
    .filter((fixture) => fixture.format === format)
    .flatMap((fixture) => readFixture(fixture).messages.flatMap(({ attested }) => attested));
  for (const { event } of said) {
    // What is said of a ship is told of the cargos aboard.
    if (!event.equipment && event.documents.length === 0) continue;
    const facts = factsOf(event, format);
    const [claim] = facts.claims;
    const dcsa = claim ? tellEvent(claim, shipmentTelling(facts), sampleGazetteer) : null;
    if (!dcsa) {
      count(found.leftOut, event.code);
      continue;
    }
    found.told += 1;
    const bytes = new TextEncoder().encode(JSON.stringify([dcsa]));
    const { messages, issues } = readDcsaTnt2(bytes, context);
    expect(issues.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    const again = messages.flatMap(({ attested }) => attested.map((one) => one.event));
    expect(again.length, JSON.stringify(dcsa)).toBeGreaterThan(0);
    for (const read of again) {
      expect([read.code, read.classifier, read.time.instant]).toEqual([event.code, event.classifier, event.time.instant]);
      for (const name of Object.keys(event) as (keyof TrackingEvent)[])
        if (text(event, name) !== text(read, name)) count(found.changed, name);
    }
  }
  return found;
} // prettier-ignore

/** What counts of a field: the numbers of papers, not what their senders called them. */
function text(event: TrackingEvent, name: keyof TrackingEvent): string {
  if (name === 'documents') return event.documents.map(({ scheme, number }) => `${scheme}:${number}`).sort().join();
  return JSON.stringify(event[name]);
} // prettier-ignore

describe('told in DCSA Track and Trace 2.2 and read again', () => {
  it('events of DCSA itself', () => {
    expect(report('dcsa-tnt-2')).toMatchInlineSnapshot(`
      {
        "changed": {
          "contents": 1,
          "documents": 1,
          "equipment": 1,
          "rawCode": 1,
          "time": 4,
          "transport": 1,
        },
        "leftOut": {
          "UNMAPPED": 1,
          "UNMAPPED_DOCUMENT": 1,
        },
        "told": 48,
      }
    `);
  });

  it('gate moves of EDIFACT CODECO', () => {
    expect(report('edifact-codeco')).toMatchInlineSnapshot(`
      {
        "changed": {
          "contents": 4,
          "documents": 7,
          "equipment": 26,
          "from": 12,
          "loadState": 5,
          "place": 51,
          "quantity": 23,
          "rawCode": 56,
          "time": 56,
          "to": 12,
          "transport": 23,
        },
        "leftOut": {
          "AVAILABLE": 1,
          "DAMAGED": 4,
          "EMPTY_RELEASED": 2,
          "GATED_OUT": 5,
          "NOTIFIED": 2,
          "TRANSFERRED": 1,
          "UNMAPPED": 6,
          "YARD_MOVED": 1,
        },
        "told": 56,
      }
    `);
  });

  it('loads and discharges of EDIFACT COARRI', () => {
    expect(report('edifact-coarri')).toMatchInlineSnapshot(`
      {
        "changed": {
          "contents": 1,
          "equipment": 12,
          "from": 39,
          "goods": 1,
          "loadState": 1,
          "measurements": 1,
          "place": 35,
          "quantity": 1,
          "rawCode": 39,
          "stowage": 28,
          "time": 39,
          "to": 38,
          "transport": 4,
        },
        "leftOut": {
          "DISCREPANCY": 4,
          "RESTOWED": 5,
          "UNMAPPED": 9,
        },
        "told": 39,
      }
    `);
  });

  it('statuses of EDIFACT IFTSTA', () => {
    expect(report('edifact-iftsta')).toMatchInlineSnapshot(`
      {
        "changed": {
          "contents": 41,
          "documents": 18,
          "equipment": 42,
          "from": 16,
          "goods": 1,
          "loadState": 43,
          "parties": 33,
          "place": 10,
          "quantity": 1,
          "rawCode": 67,
          "reason": 5,
          "time": 65,
          "to": 17,
          "transport": 2,
        },
        "leftOut": {
          "ARRIVED": 7,
          "AVAILABLE": 2,
          "BOOKED": 1,
          "BOOKING_CANCELLED": 1,
          "CROSSED": 1,
          "DAMAGED": 3,
          "DELAYED": 6,
          "DELIVERED": 7,
          "DELIVERY_FAILED": 6,
          "DEPARTED": 6,
          "DESPATCHED": 1,
          "DISCHARGED": 3,
          "DISCREPANCY": 12,
          "DOCS_DELIVERED": 1,
          "FREE_TIME_ENDS": 1,
          "FREIGHT_PAID": 1,
          "HOLD_LIFTED": 1,
          "MANIFESTED": 1,
          "NOTIFIED": 1,
          "OUT_FOR_DELIVERY": 1,
          "PASSED": 1,
          "PICKED_UP": 1,
          "POD_SIGNED": 1,
          "QUARANTINE_PASSED": 1,
          "RECEIVED": 2,
          "ROLLED": 1,
          "SEALED": 2,
          "STRIPPED": 1,
          "STUFFED": 1,
          "TRANSFERRED": 4,
          "TRANSIT_RELEASED": 1,
          "UNMAPPED": 18,
        },
        "told": 67,
      }
    `);
  });

  it('events of EPCIS 2.0', () => {
    expect(report('epcis-2-json')).toMatchInlineSnapshot(`
      {
        "changed": {
          "contents": 1,
          "documents": 2,
          "goods": 1,
          "loadState": 4,
          "place": 1,
          "rawCode": 4,
          "reason": 1,
        },
        "leftOut": {
          "ALARM_RAISED": 1,
          "DEPARTED": 3,
          "DESPATCHED": 5,
          "HELD": 2,
          "MEASURED": 1,
          "PAIRED": 2,
          "RECEIVED": 3,
          "STRIPPED": 1,
          "STUFFED": 3,
          "UNMAPPED": 7,
        },
        "told": 4,
      }
    `);
  });
});
