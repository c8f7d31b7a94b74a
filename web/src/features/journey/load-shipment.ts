import { cache } from 'react';
import { askApi } from '../../gql/ask-api.ts';
import { type Shipment, ShipmentDocument } from './shipment.graphql.ts';

export type LoadedShipment =
  | { readonly outcome: 'FOUND'; readonly shipment: Shipment }
  | { readonly outcome: 'NOT_FOUND' }
  | { readonly outcome: 'NO_ANSWER' };

/** One shipment for the first answer of its page; asked once for page and title together. */
export const loadShipment = cache(async (id: string): Promise<LoadedShipment> => {
  const answer = await askApi(ShipmentDocument, { id });
  if (!answer.ok) return { outcome: 'NO_ANSWER' };
  const { shipment } = answer.data;
  return shipment.__typename === 'Shipment' ? { outcome: 'FOUND', shipment } : { outcome: 'NOT_FOUND' };
});
