import { statement } from '../statement.ts';

/**
 * Which of these numbers lead to a shipment that one of the keys opens; `sight` null: whoever asks may see all. An order counts
 * where it was ever named with a paper of one: `findShipmentsByNumber` says whether it leads there.
 */
export const seenNumbers = statement<{ keys: string[]; sight: string[] | null }, { key: string }>(
  'seenNumbers',
  `UNWIND $keys AS key
MATCH (i:Identifier {key: key})
WHERE EXISTS {
  MATCH (i)-[:COVERS]->(s:Shipment) MATCH (m:ShipmentSummary {id: s.id})
  WHERE $sight IS NULL OR any(k IN m.sight WHERE k IN $sight)
} OR EXISTS {
  MATCH (i)<-[:OF]-(:EquipmentCycle)<-[:CARRIES]-(s:Shipment) MATCH (m:ShipmentSummary {id: s.id})
  WHERE $sight IS NULL OR any(k IN m.sight WHERE k IN $sight)
} OR (key STARTS WITH 'REFERENCE:' AND EXISTS {
  MATCH (i)-[:SEEN_WITH]-(:Identifier)-[:COVERS]->(s:Shipment) MATCH (m:ShipmentSummary {id: s.id})
  WHERE $sight IS NULL OR any(k IN m.sight WHERE k IN $sight)
})
RETURN key`,
);
