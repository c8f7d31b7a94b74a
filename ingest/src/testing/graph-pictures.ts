import { claimKeys } from 'graph-schema/domain/claim-keys';
import { eventId } from 'graph-schema/identity/event-id';
import type { Told } from 'graph-schema/testing/histories/history';
import {
  pictureOf,
  type Picture,
  type PicturedClaim,
  type PicturedShipment,
  type PicturedUse,
} from 'graph-schema/testing/histories/picture';
import type { GraphUnderTest } from './graph-under-test.ts'; // prettier-ignore

/** What the graph holds of each of these histories, which share no number but a trader's. */
export async function graphPictures(under: GraphUnderTest, histories: readonly (readonly Told[])[]): Promise<Picture[]> {
  const ofClaim = new Map<string, number>();
  const ofBox = new Map<string, number>();
  const ofPaper = new Map<string, number>();
  histories.forEach((told, index) => {
    for (const { message } of told)
      for (const { event } of message.attested) {
        const { container, contents, documents } = claimKeys(event);
        ofClaim.set(eventId(event), index);
        for (const key of container ? [container, ...contents] : contents) ofBox.set(key, index);
        for (const key of documents) if (!key.startsWith('REFERENCE:')) ofPaper.set(key, index);
      }
  });
  const parts = histories.map((): Parts => ({ claims: [], uses: [], shipments: [] }));
  const partOf = (index: number | undefined) => parts[index ?? -1] as Parts;
  for (const claim of await under.query<GraphClaim>(CLAIMS, { ids: [...ofClaim.keys()] }))
    partOf(ofClaim.get(claim.id)).claims.push({ ...claim, against: claim.against?.split(' ') ?? [] });
  for (const use of await under.query<PicturedUse>(USES, { boxes: [...ofBox.keys()] }))
    partOf(ofBox.get(use.container)).uses.push(use);
  for (const shipment of await under.query<GraphShipment>(SHIPMENTS, { papers: [...ofPaper.keys()] }))
    partOf(ofPaper.get(shipment.documents[0] ?? '')).shipments.push(checked(shipment));
  return parts.map(({ claims, uses, shipments }) => pictureOf(claims, uses, shipments));
} // prettier-ignore

interface Parts {
  readonly claims: PicturedClaim[];
  readonly uses: PicturedUse[];
  readonly shipments: PicturedShipment[];
}

interface GraphClaim {
  readonly id: string;
  readonly code: string;
  readonly parked: string | null;
  readonly against: string | null;
}

interface GraphShipment extends PicturedShipment {
  readonly covered: readonly string[];
  readonly cycles: readonly string[];
  readonly carried: readonly { id: string; container: string; from: number | null }[];
}

/** The edges are a cache of the properties: where they differ, that is what the picture shows. */
function checked(shipment: GraphShipment): PicturedShipment {
  const { covered, documents, cycles, carried } = shipment;
  const isSame = (a: readonly string[], b: readonly string[]) => [...a].sort().join(' ') === [...b].sort().join(' ');
  const ids = carried.map(({ id }) => id);
  if (!isSame(covered, documents)) return { ...shipment, carries: [`covered by ${covered.join(' ')}`] };
  if (!isSame(ids, cycles)) return { ...shipment, carries: [`edges to ${ids.join(' ')}, cycles ${cycles.join(' ')}`] };
  return { ...shipment, carries: carried.map(({ container, from }) => `${container}@${from ?? '-'}`) };
} // prettier-ignore

const CLAIMS = `UNWIND $ids AS id
MATCH (e:Event {id: id})
WHERE EXISTS { (e)<-[a:ATTESTS]-() WHERE a.withdrawn IS NULL OR NOT a.withdrawn }
RETURN e.id AS id, e.code AS code, e.parked AS parked, e.against AS against`;

const USES = `UNWIND $boxes AS key
MATCH (i:Identifier {key: key})<-[:OF]-(y:EquipmentCycle)
RETURN key AS container, y.from AS from, y.to AS to, y.documents AS documents, y.sets AS sets, y.aboard AS aboard, y.holds AS holds`;

const SHIPMENTS = `UNWIND $papers AS key
MATCH (:Identifier {key: key})-[:COVERS]->(s:Shipment)
WITH DISTINCT s
RETURN s.anchor AS anchor, s.master AS master, s.documents AS documents, s.shows AS shows, s.cycles AS cycles,
  [(s)<-[:COVERS]-(d) | d.key] AS covered,
  [(s)-[:CARRIES]->(y)-[:OF]->(i) | {id: y.id, container: i.key, from: y.from}] AS carried`;

/** How much there is of everything, whoever it belongs to: what no history accounts for would show here. */
export async function graphCounts(under: GraphUnderTest): Promise<Record<string, number>> {
  const [counts] = await under.query<Record<string, number>>(
    `CALL () { MATCH (e:Event) WHERE EXISTS { (e)<-[a:ATTESTS]-() WHERE a.withdrawn IS NULL OR NOT a.withdrawn } RETURN count(e) AS claims }
     CALL () { MATCH (y:EquipmentCycle) RETURN count(y) AS uses }
     CALL () { MATCH (s:Shipment) WHERE size(s.documents) > 0 RETURN count(s) AS shipments }
     CALL () { MATCH (w:RawMessage) WHERE w.outcome IS NULL RETURN count(w) AS open }
     RETURN claims, uses, shipments, open`,
  );
  return counts ?? {};
}
