import { statement } from '../statement.ts';
import type { ClaimRow } from './journey-facts.ts';
import { VOICES } from './voices.ts';

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
${VOICES}
WITH run, e, voices WHERE size(voices) > 0
RETURN run[0] AS run, collect([e.id, e.claim, null, voices]) AS claims`,
);
