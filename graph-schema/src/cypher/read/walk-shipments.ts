import { statement } from '../statement.ts';
import { WENT } from '../search/went-since.ts';

/**
 * Shipments behind one of them, in the order of ids, those of which all went among them: a page of a walk over all. `since` (epoch
 * milliseconds; `from`, the same as an ISO text) leaves out those of which nothing was received and nothing went since then, as far as
 * their summary says when that was; null: none.
 */
export const walkShipments = statement<
  { after: string; since: number | null; from: string | null; limit: number },
  { id: string }
>(
  'walkShipments',
  `MATCH (s:Shipment) WHERE s.id > $after AND (size(s.documents) > 0 OR s.gone IS NOT NULL)
  AND ($since IS NULL OR ${WENT} OR NOT EXISTS { MATCH (m:ShipmentSummary {id: s.id}) WHERE m.changedAt < $since })
RETURN s.id AS id ORDER BY id LIMIT toInteger($limit)`,
);

/** The same walk over those that one of some keys may open; `queries` name the keys in the words of the full-text index. */
export const walkOpenedShipments = statement<
  { queries: string[]; after: string; since: number | null; from: string | null; limit: number },
  { id: string }
>(
  'walkOpenedShipments',
  `UNWIND $queries AS query
CALL (query) { CALL db.index.fulltext.queryNodes('shipment_summary_terms', query) YIELD node AS m RETURN m }
WITH DISTINCT m WHERE m.id > $after AND ($since IS NULL OR coalesce(m.changedAt, $since) >= $since
  OR EXISTS { MATCH (s:Shipment {id: m.id}) WHERE ${WENT} })
RETURN m.id AS id ORDER BY id LIMIT toInteger($limit)`,
);

/**
 * Shipments behind one of them that may have stood at an instant (epoch milliseconds), in the order of ids: all but those that had proved
 * to be another one by then, as far as it was noted when.
 */
export const walkShipmentsThen = statement<{ after: string; at: number; limit: number }, { id: string }>(
  'walkShipmentsThen',
  `MATCH (s:Shipment) WHERE s.id > $after AND NOT EXISTS { MATCH (s)-[m:MERGED_INTO]->() WHERE m.at < $at }
RETURN s.id AS id ORDER BY id LIMIT toInteger($limit)`,
);

/** The same walk over those that one of some keys may open today, and those that proved to be one of them since. */
export const walkOpenedShipmentsThen = statement<
  { queries: string[]; after: string; at: number; limit: number },
  { id: string }
>(
  'walkOpenedShipmentsThen',
  `UNWIND $queries AS query
CALL (query) { CALL db.index.fulltext.queryNodes('shipment_summary_terms', query) YIELD node RETURN node AS summary }
WITH DISTINCT summary
MATCH (s:Shipment {id: summary.id})
CALL (s) {
  RETURN s.id AS id
  UNION
  MATCH (old:Shipment)-[:MERGED_INTO*1..8]->(s)
  MATCH (old)-[m:MERGED_INTO]->() WHERE m.at IS NULL OR m.at >= $at
  RETURN old.id AS id
}
WITH DISTINCT id WHERE id > $after
RETURN id ORDER BY id LIMIT toInteger($limit)`,
);

/** Shipments whose public id begins so: one, as ids are hashes. */
export const shipmentsByPrefix = statement<{ prefix: string }, { id: string }>(
  'shipmentsByPrefix',
  `MATCH (s:Shipment) WHERE s.id STARTS WITH $prefix RETURN s.id AS id ORDER BY id LIMIT 3`,
);
