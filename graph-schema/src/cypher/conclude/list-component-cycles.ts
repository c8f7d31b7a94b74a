import { statement } from '../statement.ts';

/** Cycles of boxes that were ever named with one of these documents. */
export const listComponentCycles = statement<
  { documents: string[] },
  { id: string; container: string; documents: string[]; sets: string[] }
>(
  'listComponentCycles',
  `UNWIND $documents AS k
MATCH (:Identifier {key: k})-[:SEEN_WITH]-(i:Identifier {kind: 'CONTAINER'})
WITH DISTINCT i
MATCH (i)<-[:OF]-(y:EquipmentCycle)
WHERE any(d IN y.documents WHERE d IN $documents)
RETURN y.id AS id, i.key AS container, y.documents AS documents, y.sets AS sets`,
);
