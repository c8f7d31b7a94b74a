import { statement } from '../statement.ts';

/** A use of a box as it stands: [id, from, to, documents, sets of papers named in one claim, aboard]. */
export type StoredCycleRow = [
  id: string,
  from: number | null,
  to: number | null,
  documents: string[],
  sets: string[],
  aboard: string,
];

/** Cycles of boxes as they stand in the graph; what they hold is asked for apart, because few of them are cut anew. */
export const listCycles = statement<
  { containers: string[] },
  { container: string; cycles: StoredCycleRow[] }
>(
  'listCycles',
  `UNWIND $containers AS k
MATCH (:Identifier {key: k})<-[:OF]-(y:EquipmentCycle)
RETURN k AS container, collect([y.id, y.from, y.to, y.documents, y.sets, y.aboard]) AS cycles`,
);

/** The claims that cycles hold. */
export const listHeld = statement<{ cycles: string[] }, { cycle: string; holds: string[] }>(
  'listHeld',
  `UNWIND $cycles AS id
MATCH (y:EquipmentCycle {id: id})-[:HOLDS]->(e:Event)
RETURN id AS cycle, collect(e.id) AS holds`,
);
