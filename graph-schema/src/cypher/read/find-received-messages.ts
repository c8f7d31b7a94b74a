import { statement } from '../statement.ts';
import {
  RECEIVED_CONDITION,
  RECEIVED_ORDER,
  RECEIVED_ROW,
  type ReceivedFilter,
  type ReceivedMessage,
  type ReceivedPage,
} from './received-messages.ts';

/** Of a number that was named with more others than this, messages that tell of those are looked for by some of them. */
const NEIGHBOURS_MAX = 2000;

export interface ReceivedSearch extends ReceivedPage {
  /** Identifier keys that the text can be. */
  keys: readonly string[];
  /** Beginning of a SHA-256, hex in lower case; null: the text is none. */
  hash: string | null;
  /** Part of a file name; null: the text is none. */
  fileName: string | null;
  show: ReceivedFilter;
}

/**
 * Received messages by a number, a hash or a file name, the newest first. A message is found by a number that one of its
 * standing claims is about, lists, or names as a paper or run. What could not be read makes no claims: it is found by
 * its hash and its file name alone.
 */
export const findReceivedMessages = statement<ReceivedSearch, ReceivedMessage>(
  'findReceivedMessages',
  `CALL () {
  UNWIND $keys AS key
  MATCH (:Identifier {key: key})<-[:ABOUT|LISTS]-(:Event)<-[:ATTESTS]-(w:RawMessage)
  RETURN w
  UNION
  UNWIND $keys AS key
  MATCH (:Identifier {key: key})-[:SEEN_WITH]-(near:Identifier)
  WITH key, near LIMIT ${NEIGHBOURS_MAX}
  MATCH (near)<-[:ABOUT]-(e:Event)<-[:ATTESTS]-(w:RawMessage) WHERE key IN e.documents OR e.run = key
  RETURN w
  UNION
  MATCH (w:RawMessage) WHERE w.sha256 STARTS WITH $hash
  RETURN w
  UNION
  MATCH (w:RawMessage) WHERE w.fileName CONTAINS $fileName
  RETURN w
}
WITH DISTINCT w
WHERE ($source IS NULL OR w.source = $source) AND ${RECEIVED_CONDITION}
  AND CASE $show
    WHEN 'READ' THEN coalesce(w.outcome = 'READ', false)
    WHEN 'UNREADABLE' THEN coalesce(w.outcome = 'UNREADABLE', false)
    WHEN 'DEAD' THEN coalesce(w.outcome = 'DEAD', false)
    WHEN 'PENDING' THEN w.outcome IS NULL
    WHEN 'WITH_ISSUES' THEN coalesce(w.issueCount > 0, false)
    WHEN 'NOT_ENTITLED' THEN coalesce(w.notEntitled > 0, false) AND ($reason IS NULL OR $reason IN w.notEntitledFor)
    WHEN 'DUPLICATE' THEN size(w.deliveries) > 1
    ELSE true END
WITH w ${RECEIVED_ORDER}
${RECEIVED_ROW}
${RECEIVED_ORDER}`,
);
