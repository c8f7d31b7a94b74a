import { statement } from '../statement.ts';

/**
 * Batches of the feed that each consumer has still to read: when the oldest was written (ISO 8601, UTC), and how many entries they have,
 * those included that he read of the first of each lane; null: one is from before they were counted. Only the first and the last of each
 * lane are looked at, however many lie between.
 */
export const unreadBatches = statement<
  { places: readonly (readonly [consumer: string, lane: number, from: number, to: number])[] },
  { consumer: string; oldestAt: string; entries: number | null }
>(
  'unreadBatches',
  `UNWIND $places AS p
MATCH (first:FeedBatch {lane: p[1], seq: p[2]})
OPTIONAL MATCH (last:FeedBatch {lane: p[1], seq: p[3]})
WITH p[0] AS consumer, first.at AS at, last.total - first.total + first.count AS unread
RETURN consumer, min(at) AS oldestAt, CASE WHEN count(unread) = count(*) THEN sum(unread) END AS entries`,
);
