import { statement } from '../statement.ts';

export interface CycleRow {
  id: string;
  container: string;
  from: number | null;
  to: number | null;
  documents: readonly string[];
  /** Distinct sets of documents named in one claim, `A|B`: part loads keep their bills apart. */
  sets: readonly string[];
  aboard: string;
  signature: string;
}

/** Writes the cycles of a box as cut; the edges to claims are written apart, as a difference. */
export const writeCycles = statement<{ rows: CycleRow[] }>(
  'writeCycles',
  `UNWIND $rows AS r
MERGE (y:EquipmentCycle {id: r.id})
SET y.from = r.from, y.to = r.to, y.documents = r.documents, y.sets = r.sets, y.aboard = r.aboard,
  y.signature = r.signature
WITH y, r
MATCH (i:Identifier {key: r.container})
MERGE (y)-[:OF]->(i)`,
);

export const removeCycles = statement<{ ids: string[] }>(
  'removeCycles',
  `UNWIND $ids AS id MATCH (y:EquipmentCycle {id: id}) DETACH DELETE y`,
);

export const holdClaims = statement<{ rows: [cycle: string, events: string[]][] }>(
  'holdClaims',
  `UNWIND $rows AS r
MATCH (y:EquipmentCycle {id: r[0]})
UNWIND r[1] AS id
MATCH (e:Event {id: id})
CREATE (y)-[:HOLDS]->(e)`,
);

export const releaseClaims = statement<{ rows: [cycle: string, events: string[]][] }>(
  'releaseClaims',
  `UNWIND $rows AS r
MATCH (y:EquipmentCycle {id: r[0]})-[h:HOLDS]->(e:Event)
WHERE e.id IN r[1]
DELETE h`,
);

/** Marks claims that no cycle can hold with the reason; null takes the mark off. */
export const parkClaims = statement<{ rows: [event: string, reason: string | null][] }>(
  'parkClaims',
  `UNWIND $rows AS r MATCH (e:Event {id: r[0]}) SET e.parked = r[1]`,
);
