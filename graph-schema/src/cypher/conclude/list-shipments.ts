import { statement } from '../statement.ts';

export interface StoredShipment {
  readonly id: string;
  readonly anchor: string;
  readonly lane: number;
  readonly documents: readonly string[];
  readonly cycles: readonly string[];
  readonly shows: readonly string[];
  readonly master: string | null;
}

/** Shipments that one of these documents covers now, as they stand. */
export const listShipments = statement<{ documents: string[] }, StoredShipment>(
  'listShipments',
  `UNWIND $documents AS k
MATCH (:Identifier {key: k})-[:COVERS]->(s:Shipment)
WITH DISTINCT s
RETURN s.id AS id, s.anchor AS anchor, s.lane AS lane, s.documents AS documents, s.cycles AS cycles,
  s.shows AS shows, s.master AS master`,
);

/** Shipments that inherit what happens to these runs. */
export const listAboardShipments = statement<{ runs: string[] }, { id: string; lane: number }>(
  'listAboardShipments',
  `UNWIND $runs AS k
MATCH (:Identifier {key: k})-[:SEEN_WITH]-(i:Identifier)
CALL (i) {
  MATCH (i)<-[:OF]-(:EquipmentCycle)<-[:CARRIES]-(s:Shipment) RETURN s
  UNION
  MATCH (i)-[:COVERS]->(s:Shipment) RETURN s
}
RETURN DISTINCT s.id AS id, s.lane AS lane`,
);
