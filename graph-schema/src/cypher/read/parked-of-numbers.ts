import { statement } from '../statement.ts';
import type { ParkedRow } from './parked-claims.ts';
import { VOICES } from './voices.ts';

/** Of a paper that was named with more numbers than this, some are looked at. */
const NEIGHBOURS_MAX = 2000;

/**
 * Claims that stand and that no use of their box holds: about one of these boxes, or about a box and naming one of these papers.
 * `box` is the key of the box.
 */
export const parkedOfNumbers = statement<
  { keys: readonly string[]; limit: number },
  { box: string; claim: ParkedRow }
>(
  'parkedOfNumbers',
  `CALL () {
  UNWIND $keys AS key
  MATCH (box:Identifier {key: key})<-[:ABOUT]-(e:Event) WHERE e.parked IS NOT NULL
  RETURN box, e
  UNION
  UNWIND $keys AS key
  MATCH (:Identifier {key: key})-[:SEEN_WITH]-(box:Identifier {kind: 'CONTAINER'})
  WITH key, box LIMIT ${NEIGHBOURS_MAX}
  MATCH (box)<-[:ABOUT]-(e:Event) WHERE e.parked IS NOT NULL AND key IN e.documents
  RETURN box, e
}
${VOICES}
WITH box, e, voices WHERE size(voices) > 0
WITH box, e, voices ORDER BY e.at DESC, e.id LIMIT toInteger($limit)
RETURN box.key AS box, [e.id, e.claim, e.parked, e.against, voices] AS claim`,
);
