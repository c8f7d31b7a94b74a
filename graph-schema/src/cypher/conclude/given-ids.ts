import { statement } from '../statement.ts';

/** Of these ids of shipments those that were ever given, and whether they stand for something now. */
export const listGivenIds = statement<
  { ids: string[] },
  { id: string; lane: number; isInUse: boolean; isAlias: boolean }
>(
  'listGivenIds',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id})
RETURN s.id AS id, s.lane AS lane, size(s.documents) > 0 AS isInUse, EXISTS { (s)-[:MERGED_INTO]->() } AS isAlias`,
);

/** Ids that stood for another shipment answer for themselves again. */
export const reviveShipments = statement<{ ids: string[] }>(
  'reviveShipments',
  `UNWIND $ids AS id
MATCH (:Shipment {id: id})-[m:MERGED_INTO]->()
DELETE m`,
);
