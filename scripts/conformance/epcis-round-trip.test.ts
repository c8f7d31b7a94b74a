import { describe, expect, it } from 'vitest';
import { queryDocument } from '../../api/src/epcis/document.ts';
import { declareError } from '../../api/src/epcis/error-declaration.ts';
import type { EpcisEvent } from '../../api/src/epcis/epcis-event.ts';
import { tellEvent } from '../../api/src/epcis/tell-event.ts';
import { shipmentTelling } from '../../api/src/events/shipment-telling.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { epcis } from './epcis-standard.ts';
import { eventsOfFixtures, factsOf, lossOf } from './round-trip.ts';

describe('told in EPCIS 2.0 and read again', () => {
  it.each(['epcis-2-json', 'epcis-xml', 'edifact-codeco', 'edifact-coarri', 'edifact-iftsta'])(
    '%s',
    (format) => {
      expect(lossOf(format, epcis)).toMatchSnapshot();
    },
  );
});

it.each(['epcis-2-json', 'epcis-xml', 'edifact-codeco', 'edifact-iftsta', 'dcsa-tnt-2'])('what was told of %s and went is read as taken back, in the same document or a later one', (format) => {
  const read = (...events: readonly EpcisEvent[]) => epcis.read(queryDocument(events, 'SimpleEventQuery', 0)).messages;
  let count = 0;
  for (const event of eventsOfFixtures(format)) {
    const facts = factsOf(event, format);
    const [claim] = facts.claims;
    const shipment = shipmentTelling(facts);
    const original = claim && tellEvent(claim, shipment, sampleGazetteer);
    if (!original) continue;
    count += 1;
    const at = Date.parse('2026-11-21T02:01:00Z');
    for (const instead of [[], [claim]]) {
      const gone = { claim, shipmentId: facts.shipmentId, at, stands: false, instead };
      const declared = declareError(gone, shipment, sampleGazetteer);
      if (!declared) throw new Error(`no declaration of ${event.code}`);
      for (const messages of [read(original, declared), [...read(original), ...read(declared)]]) {
        const [said, taken] = messages;
        expect(said?.attested.length).toBeGreaterThan(0);
        expect([messages.length, said?.retraction, taken?.attested]).toEqual([2, null, []]);
        expect(taken?.retraction).toMatchObject({ kind: 'CANCEL', thread: said?.thread });
        expect(taken?.retraction?.version).toBeGreaterThan(said?.version ?? Infinity);
      }
    }
  }
  expect(count).toBeGreaterThan(1);
}); // prettier-ignore
