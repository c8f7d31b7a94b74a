import { statement } from '../statement.ts';
import type { PageItem } from './page-summaries.ts';

/** Summaries of shipments, as lists show them. */
export const summariesById = statement<{ ids: string[] }, { item: PageItem }>(
  'summariesById',
  `UNWIND $ids AS id
MATCH (m:ShipmentSummary {id: id})
RETURN [m.id, null, m.title, m.summary, m.facets, m{.departedAt, .arrivesAt, .declaredAt, .releasedAt, .changedAt}, m.own] AS item`,
);
