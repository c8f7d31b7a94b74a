import { statement } from '../statement.ts';

/** A use of a box as it stands: [id, from, to, documents, sets of papers named in one claim, aboard, ids of its claims]. */
export type StoredCycleRow = [
  id: string,
  from: number | null,
  to: number | null,
  documents: string[],
  sets: string[],
  aboard: string,
  holds: string[],
];

/** Cycles of boxes as they stand in the graph. */
export const listCycles = statement<
  { containers: string[] },
  { container: string; cycles: StoredCycleRow[] }
>(
  'listCycles',
  `UNWIND $containers AS k
MATCH (:Identifier {key: k})<-[:OF]-(y:EquipmentCycle)
RETURN k AS container, collect([y.id, y.from, y.to, y.documents, y.sets, y.aboard, y.holds]) AS cycles`,
);
