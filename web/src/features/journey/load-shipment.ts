import { cache } from 'react';
import { askApi } from '../../gql/ask-api.ts';
import { type Shipment, ShipmentDocument } from './shipment.graphql.ts';

/** Why nothing can be shown as of an instant, and the nearest ones as of which something can. */
export interface AsOfRefusal {
  readonly code: AsOfProblem;
  readonly from: string | null;
  readonly to: string | null;
}

const problems = [
  'AS_OF_IN_FUTURE',
  'AS_OF_BEFORE_SERVICE',
  'AS_OF_NOT_YET_KNOWN',
  'AS_OF_TOO_LARGE',
] as const;
type AsOfProblem = (typeof problems)[number];

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
  const code = problems.find((problem) => problem === shipment.code) ?? 'AS_OF_TOO_LARGE';
  return { outcome: 'REFUSED', refusal: { code, from: shipment.from, to: shipment.to } };
});
