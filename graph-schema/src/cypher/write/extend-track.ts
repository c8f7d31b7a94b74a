import { statement } from '../statement.ts';

/**
 * The thinned track of one means of transport on one UTC day, packed: points are [epoch seconds, longitude, latitude]
 * triples, motion beside them [tenths of knots, navigation status] pairs, and when those came that came late; the union with what stands is taken by the
 * client under the lock. Of aircraft the call signs that they transmitted are kept beside them (`geo/call-signs.ts`).
 */
export const lockTracks = statement<
  { keys: string[] },
  { key: string; points: number[]; motion: number[]; late: number[]; signs: string[] }
>(
  'lockTracks',
  `UNWIND $keys AS k
MERGE (t:Track {key: k})
SET t.turn = coalesce(t.turn, 0) + 1
RETURN t.key AS key, coalesce(t.points, []) AS points, coalesce(t.motion, []) AS motion, coalesce(t.late, []) AS late,
  coalesce(t.signs, []) AS signs`,
);

/** `isNews`: it has positions of which calls are still to be derived. */
export const writeTracks = statement<{
  rows: [
    key: string,
    subject: string,
    day: string,
    points: number[],
    motion: number[],
    isNews: boolean,
    late: number[],
    signs: string[],
    /** West, south, east, north. */
    box: [number, number, number, number],
  ][];
}>(
  'writeTracks',
  `UNWIND $rows AS r
MATCH (t:Track {key: r[0]})
SET t.points = r[3], t.motion = r[4], t.day = r[2], t.west = r[8][0], t.south = r[8][1], t.east = r[8][2], t.north = r[8][3],
  t.late = CASE WHEN size(r[6]) > 0 THEN r[6] END,
  t.signs = CASE WHEN size(r[7]) > 0 THEN r[7] END, t.news = CASE WHEN r[5] THEN true ELSE t.news END
MERGE (m:TransportMeans {key: r[1]})
MERGE (m)-[:TRACKED]->(t)`,
);
