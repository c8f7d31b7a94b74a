import { statement } from '../statement.ts';

/**
 * Shipments behind numbers: a paper that covers it, a box that carried (part of) it. Newest use of a box first.
 * A key without a row is unknown; a row without shipment is a number that somebody named but nothing hangs on yet.
 */
export const findShipmentsByNumber = statement<
  { keys: string[] },
  { key: string; shipment: string | null; anchor: string | null; from: number | null }
>(
  'findShipmentsByNumber',
  `UNWIND $keys AS k
MATCH (i:Identifier {key: k})
CALL (i) {
  MATCH (i)-[:COVERS]->(s:Shipment) RETURN s, null AS from
  UNION
  MATCH (i)<-[:OF]-(y:EquipmentCycle)<-[:CARRIES]-(s:Shipment) RETURN s, y.from AS from
  UNION
  MATCH (i) RETURN null AS s, null AS from
}
WITH k, s, max(from) AS from
RETURN k AS key, s.id AS shipment, s.anchor AS anchor, from
ORDER BY key, from DESC, shipment`,
);
