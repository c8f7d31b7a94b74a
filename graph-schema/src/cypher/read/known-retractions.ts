import { statement } from '../statement.ts';

/**
 * What was ever taken back of these threads, and since when that is known: by a message that says so, or by a version
 * that replaces the earlier ones, whatever that one speaks of.
 */
export const listKnownRetractions = statement<
  { threads: string[] },
  { thread: string; cancelled: number; replaced: number; receivedAt: string; until: string | null }
>(
  'listKnownRetractions',
  `UNWIND $threads AS thread
CALL (thread) {
  MATCH (:MessageThread {key: thread})<-[x:RETRACTS|RETRACTED]-(w:RawMessage)
  RETURN x.cancelled AS cancelled, x.replaced AS replaced, coalesce(x.knownAt, w.receivedAt) AS receivedAt, x.until AS until
  UNION
  MATCH ()-[a:ATTESTS {thread: thread}]->() USING INDEX SEEK a:ATTESTS(thread)
  WHERE a.replaces
  WITH DISTINCT startNode(a) AS w, a.version AS version, a.knownAt AS knownAt
  RETURN -1 AS cancelled, version AS replaced, coalesce(knownAt, w.receivedAt) AS receivedAt, null AS until
}
RETURN thread, toFloat(cancelled) AS cancelled, toFloat(replaced) AS replaced, receivedAt, until`,
);
