import { statement } from '../statement.ts';

/**
 * The thinned track of one means of transport on one UTC day, one packed property. Points are
 * [epoch seconds, longitude, latitude] triples; the union with what stands is taken by the client under the lock.
 */
export const lockTracks = statement<{ keys: string[] }, { key: string; points: number[] }>(
  'lockTracks',
  `UNWIND $keys AS k
MERGE (t:Track {key: k})
SET t.turn = coalesce(t.turn, 0) + 1
RETURN t.key AS key, coalesce(t.points, []) AS points`,
);

export const writeTracks = statement<{
  rows: [key: string, subject: string, day: string, points: number[]][];
}>(
  'writeTracks',
  `UNWIND $rows AS r
MATCH (t:Track {key: r[0]})
SET t.points = r[3], t.day = r[2]
MERGE (m:TransportMeans {key: r[1]})
MERGE (m)-[:TRACKED]->(t)`,
);
