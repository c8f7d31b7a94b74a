import { statement } from '../statement.ts';
import type { ClaimRow } from './journey-facts.ts';

/**
 * What was said of runs themselves (a train at a station, a ship at a berth), or of ships without the voyage, to have
 * happened between two instants each: what cargo aboard inherits.
 */
export const runClaims = statement<
  { runs: [key: string, from: number, to: number][] },
  { run: string; claims: ClaimRow[] }
>(
  'runClaims',
  `UNWIND $runs AS run
MATCH (:Identifier {key: run[0]})<-[:ABOUT]-(e:Event)
WHERE e.at >= run[1] AND e.at <= run[2]
CALL (e) {
  MATCH (e)<-[a:ATTESTS]-(w:RawMessage) WHERE a.withdrawn IS NULL OR NOT a.withdrawn
  MATCH (src:Source {id: w.source})
  RETURN collect([w.id, w.sha256, w.format, w.receivedAt, src.id, src.name, src.nameZh, src.kind, a.ref, a.start, a.end, src.trust]) AS voices
}
WITH run, e, voices WHERE size(voices) > 0
RETURN run[0] AS run, collect([e.id, e.claim, null, voices]) AS claims`,
);
