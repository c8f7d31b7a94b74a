import { statement } from '../statement.ts';

/**
 * What a raw message cancels and replaces, as marks between it and the sender's thread: -1 for nothing. The highest
 * marks of a thread count, so that the order of arrival does not; `reading` as for attestations.
 */
export const recordRetractions = statement<{
  raw: string;
  reading: string | null;
  rows: [thread: string, cancelled: number, replaced: number][];
}>(
  'recordRetractions',
  `MATCH (w:RawMessage {id: $raw})
UNWIND $rows AS r
MERGE (t:MessageThread {key: r[0]})
MERGE (w)-[x:RETRACTS]->(t)
SET x.cancelled = r[1], x.replaced = r[2], x.reading = $reading`,
);
