import { contextOf } from '../../api/src/events/testing/sample-context.ts';
import type { ToldEntry } from '../../api/src/feed/told-batch.ts';
import type { ShipmentView } from '../../api/src/journey/shipment-view.ts';
import { createRestApp } from '../../api/src/rest/rest-app.ts';
import type { Facade, RestApp } from '../../api/src/rest/facade.ts';
import type { FormOfCalls } from '../../api/src/webhooks/webhook-form.ts';
import { OPERATOR } from '../../graph-schema/src/domain/access/asker.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { eventsOfFixtures, factsOf } from './round-trip.ts';

/** Formats of which the samples say what other standards have words for. */
export const FORMATS = ['epcis-2-json', 'epcis-xml', 'edifact-codeco', 'edifact-coarri', 'edifact-iftsta', 'cn-manifest-receipt-xml', 'dcsa-tnt-2', 'dcsa-iot-1', 'cargo-imp-fsu', 'truck-gps-json'] as const; // prettier-ignore

/** What the samples of a format say, each on a shipment of its own. */
export function viewsOf(format: string): ShipmentView[] {
  return eventsOfFixtures(format).map((event, index) => {
    const id = `shp_${String(index).padStart(4, '0')}${'x'.repeat(12)}`;
    const facts = { ...factsOf(event, format), shipmentId: id };
    return { id, facts, related: [], withheld: [] } as unknown as ShipmentView;
  });
}

/** A façade over these shipments, as it is served. */
export function served(facade: Facade, views: readonly ShipmentView[]): RestApp {
  return createRestApp([facade], () => contextOf(views));
}

/** What a subscriber to everything is called with when these shipments open to him; null: nothing. */
export async function calledWith(form: FormOfCalls, views: readonly ShipmentView[], subscribed: object): Promise<unknown> {
  const entries = views.map(({ id, facts }) => ({ shipment: id, kind: 'VISIBLE', claims: facts.claims }));
  const told = await form.tell(entries as unknown as ToldEntry[], {
    ...contextOf(views),
    webhook: { id: '7cec849f-72f7-4a9d-bc86-080d3c5b7c98', events: JSON.stringify(subscribed) },
    asker: OPERATOR,
    see: async (_: unknown, ids: readonly string[]) => new Map(views.filter(({ id }) => ids.includes(id)).map((view) => [view.id, view])),
    mask: (id: string) => id,
    places: sampleGazetteer,
    cursor: 'c',
    at: 0,
  } as never);
  return told && JSON.parse(told.body);
} // prettier-ignore
