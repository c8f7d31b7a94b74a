import { statement } from '../statement.ts';

/** A use of a box as it was cut. */
export type CycleRow = [
  id: string,
  container: string,
  from: number | null,
  to: number | null,
  documents: readonly string[],
  /** Distinct sets of documents named in one claim, `A|B`: part loads keep their bills apart. */
  sets: readonly string[],
  aboard: string,
  /** Ids of its claims with blanks between: they have none in them. */
  holds: string,
];

export const createCycles = statement<{ rows: CycleRow[] }>(
  'createCycles',
  `UNWIND $rows AS r
MATCH (i:Identifier {key: r[1]})
CREATE (:EquipmentCycle {id: r[0], from: r[2], to: r[3], documents: r[4], sets: r[5], aboard: r[6],
  holds: CASE r[7] WHEN '' THEN [] ELSE split(r[7], ' ') END})-[:OF]->(i)`,
);

/** Cycles that were cut otherwise than they stand. */
export const updateCycles = statement<{ rows: CycleRow[] }>(
  'updateCycles',
  `UNWIND $rows AS r
MATCH (y:EquipmentCycle {id: r[0]})
SET y.from = r[2], y.to = r[3], y.documents = r[4], y.sets = r[5], y.aboard = r[6],
  y.holds = CASE r[7] WHEN '' THEN [] ELSE split(r[7], ' ') END`,
);

export const removeCycles = statement<{ ids: string[] }>(
  'removeCycles',
  `UNWIND $ids AS id MATCH (y:EquipmentCycle {id: id}) DETACH DELETE y`,
);

/** Marks claims that no cycle can hold with the reason, and with what speaks against them; null takes the mark off. */
export const parkClaims = statement<{
  rows: [event: string, reason: string | null, against: string | null][];
}>('parkClaims', `UNWIND $rows AS r MATCH (e:Event {id: r[0]}) SET e.parked = r[1], e.against = r[2]`);
