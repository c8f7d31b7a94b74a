import { cache } from 'react';
import { askApi } from '../../gql/ask-api.ts';
import { AS_OF_PROBLEMS, type AsOfProblem } from '../as-of/as-of-problem.ts';
import { type Shipment, ShipmentDocument } from './shipment.graphql.ts';

/** Why nothing can be shown as of an instant, and the nearest ones as of which something can. */
export interface AsOfRefusal {
  readonly code: AsOfProblem;
  readonly from: string | null;
  readonly to: string | null;
}

export type LoadedShipment =
  | { readonly outcome: 'FOUND'; readonly shipment: Shipment }
  | { readonly outcome: 'REFUSED'; readonly refusal: AsOfRefusal }
  | { readonly outcome: 'NOT_FOUND' }
  | { readonly outcome: 'NO_ANSWER' };

/** One shipment for the first answer of its page; asked once for page and title together. */
export const loadShipment = cache(async (id: string, asOf: string | null): Promise<LoadedShipment> => {
  const answer = await askApi(ShipmentDocument, { id, asOf });
  if (!answer.ok) return { outcome: 'NO_ANSWER' };
  const { shipment } = answer.data;
  if (shipment.__typename === 'Shipment') return { outcome: 'FOUND', shipment };
  if (shipment.__typename === 'NotFoundError') return { outcome: 'NOT_FOUND' };
  const code = AS_OF_PROBLEMS.find((problem) => problem === shipment.code) ?? 'AS_OF_TOO_LARGE';
  return { outcome: 'REFUSED', refusal: { code, from: shipment.from, to: shipment.to } };
});
