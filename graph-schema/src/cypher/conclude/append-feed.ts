import { statement } from '../statement.ts';

/** One batch a lane, the number taken last in the transaction under the lane's lock, lanes ascending: order of commit is order of number. The mark is its own: a graph that was set back has another batch there. */
export const appendFeed = statement<
  { lanes: [lane: number, entries: string][]; at: string },
  { lane: number; seq: number }
>(
  'appendFeed',
  `UNWIND $lanes AS l
MATCH (k:FeedCounter {lane: l[0]})
SET k.seq = k.seq + 1
CREATE (:FeedBatch {lane: l[0], seq: k.seq, entries: l[1], at: $at, mark: left(randomUUID(), 8)})
RETURN l[0] AS lane, k.seq AS seq`,
);
