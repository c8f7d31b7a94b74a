import { statement } from '../statement.ts';
import type { ClaimRow } from './journey-facts.ts';

/** Claims that stand, by their ids, with all who make them; no row: there is none, or nobody makes it any more. */
export const claimsById = statement<{ ids: readonly string[] }, { claim: ClaimRow }>(
  'claimsById',
  `UNWIND $ids AS id
MATCH (e:Event {id: id})
CALL (e) {
  MATCH (e)<-[a:ATTESTS]-(w:RawMessage) WHERE a.withdrawn IS NULL OR NOT a.withdrawn
  MATCH (src:Source {id: w.source})
  RETURN collect([w.id, w.sha256, w.format, w.receivedAt, src.id, src.name, src.nameZh, src.kind, a.ref, a.start, a.end, src.trust]) AS voices
}
WITH e, voices WHERE size(voices) > 0
RETURN [e.id, e.claim, null, voices] AS claim`,
);
