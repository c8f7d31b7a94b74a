import { statement } from '../statement.ts';

/** A shipment as it was concluded. */
export type ShipmentRow = [
  id: string,
  anchor: string,
  lane: number,
  master: string | null,
  documents: readonly string[],
  cycles: readonly string[],
];

/** Writes shipments as concluded; edges are a cache of the two lists and are written apart, as a difference. */
export const writeShipments = statement<{ rows: ShipmentRow[] }>(
  'writeShipments',
  `UNWIND $rows AS r
MERGE (s:Shipment {id: r[0]})
  ON CREATE SET s.lane = r[2]
SET s.anchor = r[1], s.master = r[3], s.documents = r[4], s.cycles = r[5]`,
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

/** Ids of the claims with blanks between: they have none in them. */
export const showClaims = statement<{ rows: [shipment: string, events: string][] }>(
  'showClaims',
  `UNWIND $rows AS r
MATCH (s:Shipment {id: r[0]})
UNWIND split(r[1], ' ') AS id
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
