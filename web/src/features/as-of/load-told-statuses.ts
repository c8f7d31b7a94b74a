import { askApi } from '../../gql/ask-api.ts';
import type { ToldStatus } from './journey-time.ts';
import { ToldStatusesDocument } from './told-statuses.graphql.ts';

/**
 * When each status that a journey has today was told: the page of an instant knows nothing of what came after it, and its slider goes
 * on to now. None where that is the page, or nothing was answered.
 */
export async function loadToldStatuses(id: string, asOf: string | null): Promise<readonly ToldStatus[]> {
  if (asOf === null) return [];
  const answer = await askApi(ToldStatusesDocument, { id });
  if (!answer.ok || answer.data.shipment.__typename !== 'Shipment') return [];
  const { logistics, documents } = answer.data.shipment.journey;
  return [...logistics, ...documents];
}
