import { queryDocument } from '../../api/src/epcis/document.ts';
import { tellEvent } from '../../api/src/epcis/tell-event.ts';
import { shipmentTelling } from '../../api/src/events/shipment-telling.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { epcis2Json } from '../../ingest/src/formats/epcis-2-json/index.ts';
import { fixturesOf, type Standard } from './round-trip.ts';

const [sample] = fixturesOf('epcis-2-json');
if (!sample) throw new Error('there is no sample of EPCIS');
const { context } = sample;

/** EPCIS 2.0, as documents of one event. */
export const epcis: Standard = {
  tell(claim, facts) {
    const event = tellEvent(claim, shipmentTelling(facts), sampleGazetteer);
    return event && queryDocument([event], 'SimpleEventQuery', Date.parse('2026-11-21T02:00:00Z'));
  },
  read: (told) => epcis2Json.read(new TextEncoder().encode(JSON.stringify(told)), context),
};
