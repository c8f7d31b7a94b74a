import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { queryDocument } from '../../api/src/epcis/document.ts';
import { declareError } from '../../api/src/epcis/error-declaration.ts';
import { tellEvent } from '../../api/src/epcis/tell-event.ts';
import { shipmentTelling } from '../../api/src/events/shipment-telling.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { eventsOfFixtures, factsOf } from './round-trip.ts';

// GS1's JSON schema of EPCIS 2.0 lies beside the repository, if at all: its licence is its own.

const folder = fileURLToPath(new URL('../../../shared/samples/epcis/schema/', import.meta.url));
const file = join(folder, 'gs1__EPCIS__EPCIS-JSON-Schema.json');
const formats = ['epcis-2-json', 'epcis-xml', 'edifact-codeco', 'edifact-coarri', 'edifact-iftsta', 'cn-manifest-receipt-xml', 'dcsa-tnt-2', 'dcsa-iot-1', 'cargo-imp-fsu', 'truck-gps-json']; // prettier-ignore

const isThere = existsSync(file);

// Nobody who has not got it can hold anything against it; where it is, nothing is left out.
if (!isThere) it('the schema of GS1 is not beside the repository', () => expect(isThere).toBe(false));
else describe('events in EPCIS 2.0, by the JSON schema of GS1', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);

  it.each(formats)('told of what %s said', (format) => {
    let told = 0;
    for (const event of eventsOfFixtures(format)) {
      const facts = factsOf(event, format);
      const [claim] = facts.claims;
      const one = claim && tellEvent(claim, shipmentTelling(facts), sampleGazetteer);
      if (!one) continue;
      told += 1;
      const shipment = shipmentTelling(facts);
      const declared = [[], [claim]].flatMap((instead) => declareError({ claim, shipmentId: facts.shipmentId, at: 0, stands: false, instead }, shipment, sampleGazetteer) ?? []);
      expect(declared.length).toBe(2);
      const document: unknown = JSON.parse(JSON.stringify(queryDocument([one, ...declared], 'SimpleEventQuery', 0)));
      expect(isValid(document), JSON.stringify([one, isValid.errors])).toBe(true);
    }
    expect(told).toBeGreaterThan(0);
  });

  it.each([undefined, '7cec849f-72f7-4a9d-bc86-080d3c5b7c98'])('of a named query, for subscription %s', (subscription) => {
    const document: unknown = JSON.parse(JSON.stringify(queryDocument([], 'boxesGone', 0, subscription)));
    expect(isValid(document), JSON.stringify(isValid.errors)).toBe(true);
  });
}); // prettier-ignore
