import { statement } from '../statement.ts';

interface Which {
  /** Null: of every source. */
  source: string | null;
  limit: number;
}

/** Ids of raw messages with this outcome, those read longest ago first: who asks again gets others. */
export const listRawMessages = statement<Which & { outcome: string }, { id: string }>(
  'listRawMessages',
  `MATCH (w:RawMessage {outcome: $outcome})
WHERE $source IS NULL OR w.source = $source
RETURN w.id AS id ORDER BY w.closedAt, id LIMIT toInteger($limit)`,
);

/** Ids of raw messages of which something was not taken, as their source may not speak of it; `reason` null: whichever. */
export const listNotEntitled = statement<Which & { reason: string | null }, { id: string }>(
  'listNotEntitled',
  `MATCH (w:RawMessage)
WHERE w.notEntitled > 0 AND ($source IS NULL OR w.source = $source)
  AND ($reason IS NULL OR $reason IN w.notEntitledFor)
RETURN w.id AS id ORDER BY w.closedAt, id LIMIT toInteger($limit)`,
);
