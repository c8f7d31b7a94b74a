import { statement } from '../statement.ts';

/** Batches of the feed that each consumer has still to read: when the oldest was written (ISO 8601, UTC), and their entries as JSON. */
export const unreadBatches = statement<
  { places: readonly (readonly [consumer: string, lane: number, from: number, to: number])[] },
  { consumer: string; oldestAt: string; entries: string[] }
>(
  'unreadBatches',
  `UNWIND $places AS p
MATCH (f:FeedBatch {lane: p[1]}) WHERE f.seq >= p[2] AND f.seq <= p[3]
RETURN p[0] AS consumer, min(f.at) AS oldestAt, collect(f.entries) AS entries`,
);
