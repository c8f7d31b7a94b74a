import { statement } from '../statement.ts';

/** A shipment as it stands, and the numbers that lead to what it was before. */
export interface KnownShipmentRow {
  /** The id asked for; `id` differs when it is an alias. */
  asked: string;
  /** The number that the asked one hung on last. */
  askedAnchor: string;
  id: string;
  anchor: string;
  documents: string[];
  /** Shipments that proved to be this one. */
  aliases: { id: string; anchor: string }[];
}

/** Where looking back at shipments begins; unknown ids have no row. */
export const knownShipments = statement<{ ids: string[] }, KnownShipmentRow>(
  'knownShipments',
  `UNWIND $ids AS asked
MATCH (named:Shipment {id: asked})
OPTIONAL MATCH (named)-[:MERGED_INTO*1..8]->(heir:Shipment) WHERE NOT EXISTS { (heir)-[:MERGED_INTO]->() }
WITH asked, named, coalesce(heir, named) AS s
RETURN asked, named.anchor AS askedAnchor, s.id AS id, s.anchor AS anchor, s.documents AS documents,
  COLLECT { MATCH (old:Shipment)-[:MERGED_INTO*1..8]->(s) RETURN {id: old.id, anchor: old.anchor} LIMIT 50 } AS aliases`,
);
