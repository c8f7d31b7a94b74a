import type { GraphUnderTest } from './graph-under-test.ts';

/**
 * The whole graph as facts and conclusions, without what promise P2 leaves out (feed entries, receive times, public
 * ids): two pictures are equal exactly when the graphs mean the same.
 */
export async function graphPicture(under: GraphUnderTest): Promise<unknown> {
  const claims = await under.query(
    `MATCH (e:Event)
     WITH e, EXISTS { (e)<-[a:ATTESTS]-() WHERE a.withdrawn IS NULL OR NOT a.withdrawn } AS stands WHERE stands
     RETURN e.id AS id, e.code AS code, e.parked AS parked ORDER BY id`,
  );
  const cycles = await under.query(
    `MATCH (y:EquipmentCycle)-[:OF]->(i)
     RETURN i.key AS container, y.from AS from, y.to AS to, y.documents AS documents, y.aboard AS aboard,
       COLLECT { UNWIND y.holds AS e RETURN e ORDER BY e } AS holds
     ORDER BY container, from, documents`,
  );
  const shipments = await under.query(
    `MATCH (s:Shipment) WHERE size(s.documents) > 0
     RETURN s.anchor AS anchor, s.master AS master, s.documents AS documents,
       COLLECT { MATCH (s)-[:CARRIES]->(y)-[:OF]->(i) RETURN i.key + '@' + coalesce(toString(y.from), '-') AS c ORDER BY c } AS carries,
       COLLECT { UNWIND s.shows AS e RETURN e ORDER BY e } AS shows,
       COLLECT { MATCH (s)<-[:COVERS]-(d) RETURN d.key ORDER BY d.key } AS covers
     ORDER BY anchor`,
  );
  return { claims, cycles, shipments };
}
