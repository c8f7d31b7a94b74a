import { statement } from '../statement.ts';

/** One batch a lane with how many entries it has, and the lane up to it, so that nobody reads them to count them; the number is taken last in the transaction under the lane's lock, lanes ascending: order of commit is order of number. The mark is its own: a graph that was set back has another batch there. */
export const appendFeed = statement<
  { lanes: [lane: number, entries: string, count: number][]; at: string },
  { lane: number; seq: number }
>(
  'appendFeed',
  `UNWIND $lanes AS l
MATCH (k:FeedCounter {lane: l[0]})
SET k.seq = k.seq + 1, k.entries = coalesce(k.entries, 0) + l[2]
CREATE (:FeedBatch {lane: l[0], seq: k.seq, entries: l[1], count: l[2], total: k.entries, at: $at, mark: left(randomUUID(), 8)})
RETURN l[0] AS lane, k.seq AS seq`,
);
