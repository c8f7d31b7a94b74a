import type { CodeKey } from '../../reference/code-corrections.ts';
import { statement } from '../statement.ts';

/** Codes that were received and have no meaning, the most frequent first. `messages`: raw messages that hold one. */
export const listUnmappedCodes = statement<
  { list: string | null; limit: number },
  {
    list: string;
    code: string;
    variant: string | null;
    messages: number;
    lastReceivedAt: string | null;
    sources: string[];
  }
>(
  'listUnmappedCodes',
  `MATCH (u:UnmappedCode)
WHERE $list IS NULL OR u.list = $list
MATCH (w:RawMessage)-[:HAS_UNMAPPED]->(u)
WITH u, toFloat(count(w)) AS messages, max(w.receivedAt) AS lastReceivedAt, collect(DISTINCT w.source)[..10] AS sources
RETURN u.list AS list, u.code AS code, u.variant AS variant, messages, lastReceivedAt, sources
ORDER BY messages DESC, list, code, variant
LIMIT toInteger($limit)`,
);

/**
 * Raw messages that a meaning for this row of a list may concern: they hold the code without a meaning, or were read with
 * another one from an operator. The row for all variants (null) stands in for every variant without a meaning of its own.
 */
export const listMessagesWithCode = statement<CodeKey, { id: string }>(
  'listMessagesWithCode',
  `MATCH (u:UnmappedCode {list: $list, code: $code})<-[held:HAS_UNMAPPED|HAS_CORRECTED]-(w:RawMessage)
WHERE u.variant = $variant
  OR u.variant IS NULL AND ($variant IS NULL OR type(held) = 'HAS_CORRECTED')
  OR $variant IS NULL AND type(held) = 'HAS_UNMAPPED'
RETURN DISTINCT w.id AS id`,
);
