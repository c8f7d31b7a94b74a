import type { Shipment } from '../journey/shipment.graphql.ts';

/** What a card needs of a journey: a page that holds many of them carries no line and no evidence that none of them shows. */
export function cardOf(shipment: Shipment): Shipment {
  const journey = {
    ...shipment.journey,
    logistics: [],
    documents: [],
    containers: [],
    legs: [],
    etaSeries: [],
    etaChanges: [],
    freeTime: [],
    charges: [],
    overtaken: [],
    geometry: { paths: [], stops: [] },
  };
  return { ...shipment, identifiers: [], related: [], withdrawn: [], journey };
}
