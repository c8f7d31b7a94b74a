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

/** Shipments of a number `i` that were in use between two instants, the second and the third of a row of this name. */
const shipmentsInUse = (row: string) => `CALL (${row}, i) {
  MATCH (i)<-[:OF]-(y:EquipmentCycle)<-[:CARRIES]-(s:Shipment)
  WHERE coalesce(y.from, 0) <= ${row}[2] AND (y.to IS NULL OR y.to >= ${row}[1])
  RETURN s
  UNION
  MATCH (i)-[:COVERS]->(s:Shipment) WHERE size(s.cycles) = 0
  RETURN s
}
RETURN DISTINCT s.id AS id, s.lane AS lane`;

/**
 * Shipments that may inherit what happened to these ships (IMO numbers) between two instants: what was ever named with one
 * of their voyages, under the number or the name, and was in use then.
 */
export const listShipShipments = statement<
  { ships: [imo: string, from: number, to: number][] },
  { id: string; lane: number }
>(
  'listShipShipments',
  `UNWIND $ships AS ship
CALL (ship) {
  RETURN ship[0] AS name
  UNION
  MATCH (m:TransportMeans {imo: ship[0]}) WHERE m.name IS NOT NULL RETURN m.name AS name
}
MATCH (run:Identifier) WHERE run.key STARTS WITH 'VOYAGE:' + name + '/'
MATCH (run)-[:SEEN_WITH]-(i:Identifier)
${shipmentsInUse('ship')}`,
);

/** Shipments that may inherit what happened to these wagons between two instants: what was ever named on them, and was in use then. */
export const listWagonShipments = statement<
  { wagons: [key: string, from: number, to: number][] },
  { id: string; lane: number }
>(
  'listWagonShipments',
  `UNWIND $wagons AS wagon
MATCH (:Identifier {key: wagon[0]})-[:SEEN_WITH]-(i:Identifier)
${shipmentsInUse('wagon')}`,
);
