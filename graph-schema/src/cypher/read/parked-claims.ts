import { statement } from '../statement.ts';
import type { ClaimRow } from './journey-facts.ts';
import { VOICES } from './voices.ts';

/** A claim about a box that no use of the box holds: [id, claim JSON, reason, ids of what speaks against it, voices]. */
export type ParkedRow = [
  id: string,
  claim: string,
  reason: string,
  against: string | null,
  voices: ClaimRow[3],
];

/**
 * What is told of boxes and shows on no journey, by the use that it may have been meant for: it names one of its papers,
 * or it lies in its time, or within `slackMs` of it.
 */
export const parkedClaims = statement<
  { cycles: string[]; slackMs: number },
  { cycle: string; claims: ParkedRow[] }
>(
  'parkedClaims',
  `UNWIND $cycles AS cycle
MATCH (y:EquipmentCycle {id: cycle})-[:OF]->(:Identifier)<-[:ABOUT]-(e:Event)
WHERE e.parked IS NOT NULL AND (any(paper IN e.documents WHERE paper IN y.documents)
  OR (e.at >= y.from - $slackMs AND e.at <= coalesce(y.to, e.at) + $slackMs))
${VOICES}
WITH cycle, e, voices WHERE size(voices) > 0
RETURN cycle, collect([e.id, e.claim, e.parked, e.against, voices]) AS claims`,
);
