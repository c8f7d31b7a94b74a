import { expect, it } from 'vitest';
import { shipmentTelling } from '../../api/src/events/shipment-telling.ts';
import { tellEvent3 } from '../../api/src/dcsa/v3/tell-event.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { dcsaTnt3 } from '../../ingest/src/formats/dcsa-tnt-3/index.ts';
import { fixturesOf, lossOf, type Standard } from './round-trip.ts';

// What was read from one standard and told in DCSA Track and Trace 3.0 is read again.

const [sample] = fixturesOf('dcsa-tnt-3');
if (!sample) throw new Error('there is no sample of DCSA 3.0');
const { context } = sample;
const standard: Standard = {
  tell: (claim, facts) => tellEvent3(claim, shipmentTelling(facts), sampleGazetteer),
  read: (event) => dcsaTnt3.read(new TextEncoder().encode(JSON.stringify({ events: [event] })), context),
};

it.each([
  'dcsa-tnt-3',
  'dcsa-tnt-2',
  'dcsa-iot-1',
  'edifact-codeco',
  'edifact-coarri',
  'edifact-iftsta',
  'epcis-2-json',
])('told in DCSA Track and Trace 3.0 and read again: %s', (format) => {
  const report = lossOf(format, standard);
  expect(report.errors).toEqual([]);
  expect([report.changed['code'], report.changed['classifier']]).toEqual([undefined, undefined]);
  expect(report).toMatchSnapshot();
});
