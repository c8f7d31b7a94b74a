import { statement } from '../statement.ts';

/**
 * Shipments behind numbers: a paper that covers it, a box that carried (part of) it, an order that a standing claim names
 * together with a paper of it (as `ordersOf` reads it: a house bill by itself or by a paper of its goods alone, its master not by its
 * orders; a reference that was named with more than a thousand numbers is looked at by some of them). Newest use of a box first.
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
  MATCH (i)-[:SEEN_WITH]-(x:Identifier)
  WHERE i.key STARTS WITH 'REFERENCE:' AND x.kind IN ['DOCUMENT', 'CONTAINER'] AND NOT x.key STARTS WITH 'REFERENCE:'
  WITH i, x LIMIT 1000
  MATCH (x)<-[:ABOUT]-(e:Event)
  WHERE i.key IN e.documents AND EXISTS { (e)<-[a:ATTESTS]-() WHERE a.withdrawn IS NULL OR NOT a.withdrawn }
  WITH e.documents AS papers, any(p IN e.documents WHERE split(p, ':')[0] IN ['HOUSE_BILL', 'HAWB']) AS isHouses
  UNWIND papers AS paper
  WITH DISTINCT paper, isHouses
  MATCH (d:Identifier {key: paper})-[:COVERS]->(s:Shipment)
  WITH d, s, isHouses, split(d.key, ':')[0] AS scheme, split(s.anchor, ':')[0] IN ['HOUSE_BILL', 'HAWB'] AS isHouse
  WHERE NOT isHouse AND NOT isHouses OR isHouse AND (d.key = s.anchor OR scheme IN ['DECLARATION', 'TRANSIT', 'MRN', 'DELIVERY_ORDER', 'EIR']
    AND EXISTS { (d)-[:SEEN_WITH]-(:Identifier {key: s.anchor})}
    AND NOT EXISTS { (d)-[:COVERS]->(o:Shipment) WHERE o <> s AND split(o.anchor, ':')[0] IN ['HOUSE_BILL', 'HAWB'] })
  RETURN s, null AS from
  UNION
  MATCH (i) RETURN null AS s, null AS from
}
WITH k, s, max(from) AS from
RETURN k AS key, s.id AS shipment, s.anchor AS anchor, from
ORDER BY key, from DESC, shipment`,
);
