import { statement } from '../statement.ts';

export interface ShipmentRow {
  id: string;
  anchor: string;
  lane: number;
  master: string | null;
  documents: readonly string[];
  cycles: readonly string[];
}

/** Writes shipments as concluded; edges are a cache of the two lists and are rewritten when these changed. */
export const writeShipments = statement<{ rows: ShipmentRow[] }>(
  'writeShipments',
  `UNWIND $rows AS r
MERGE (s:Shipment {id: r.id})
  ON CREATE SET s.lane = r.lane
SET s.anchor = r.anchor, s.master = r.master, s.documents = r.documents, s.cycles = r.cycles
WITH s, r
CALL (s, r) {
  OPTIONAL MATCH (d:Identifier)-[c:COVERS]->(s) WHERE NOT d.key IN r.documents DELETE c
  WITH DISTINCT s, r UNWIND r.documents AS k MATCH (d:Identifier {key: k}) MERGE (d)-[:COVERS]->(s)
}
CALL (s, r) {
  OPTIONAL MATCH (s)-[c:CARRIES]->(y:EquipmentCycle) WHERE NOT y.id IN r.cycles DELETE c
  WITH DISTINCT s, r UNWIND r.cycles AS id MATCH (y:EquipmentCycle {id: id}) MERGE (s)-[:CARRIES]->(y)
}`,
);

export const showClaims = statement<{ rows: [shipment: string, events: string[]][] }>(
  'showClaims',
  `UNWIND $rows AS r
MATCH (s:Shipment {id: r[0]})
UNWIND r[1] AS id
MATCH (e:Event {id: id})
CREATE (s)-[:SHOWS]->(e)`,
);

export const hideClaims = statement<{ rows: [shipment: string, events: string[]][] }>(
  'hideClaims',
  `UNWIND $rows AS r
MATCH (s:Shipment {id: r[0]})-[x:SHOWS]->(e:Event)
WHERE e.id IN r[1]
DELETE x`,
);

/** A shipment that proved to be another one: its id stays as an alias, because links and feeds hang on it. */
export const mergeShipments = statement<{ rows: [old: string, into: string][] }>(
  'mergeShipments',
  `UNWIND $rows AS r
MATCH (old:Shipment {id: r[0]}), (into:Shipment {id: r[1]})
OPTIONAL MATCH (old)-[x:SHOWS|CARRIES]->()
DELETE x
WITH DISTINCT old, into
OPTIONAL MATCH (old)<-[c:COVERS]-()
DELETE c
WITH DISTINCT old, into
SET old.documents = [], old.cycles = []
MERGE (old)-[:MERGED_INTO]->(into)`,
);

/** A shipment of which nothing is left, every claim behind it being withdrawn: its id answers "nothing stands". */
export const emptyShipments = statement<{ ids: string[] }>(
  'emptyShipments',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id})
OPTIONAL MATCH (s)-[x:SHOWS|CARRIES]->()
DELETE x
WITH DISTINCT s
OPTIONAL MATCH (s)<-[c:COVERS]-()
DELETE c
WITH DISTINCT s
SET s.documents = [], s.cycles = []`,
);
