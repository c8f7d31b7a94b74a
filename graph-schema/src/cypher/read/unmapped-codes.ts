import { statement } from '../statement.ts';

/** Codes that were received and have no meaning, the most frequent first. `messages`: raw messages that hold one. */
export const listUnmappedCodes = statement<
  { list: string | null; limit: number },
  { list: string; code: string; messages: number; lastReceivedAt: string | null; sources: string[] }
>(
  'listUnmappedCodes',
  `MATCH (u:UnmappedCode)
WHERE $list IS NULL OR u.list = $list
MATCH (w:RawMessage)-[:HAS_UNMAPPED]->(u)
WITH u, toFloat(count(w)) AS messages, max(w.receivedAt) AS lastReceivedAt, collect(DISTINCT w.source)[..10] AS sources
RETURN u.list AS list, u.code AS code, messages, lastReceivedAt, sources
ORDER BY messages DESC, list, code
LIMIT toInteger($limit)`,
);

/** Raw messages that hold a code without a meaning: what is read again once it has one. */
export const listMessagesWithCode = statement<{ key: string }, { id: string }>(
  'listMessagesWithCode',
  `MATCH (:UnmappedCode {key: $key})<-[:HAS_UNMAPPED]-(w:RawMessage) RETURN w.id AS id`,
);
