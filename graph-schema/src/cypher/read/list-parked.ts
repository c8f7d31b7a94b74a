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
  /** So many of each reason are looked at, whether they fit or not: a rare source is not looked for among millions at once. */
  looked: number;
}

/** Without what is equal in it the server sorts all that it finds instead of reading backwards. */
const ORDER = 'ORDER BY e.parked DESC, e.at DESC, e.id DESC';
const NEXT = `MATCH (e:Event) USING INDEX SEEK e:Event(parked, at)
  WHERE e.parked = reason AND e.at <= $before[0] AND (e.at < $before[0] OR e.id < $before[1])`;

/**
 * Claims that stand and that no use of their box holds, of the whole graph, those of the latest event time first: each reason along
 * the index, as far as the limit wants and no farther than `looked`. `box` and `documents` are keys of numbers.
 */
export const listParked = statement<
  ParkedPage,
  { box: string; at: number; documents: string[]; claim: ParkedRow }
>(
  'listParked',
  `UNWIND $reasons AS reason
CALL (reason) {
  ${NEXT}
  WITH e ${ORDER} LIMIT toInteger($looked)
  WITH e WHERE NOT e.code IN $without
    AND EXISTS {
      MATCH (e)<-[a:ATTESTS]-(w:RawMessage)
      WHERE (a.withdrawn IS NULL OR NOT a.withdrawn) AND ($source IS NULL OR w.source = $source)
    }
  RETURN e ${ORDER} LIMIT toInteger($limit)
}
WITH e ORDER BY e.at DESC, e.id DESC LIMIT toInteger($limit)
MATCH (e)-[:ABOUT]->(box:Identifier)
${VOICES}
RETURN box.key AS box, toFloat(e.at) AS at, e.documents AS documents, [e.id, e.claim, e.parked, e.against, voices] AS claim
ORDER BY at DESC, e.id DESC`,
);

/** Up to where each reason is looked at that has more: a page tells nothing from behind the latest of these places. */
export const parkedEdges = statement<Pick<ParkedPage, 'reasons' | 'before' | 'looked'>, { at: number; id: string }>(
  'parkedEdges',
  `UNWIND $reasons AS reason
CALL (reason) {
  ${NEXT}
  WITH e ${ORDER} SKIP toInteger($looked) - 1 LIMIT 1
  RETURN e.at AS at, e.id AS id
}
RETURN toFloat(at) AS at, id ORDER BY at DESC, id DESC LIMIT 1`,
); // prettier-ignore
