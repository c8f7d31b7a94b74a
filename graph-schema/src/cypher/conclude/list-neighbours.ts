import { statement } from '../statement.ts';

/** Numbers that were ever named together with the given ones. `kind`: DOCUMENT, CONTAINER or RUN. */
export const listNeighbours = statement<{ keys: string[]; kind: string }, { key: string }>(
  'listNeighbours',
  `UNWIND $keys AS k
MATCH (:Identifier {key: k})-[:SEEN_WITH]-(other:Identifier)
WHERE other.kind = $kind
RETURN DISTINCT other.key AS key`,
);
