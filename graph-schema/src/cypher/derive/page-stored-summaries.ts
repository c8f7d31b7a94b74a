import type { ListOrder } from '../../domain/summary/list-order.ts';
import { statement } from '../statement.ts';

/** A summary as it stands; null is what was not written. */
export interface StoredSummary extends Partial<ListOrder> {
  readonly lane: number;
  readonly phase: string;
  readonly etaAt: number | null;
  readonly attention: string | null;
  readonly changesAt: number | null;
  readonly summary: string;
  readonly awaits: string | null;
  readonly came: string | null;
  readonly facets: readonly string[];
  readonly sight: readonly string[];
  readonly own: string | null;
  readonly derivedBy: string | null;
}

/** Shipments, and summaries of which there is no shipment, behind one of them in the order of ids. */
export const pageStoredSummaries = statement<
  { after: string; limit: number },
  { id: string; lane: number; stored: StoredSummary | null }
>(
  'pageStoredSummaries',
  `CALL () {
  MATCH (s:Shipment) WHERE s.id > $after
  RETURN s.id AS id ORDER BY id LIMIT toInteger($limit)
  UNION
  MATCH (m:ShipmentSummary) WHERE m.id > $after
  RETURN m.id AS id ORDER BY id LIMIT toInteger($limit)
}
WITH id ORDER BY id LIMIT toInteger($limit)
OPTIONAL MATCH (s:Shipment {id: id})
OPTIONAL MATCH (m:ShipmentSummary {id: id})
RETURN id, coalesce(s.lane, m.lane) AS lane, m {.lane, .phase, .etaAt, .attention, .changesAt, .summary, .awaits, .came, .facets, .sight, .own, .derivedBy,
  .title, .departedAt, .arrivesAt, .declaredAt, .releasedAt, .changedAt, .urgency, .progress} AS stored ORDER BY id`,
);
