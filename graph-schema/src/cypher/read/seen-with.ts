import { statement } from '../statement.ts';

/**
 * Boxes and papers that were ever named together with these numbers, at most `max` of each: the way is never taken away,
 * so it leads to all that was known at any time. A number without any has no row.
 */
export const listSeenWith = statement<{ keys: string[]; max: number }, { key: string; others: string[] }>(
  'listSeenWith',
  `UNWIND $keys AS k
MATCH (i:Identifier {key: k})
CALL (i) {
  MATCH (i)-[:SEEN_WITH]-(other:Identifier) WHERE other.kind = 'DOCUMENT' OR other.kind = 'CONTAINER'
  RETURN DISTINCT other.key AS other LIMIT toInteger($max)
}
RETURN k AS key, collect(other) AS others`,
);
