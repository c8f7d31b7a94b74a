import { statement } from '../statement.ts';

/** A shipment as it was concluded. */
export type ShipmentRow = [
  id: string,
  anchor: string,
  lane: number,
  master: string | null,
  documents: readonly string[],
  cycles: readonly string[],
  /** Ids of the claims about its documents with blanks between: they have none in them. */
  shows: string,
];

/** Writes shipments as concluded; edges are a cache of `documents` and `cycles` and are written apart, as a difference. */
export const writeShipments = statement<{ rows: ShipmentRow[] }>(
  'writeShipments',
  `UNWIND $rows AS r
MERGE (s:Shipment {id: r[0]})
  ON CREATE SET s.lane = r[2]
SET s.anchor = r[1], s.master = r[3], s.documents = r[4], s.cycles = r[5],
  s.shows = CASE r[6] WHEN '' THEN [] ELSE split(r[6], ' ') END`,
);

export const coverShipments = statement<{ rows: [shipment: string, documents: string[]][] }>(
  'coverShipments',
  `UNWIND $rows AS r
MATCH (s:Shipment {id: r[0]})
UNWIND r[1] AS k
MATCH (d:Identifier {key: k})
CREATE (d)-[:COVERS]->(s)`,
);

export const uncoverShipments = statement<{ rows: [shipment: string, documents: string[]][] }>(
  'uncoverShipments',
  `UNWIND $rows AS r
MATCH (s:Shipment {id: r[0]})<-[c:COVERS]-(d:Identifier)
WHERE d.key IN r[1]
DELETE c`,
);

export const carryCycles = statement<{ rows: [shipment: string, cycles: string[]][] }>(
  'carryCycles',
  `UNWIND $rows AS r
MATCH (s:Shipment {id: r[0]})
UNWIND r[1] AS id
MATCH (y:EquipmentCycle {id: id})
CREATE (s)-[:CARRIES]->(y)`,
);

export const dropCycles = statement<{ rows: [shipment: string, cycles: string[]][] }>(
  'dropCycles',
  `UNWIND $rows AS r
MATCH (s:Shipment {id: r[0]})-[c:CARRIES]->(y:EquipmentCycle)
WHERE y.id IN r[1]
DELETE c`,
);

/**
 * A shipment that proved to be another one: its id stays as an alias, because links and feeds hang on it. `at`, service time in epoch
 * milliseconds: since when it is one.
 */
export const mergeShipments = statement<{ rows: [old: string, into: string][]; at: number }>(
  'mergeShipments',
  `UNWIND $rows AS r
MATCH (old:Shipment {id: r[0]}), (into:Shipment {id: r[1]})
OPTIONAL MATCH (old)-[x:CARRIES]->()
DELETE x
WITH DISTINCT old, into
OPTIONAL MATCH (old)<-[c:COVERS]-()
DELETE c
WITH DISTINCT old, into
SET old.documents = [], old.cycles = [], old.shows = []
MERGE (old)-[m:MERGED_INTO]->(into) ON CREATE SET m.at = $at`,
);

/** A shipment of which nothing is left, every claim behind it being withdrawn: its id answers "nothing stands". */
export const emptyShipments = statement<{ ids: string[] }>(
  'emptyShipments',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id})
OPTIONAL MATCH (s)-[x:CARRIES]->()
DELETE x
WITH DISTINCT s
OPTIONAL MATCH (s)<-[c:COVERS]-()
DELETE c
WITH DISTINCT s
SET s.documents = [], s.cycles = [], s.shows = []`,
);
