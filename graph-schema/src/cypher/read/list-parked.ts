import { statement } from '../statement.ts';
import type { ParkedRow } from './parked-claims.ts';
import { VOICES } from './voices.ts';

export interface ParkedPage {
  /** Parked for one of these reasons. */
  reasons: readonly string[];
  /** Made by this source; null: by any. */
  source: string | null;
  /** Codes that are left out. */
  without: readonly string[];
  /** Behind this place in the order; the instant is epoch milliseconds. */
  before: [at: number, id: string];
  limit: number;
}

/**
 * Claims that stand and that no use of their box holds, of the whole graph, those of the latest event time first: each reason along
 * the index, as far as the limit wants. `box` and `documents` are keys of numbers.
 */
export const listParked = statement<
  ParkedPage,
  { box: string; at: number; documents: string[]; claim: ParkedRow }
>(
  'listParked',
  `UNWIND $reasons AS reason
CALL (reason) {
  MATCH (e:Event) WHERE e.parked = reason AND e.at <= $before[0] AND (e.at < $before[0] OR e.id < $before[1])
    AND NOT e.code IN $without
    AND EXISTS {
      MATCH (e)<-[a:ATTESTS]-(w:RawMessage)
      WHERE (a.withdrawn IS NULL OR NOT a.withdrawn) AND ($source IS NULL OR w.source = $source)
    }
  RETURN e ORDER BY e.at DESC, e.id DESC LIMIT toInteger($limit)
}
WITH e ORDER BY e.at DESC, e.id DESC LIMIT toInteger($limit)
MATCH (e)-[:ABOUT]->(box:Identifier)
${VOICES}
RETURN box.key AS box, toFloat(e.at) AS at, e.documents AS documents, [e.id, e.claim, e.parked, e.against, voices] AS claim
ORDER BY at DESC, e.id DESC`,
);
