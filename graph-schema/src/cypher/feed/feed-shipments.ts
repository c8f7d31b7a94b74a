import { statement } from '../statement.ts';

/** Of shipments that entries tell of: what they are meant by, and who could see them when. */
export const feedShipments = statement<
  { ids: string[] },
  { id: string; aliases: string[]; numbers: string[]; sight: string | null }
>(
  'feedShipments',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id})
OPTIONAL MATCH (g:ShipmentSight {id: id})
RETURN id, g.log AS sight,
  COLLECT { MATCH (old:Shipment)-[:MERGED_INTO*1..8]->(s) RETURN old.id LIMIT 50 } AS aliases,
  s.documents + COLLECT { MATCH (s)-[:CARRIES]->(:EquipmentCycle)-[:OF]->(i) RETURN i.key } AS numbers`,
);

/** Claims that entries name; one that is not kept has no row. */
export const feedClaims = statement<{ ids: string[] }, { id: string; claim: string }>(
  'feedClaims',
  `UNWIND $ids AS id MATCH (e:Event {id: id}) RETURN id, e.claim AS claim`,
);
