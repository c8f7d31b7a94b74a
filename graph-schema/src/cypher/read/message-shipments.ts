import { statement } from '../statement.ts';

/** Of a message with more claims than this, some are looked at. */
const CLAIMS_MAX = 5000;

/**
 * Shipments on whose journeys a claim of a message shows: about one of their papers, or about a box on the trip that
 * carried them. What is told of a ship or train is inherited by its cargo, and leads to no shipment here.
 */
export const messageShipments = statement<{ raw: string; limit: number }, { shipment: string }>(
  'messageShipments',
  `MATCH (:RawMessage {id: $raw})-[:ATTESTS]->(e:Event)
WITH e LIMIT ${CLAIMS_MAX}
MATCH (e)-[:ABOUT]->(i:Identifier)
CALL (e, i) {
  MATCH (i)-[:COVERS]->(s:Shipment) WHERE e.id IN s.shows
  RETURN s
  UNION
  MATCH (i)<-[:OF]-(y:EquipmentCycle)<-[:CARRIES]-(s:Shipment) WHERE e.id IN y.holds
  RETURN s
}
WITH DISTINCT s
RETURN s.id AS shipment ORDER BY shipment LIMIT toInteger($limit)`,
);
