import { statement } from '../statement.ts';
import { WENT } from './went-since.ts';

/** Whether a shipment proved to be another one at `$since` or later; a relationship `m` of before that was noted has no time. */
const MERGED = '(m.at IS NULL OR m.at >= $since)';
/** The one that stands comes before those that proved to be it. */
const ORDER = 'ORDER BY EXISTS { (:Shipment {id: id})-[:MERGED_INTO]->() }, id';

/**
 * Shipments that may have been known otherwise at an instant (`since`, epoch milliseconds; `from`, the same as an ISO text): of which
 * anything was received since then, or went, and those that proved to be another since then, which come last. At most `most`.
 */
export const changedSince = statement<{ since: number; from: string; most: number }, { id: string }>(
  'changedSince',
  `CALL () {
  MATCH (m:ShipmentSummary) WHERE m.changedAt >= $since RETURN m.id AS id
  UNION
  MATCH (s:Shipment) WHERE ${WENT} RETURN s.id AS id
  UNION
  MATCH (s:Shipment)-[m:MERGED_INTO]->() WHERE ${MERGED} RETURN s.id AS id
}
RETURN id ${ORDER} LIMIT toInteger($most)`,
);

/** The same of those that one of some keys opens today; `queries` name the keys in the words of the full-text index. */
export const openedChangedSince = statement<
  { queries: string[]; since: number; from: string; most: number },
  { id: string }
>(
  'openedChangedSince',
  `UNWIND $queries AS query
CALL (query) { CALL db.index.fulltext.queryNodes('shipment_summary_terms', query) YIELD node AS m RETURN m }
WITH DISTINCT m AS summary
MATCH (s:Shipment {id: summary.id})
WITH summary, s, COLLECT {
  MATCH (old:Shipment)-[:MERGED_INTO*1..8]->(s)
  MATCH (old)-[m:MERGED_INTO]->() WHERE ${MERGED}
  RETURN DISTINCT old.id
} AS before
WHERE summary.changedAt >= $since OR size(before) > 0 OR ${WENT}
UNWIND [s.id] + before AS id
WITH DISTINCT id
RETURN id ${ORDER} LIMIT toInteger($most)`,
);
