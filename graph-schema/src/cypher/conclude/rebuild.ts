import { statement } from '../statement.ts';

// What a rebuild of all conclusions goes through, page by page in the order of keys.

/** How far a rebuild came, as its own text; null: none is under way. Kept on the lock that each of its steps holds. */
export const readRebuild = statement<Record<string, never>, { place: string | null }>(
  'readRebuild',
  `MATCH (l:GroupLock {name: 'conclusions'}) RETURN l.rebuild AS place`,
);

export const noteRebuild = statement<{ place: string | null }>(
  'noteRebuild',
  `MATCH (l:GroupLock {name: 'conclusions'}) SET l.rebuild = $place`,
);

/** Uses of boxes, with how many boxes each is a use of: one, unless something was damaged. */
export const pageCycles = statement<{ after: string; limit: number }, { id: string; boxes: number }>(
  'pageCycles',
  `MATCH (y:EquipmentCycle) WHERE y.id > $after
WITH y ORDER BY y.id LIMIT toInteger($limit)
RETURN y.id AS id, COUNT { (y)-[:OF]->() } AS boxes`,
);

/** Hangs uses on the box that their claims are about; one without claims goes. */
export const mendCycles = statement<{ ids: string[] }>(
  'mendCycles',
  `UNWIND $ids AS id
MATCH (y:EquipmentCycle {id: id})
CALL (y) { MATCH (y)-[of:OF]->() DELETE of }
OPTIONAL MATCH (:Event {id: head(y.holds)})-[:ABOUT]->(i:Identifier {kind: 'CONTAINER'})
CALL (y, i) { WITH y, i WHERE i IS NOT NULL CREATE (y)-[:OF]->(i) }
CALL (y, i) { WITH y, i WHERE i IS NULL DETACH DELETE y }`,
);

/** Shipments, with what they say that covers and carries them, and what does. */
export interface ShipmentEdges {
  readonly id: string;
  readonly lane: number;
  readonly documents: readonly string[];
  readonly cycles: readonly string[];
  readonly covered: readonly string[];
  readonly carried: readonly string[];
}

export const pageShipments = statement<{ after: string; limit: number }, ShipmentEdges>(
  'pageShipments',
  `MATCH (s:Shipment) WHERE s.id > $after
WITH s ORDER BY s.id LIMIT toInteger($limit)
RETURN s.id AS id, s.lane AS lane, s.documents AS documents, s.cycles AS cycles,
  COLLECT { MATCH (s)<-[:COVERS]-(d) RETURN d.key ORDER BY d.key } AS covered,
  COLLECT { MATCH (s)-[:CARRIES]->(y) RETURN y.id ORDER BY y.id } AS carried`,
);

/**
 * Makes edges and lists of shipments say the same: its papers are those that it names, so that it is found by them; of
 * the uses of boxes it carries those to which an edge leads. What they should be is concluded afterwards.
 */
export const mendShipments = statement<{ ids: string[] }>(
  'mendShipments',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id})
CALL (s) { MATCH (s)<-[c:COVERS]-() DELETE c }
CALL (s) { UNWIND s.documents AS key MATCH (d:Identifier {key: key}) CREATE (d)-[:COVERS]->(s) }
CALL (s) {
  OPTIONAL MATCH (s)-[c:CARRIES]->(y)
  WITH s, y, collect(c) AS edges
  FOREACH (spare IN edges[1..] | DELETE spare)
  WITH s, y ORDER BY y.id
  WITH s, collect(y.id) AS carried
  SET s.cycles = carried
}`,
);

/** Threads of senders, in order. */
export const pageThreads = statement<{ after: string; limit: number }, { thread: string }>(
  'pageThreads',
  `MATCH ()-[a:ATTESTS]->() USING INDEX a:ATTESTS(thread)
WHERE a.thread > $after
WITH DISTINCT a.thread AS thread
RETURN thread ORDER BY thread LIMIT toInteger($limit)`,
);

/** Numbers of boxes, or all others, in the order of their keys. */
export const pageKeys = statement<{ after: string; boxes: boolean; limit: number }, { key: string }>(
  'pageKeys',
  `MATCH (i:Identifier) WHERE i.key > $after AND (i.kind = 'CONTAINER') = $boxes
RETURN i.key AS key ORDER BY key LIMIT toInteger($limit)`,
);

/** Only claims about boxes can be parked. */
export const unparkClaims = statement<{ keys: string[] }, { id: string }>(
  'unparkClaims',
  `UNWIND $keys AS key
MATCH (:Identifier {key: key})<-[:ABOUT]-(e:Event) WHERE e.parked IS NOT NULL OR e.against IS NOT NULL
SET e.parked = null, e.against = null
RETURN e.id AS id`,
);
