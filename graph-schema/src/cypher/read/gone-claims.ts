import { statement } from '../statement.ts';
import type { ClaimRow } from './journey-facts.ts';
import type { SaidRow } from './known-claims.ts';
import { FORMER_VOICES, SAID } from './voices.ts';

/** What went from shipments, as far as that is kept, in the order of time and each time that it did; it may have come back since. Nothing went: no row. */
export const goneFromShipments = statement<
  { ids: readonly string[] },
  { shipment: string; id: string; at: string }
>(
  'goneFromShipments',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id}) WHERE s.gone IS NOT NULL
UNWIND s.gone AS gone
WITH s, split(gone, ' ') AS g
RETURN s.id AS shipment, g[0] AS id, g[1] AS at`,
);

/**
 * Claims with all who ever made them; whether somebody still does, and which claims those who took it back make, or made, in its
 * place: in the same thread, or in the same message read again, those that stand first. One that is not kept has no row.
 */
export const listGoneClaims = statement<
  { ids: readonly string[] },
  { claim: ClaimRow; stands: boolean; instead: string[] }
>(
  'listGoneClaims',
  `UNWIND $ids AS id
MATCH (e:Event {id: id})
${FORMER_VOICES}
CALL (e) {
  MATCH (e)<-[a:ATTESTS|ATTESTED]-() WHERE a.thread IS NOT NULL
  WITH DISTINCT e, a.thread AS thread
  MATCH ()-[b:ATTESTS {thread: thread}]->(n:Event) USING INDEX SEEK b:ATTESTS(thread)
  WHERE n <> e
  RETURN n.id AS other ORDER BY coalesce(b.withdrawn, false) LIMIT 200
  UNION
  MATCH (e)<-[:ATTESTED]-(w:RawMessage)-[b:ATTESTS]->(n:Event)
  WHERE n <> e AND n.code = e.code
  RETURN n.id AS other ORDER BY coalesce(b.withdrawn, false) LIMIT 200
  UNION
  RETURN null AS other
}
WITH e, voices, collect(DISTINCT other) AS instead
RETURN [e.id, e.claim, null, voices] AS claim, instead,
  EXISTS { MATCH (e)<-[a:ATTESTS]-(:RawMessage) WHERE NOT coalesce(a.withdrawn, false) } AS stands`,
);

/**
 * What was said of runs themselves to have happened between two instants each, or of ships without the voyage, and is said by nobody
 * any more, with all who ever said so: what cargo aboard inherited of it. `isOnce`: also what somebody says now and somebody ceased to say.
 */
export const goneFromRuns = statement<
  { runs: [key: string, from: number, to: number][]; isOnce: boolean },
  { id: string; runs: string[]; claim: string; said: SaidRow[] }
>(
  'goneFromRuns',
  `UNWIND $runs AS run
MATCH (:Identifier {key: run[0]})<-[:ABOUT]-(e:Event)
WHERE e.at >= run[1] AND e.at <= run[2] AND e.classifier = 'ACTUAL'
  AND (NOT EXISTS { (e)<-[a:ATTESTS]-(:RawMessage) WHERE NOT coalesce(a.withdrawn, false) }
    OR ($isOnce AND EXISTS { (e)<-[a:ATTESTS|ATTESTED]-(:RawMessage) WHERE type(a) = 'ATTESTED' OR a.withdrawn }))
WITH e, collect(DISTINCT run[0]) AS runs
${SAID}
RETURN e.id AS id, runs, e.claim AS claim, said`,
);

/** Of these shipments those of which nothing is left, with the number that each hung on last. */
export const emptiedShipments = statement<{ ids: readonly string[] }, { id: string; anchor: string }>(
  'emptiedShipments',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id}) WHERE s.gone IS NOT NULL AND size(s.documents) = 0 AND NOT EXISTS { (s)-[:MERGED_INTO]->() }
RETURN id, s.anchor AS anchor`,
);

/** The same claims with what settles whether each stood at an instant. */
export const listFormerClaims = statement<
  { ids: readonly string[] },
  { id: string; claim: string; said: SaidRow[] }
>(
  'listFormerClaims',
  `UNWIND $ids AS id
MATCH (e:Event {id: id})
${SAID}
RETURN e.id AS id, e.claim AS claim, said`,
);
