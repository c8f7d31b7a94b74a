import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { queryDocument } from '../../api/src/epcis/document.ts';
import { declareError } from '../../api/src/epcis/error-declaration.ts';
import { tellEvent } from '../../api/src/epcis/tell-event.ts';
import { shipmentTelling } from '../../api/src/events/shipment-telling.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { FORMATS } from './facade-answers.ts';
import { othersFile } from './others-files.ts';
import { eventsOfFixtures, factsOf } from './round-trip.ts';

// What the standard says of every event is held against also where GS1's JSON schema of EPCIS 2.0 does not lie beside the repository.

const GS1 = othersFile('epcis/schema/gs1__EPCIS__EPCIS-JSON-Schema.json');

/** Documents of what a format said: each event, with the declarations that it was withdrawn and replaced. */
function documentsOf(format: string): Record<string, unknown>[] {
  return eventsOfFixtures(format).flatMap((event) => {
    const facts = factsOf(event, format);
    const [claim] = facts.claims;
    const shipment = shipmentTelling(facts);
    const one = claim && tellEvent(claim, shipment, sampleGazetteer);
    if (!one) return [];
    const declared = [[], [claim]].flatMap((instead) => declareError({ claim, shipmentId: facts.shipmentId, at: 0, stands: false, instead }, shipment, sampleGazetteer) ?? []);
    expect(declared.length).toBe(2);
    return [JSON.parse(JSON.stringify(queryDocument([one, ...declared], 'SimpleEventQuery', 0))) as Record<string, unknown>];
  });
} // prettier-ignore

/** EPCIS 2.0, 7.4: of every event when and on which clock; of all kinds but transformations an action. */
const EVERY_EVENT = {
  type: expect.stringMatching(/^(?:Object|Aggregation|Association|Transaction)Event$/) as unknown,
  eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/) as unknown,
  eventTimeZoneOffset: expect.stringMatching(/^[+-](?:0\d|1[0-4]):[0-5]\d$/) as unknown,
  action: expect.stringMatching(/^(?:ADD|OBSERVE|DELETE)$/) as unknown,
};

const alone = GS1 ? '' : ' and by no more: the schema of GS1 is not beside the repository';
describe(`events in EPCIS 2.0, by what the standard says of every event${alone}`, () => {
  it.each(FORMATS)('told of what %s said', (format) => {
    const documents = documentsOf(format);
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) {
      expect(document).toMatchObject({ type: 'EPCISQueryDocument', schemaVersion: '2.0' });
      const { queryResults } = document['epcisBody'] as {
        queryResults: { resultsBody: { eventList: object[] } };
      };
      const events = queryResults.resultsBody.eventList;
      expect(events).toHaveLength(3);
      for (const event of events) expect(event).toMatchObject(EVERY_EVENT);
    }
  });
});

if (GS1) describe('events in EPCIS 2.0, by the JSON schema of GS1', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(GS1, 'utf8')) as object);

  it.each(FORMATS)('told of what %s said', (format) => {
    for (const document of documentsOf(format))
      expect(isValid(document), JSON.stringify([document, isValid.errors])).toBe(true);
  });

  it.each([undefined, '7cec849f-72f7-4a9d-bc86-080d3c5b7c98'])('of a named query, for subscription %s', (subscription) => {
    const document: unknown = JSON.parse(JSON.stringify(queryDocument([], 'boxesGone', 0, subscription)));
    expect(isValid(document), JSON.stringify(isValid.errors)).toBe(true);
  });
}); // prettier-ignore
