import { statement } from '../statement.ts';

/**
 * Which public ids lead to what hung, or hangs, on a number: the one made from the number, one that hangs on it now, one
 * that the number leads to now; null: there is none.
 */
export const shipmentsOfAnchors = statement<
  { rows: [anchor: string, ownId: string][] },
  { anchor: string; own: string | null; hanging: string | null; covering: string | null }
>(
  'shipmentsOfAnchors',
  `UNWIND $rows AS r
OPTIONAL MATCH (own:Shipment {id: r[1]})
RETURN r[0] AS anchor, own.id AS own,
  head(COLLECT { MATCH (s:Shipment {anchor: r[0]}) RETURN s.id ORDER BY s.id }) AS hanging,
  head(COLLECT { MATCH (:Identifier {key: r[0]})-[:COVERS]->(s:Shipment) RETURN s.id ORDER BY s.id }) AS covering`,
);
