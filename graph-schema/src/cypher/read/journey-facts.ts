import { statement } from '../statement.ts';
import { VOICES } from './voices.ts';

/** One attestation: [raw id, sha-256, format, received at, source id, name, Chinese name, kind, message ref, start, end, trust as JSON]. */
export type VoiceRow = [
  rawId: string,
  sha256: string,
  format: string | null,
  receivedAt: string,
  source: string,
  name: string,
  nameZh: string | null,
  kind: string,
  messageRef: string | null,
  start: number,
  end: number,
  trust: string | null,
];

/** One claim as it shows: [id, claim JSON, cycle id, voices]. */
export type ClaimRow = [id: string, claim: string, cycle: string | null, voices: VoiceRow[]];

export interface JourneyFactsRow {
  /** The id asked for; `shipment` differs when it is an alias. */
  asked: string;
  shipment: string;
  anchor: string;
  master: string | null;
  documents: string[];
  houses: { id: string; anchor: string }[];
  masterId: string | null;
  /** `endedAt`: epoch milliseconds. */
  cycles: { id: string; container: string; endedAt: number | null; aboard: string }[];
  claims: ClaimRow[];
}

/** Everything that journeys are derived from, many shipments at once; unknown ids have no row. */
export const journeyFacts = statement<{ ids: string[] }, JourneyFactsRow>(
  'journeyFacts',
  `UNWIND $ids AS asked
MATCH (named:Shipment {id: asked})
OPTIONAL MATCH (named)-[:MERGED_INTO*1..8]->(heir:Shipment) WHERE NOT EXISTS { (heir)-[:MERGED_INTO]->() }
WITH asked, coalesce(heir, named) AS s
CALL (s) {
  UNWIND s.shows AS id MATCH (e:Event {id: id}) RETURN e, null AS cycle
  UNION
  MATCH (s)-[:CARRIES]->(y:EquipmentCycle) UNWIND y.holds AS id MATCH (e:Event {id: id}) RETURN e, y.id AS cycle
}
${VOICES}
WITH asked, s, collect([e.id, e.claim, cycle, voices]) AS claims
RETURN asked, s.id AS shipment, s.anchor AS anchor, s.master AS master, s.documents AS documents, claims,
  COLLECT { MATCH (h:Shipment {master: s.anchor}) WHERE size(h.documents) > 0 RETURN {id: h.id, anchor: h.anchor} ORDER BY h.anchor } AS houses,
  head(COLLECT { MATCH (m:Shipment {anchor: s.master}) WHERE size(m.documents) > 0 RETURN m.id }) AS masterId,
  COLLECT { MATCH (s)-[:CARRIES]->(y)-[:OF]->(i) RETURN {id: y.id, container: i.value, endedAt: y.to, aboard: y.aboard} ORDER BY i.value, y.from } AS cycles`,
);
