import { statement } from '../statement.ts';

/** Boxes and papers that were ever named together with these numbers; one without any has no row. */
export const listNeighbours = statement<{ keys: string[] }, { key: string; others: string[] }>(
  'listNeighbours',
  `UNWIND $keys AS k
MATCH (:Identifier {key: k})-[:SEEN_WITH]-(other:Identifier)
WHERE other.kind = 'DOCUMENT' OR other.kind = 'CONTAINER'
RETURN k AS key, collect(DISTINCT other.key) AS others`,
);
