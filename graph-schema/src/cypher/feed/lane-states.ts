import { statement } from '../statement.ts';

/**
 * What stands of each lane, and the mark of the batch at a place asked about; null for a place: at the last one. The last batch of a
 * lane is always kept: where none is found, it is the first, whose number is read while its transaction is still being put into the index.
 */
export const laneStates = statement<
  { seqs: (number | null)[] },
  { lane: number; epoch: string | null; seq: number; floor: number; mark: string | null }
>(
  'laneStates',
  `MATCH (c:FeedCounter)
OPTIONAL MATCH (f:FeedBatch {lane: c.lane, seq: coalesce($seqs[toInteger(c.lane)], c.seq)})
RETURN c.lane AS lane, c.epoch AS epoch, c.seq AS seq, f.mark AS mark,
  coalesce(head(COLLECT { MATCH (b:FeedBatch {lane: c.lane}) RETURN b.seq ORDER BY b.seq LIMIT 1 }), c.seq) AS floor
ORDER BY lane`,
);

/** In each lane the last batch before an instant (ISO 8601, UTC, milliseconds), so that what follows is all from then on. */
export const placesAt = statement<{ at: string }, { lane: number; seq: number }>(
  'placesAt',
  `MATCH (c:FeedCounter)
RETURN c.lane AS lane,
  coalesce(COLLECT { MATCH (f:FeedBatch {lane: c.lane}) WHERE f.at >= $at RETURN f.seq - 1 ORDER BY f.seq LIMIT 1 }[0], c.seq) AS seq
ORDER BY lane`,
);
