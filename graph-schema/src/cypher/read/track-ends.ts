import { statement } from '../statement.ts';

/**
 * Of each day track between two days (`YYYY-MM-DD`) the first and the last point, which tell every gap of a day or more; all
 * points, where some came late and who asks for what was known leaves those out. Packed as in `listTracks`.
 */
export const trackEnds = statement<
  { rows: [key: string, from: string, to: string][] },
  { key: string; points: number[]; late: number[] }
>(
  'trackEnds',
  `UNWIND $rows AS r
MATCH (:TransportMeans {key: r[0]})-[:TRACKED]->(t:Track)
WHERE t.day >= r[1] AND t.day <= r[2]
RETURN r[0] AS key, CASE WHEN t.late IS NULL THEN t.points[0..3] + t.points[-3..] ELSE t.points END AS points,
  coalesce(t.late, []) AS late
ORDER BY key, t.day`,
);
