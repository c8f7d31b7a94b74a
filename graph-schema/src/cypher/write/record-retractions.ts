import { statement } from '../statement.ts';

/** [raw message, its replay or null for a first reading, thread, cancelled, replaced]. */
export type RetractionRow = [
  raw: string,
  reading: string | null,
  thread: string,
  cancelled: number,
  replaced: number,
];

/**
 * What raw messages cancel and replace, as marks between them and the senders' threads: -1 for nothing. The highest
 * marks of a thread count, so that the order of arrival does not; `reading` as for attestations.
 */
export const recordRetractions = statement<{ rows: RetractionRow[] }>(
  'recordRetractions',
  `UNWIND $rows AS r
MATCH (w:RawMessage {id: r[0]})
MERGE (t:MessageThread {key: r[2]})
MERGE (w)-[x:RETRACTS]->(t)
SET x.cancelled = r[3], x.replaced = r[4], x.reading = r[1]`,
);
