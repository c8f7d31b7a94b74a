import { statement } from '../statement.ts';

/** Cycles of boxes as they stand in the graph, with the ids of the claims that they hold. */
export const listCycles = statement<
  { containers: string[] },
  { container: string; id: string; documents: string[]; signature: string; holds: string[] }
>(
  'listCycles',
  `UNWIND $containers AS k
MATCH (:Identifier {key: k})<-[:OF]-(y:EquipmentCycle)
OPTIONAL MATCH (y)-[:HOLDS]->(e:Event)
RETURN k AS container, y.id AS id, y.documents AS documents, y.signature AS signature, collect(e.id) AS holds`,
);
