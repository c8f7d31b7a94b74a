import { statement } from '../statement.ts';

/**
 * Takes or keeps the lanes of the feed that nobody else derives from: who does not come again for so long has lost them.
 * The server's own clock counts, since those of the processes may differ; it is looked at again under the lock. Answers up to where each has been derived.
 */
export const leaseLanes = statement<{ owner: string; forMs: number }, { lane: number; seq: number }>(
  'leaseLanes',
  `MATCH (c:FeedCounter)
WITH c.lane AS lane ORDER BY lane
MERGE (d:Deriver {lane: lane}) ON CREATE SET d.seq = 0, d.until = 0
WITH d WHERE d.owner = $owner OR d.until < timestamp()
SET d.asked = $owner
WITH d WHERE d.owner = $owner OR d.until < timestamp()
SET d.owner = $owner, d.until = timestamp() + toInteger($forMs)
RETURN d.lane AS lane, d.seq AS seq`,
);

/** Gives the lanes back, for whoever asks next. */
export const releaseLanes = statement<{ owner: string }>(
  'releaseLanes',
  `MATCH (d:Deriver {owner: $owner}) SET d.owner = null, d.until = 0`,
);

/**
 * Batches of a lane behind a place, in order and without a gap: only up to the counter as it was before, since a walk over
 * an index that grows meanwhile may pass the place of one that is committed then, and still meet the next.
 */
export const readFeed = statement<
  { lane: number; after: number; limit: number },
  { seq: number; at: string; mark: string | null; entries: string }
>(
  'readFeed',
  `MATCH (c:FeedCounter {lane: $lane})
WITH c.seq AS last
MATCH (f:FeedBatch {lane: $lane}) WHERE f.seq > $after AND f.seq <= last
RETURN f.seq AS seq, f.at AS at, f.mark AS mark, f.entries AS entries ORDER BY seq LIMIT toInteger($limit)`,
);

/** Everything up to here has been derived. Answers nothing where the lane has become somebody else's. */
export const noteDerived = statement<{ lane: number; seq: number; owner: string }, { seq: number }>(
  'noteDerived',
  `MATCH (d:Deriver {lane: $lane}) SET d.asked = $owner
WITH d WHERE d.owner = $owner
SET d.seq = $seq
RETURN d.seq AS seq`,
);

/** Holds all lanes that are derived from, so that nobody derives until the transaction ends; up to where each has been. */
export const lockLanes = statement<Record<string, never>, { lane: number; seq: number }>(
  'lockLanes',
  `MATCH (d:Deriver) WITH d ORDER BY d.lane
SET d.asked = 'rebuild'
RETURN d.lane AS lane, d.seq AS seq`,
);
