import { statement } from '../statement.ts';

/**
 * The last place of each thing that was in a part of a map at an instant, by what had been received by then, the newest first. Tracks of its day and
 * of the day before are found by the box that they were in; then each thing's own last point decides. Times in epoch seconds.
 */
export const positionsThen = statement<
  {
    /** UTC days from `from` to `until`, `YYYY-MM-DD`. */
    days: string[];
    from: number;
    until: number;
    /** Where `west` is greater than `east` it goes across the date line. */
    west: number;
    south: number;
    east: number;
    north: number;
    /** What keys begin with. */
    kinds: string[];
    max: number;
  },
  {
    key: string;
    imo: string | null;
    name: string | null;
    at: number;
    longitude: number;
    latitude: number;
    /** Tenths of knots; null or below 0: not told. */
    tenths: number | null;
  }
>(
  'positionsThen',
  `WITH CASE WHEN $west <= $east THEN [$west, $east] ELSE [-180.0, 180.0] END AS span
MATCH (t:Track)
WHERE t.day IN $days AND t.north >= $south AND t.south <= $north AND t.west <= span[1] AND t.east >= span[0]
  AND any(kind IN $kinds WHERE t.key STARTS WITH kind)
MATCH (m:TransportMeans)-[:TRACKED]->(t)
WITH DISTINCT m
CALL (m) {
  UNWIND $days AS day
  MATCH (own:Track {key: m.key + '#' + day})
  WITH own.points AS p, own.motion AS motion, coalesce(own.late, []) AS late
  WITH p, motion, last([i IN range(0, size(p) - 3, 3) WHERE p[i] >= $from AND p[i] <= $until
    AND none(j IN range(0, size(late) - 2, 2) WHERE late[j] = p[i] AND late[j + 1] > $until) | i]) AS i
  WHERE i IS NOT NULL
  RETURN p[i] AS at, p[i + 1] AS longitude, p[i + 2] AS latitude, motion[2 * (i / 3)] AS tenths
  ORDER BY at DESC LIMIT 1
}
WITH m, at, longitude, latitude, tenths
WHERE latitude >= $south AND latitude <= $north
  AND CASE WHEN $west <= $east THEN longitude >= $west AND longitude <= $east ELSE longitude >= $west OR longitude <= $east END
RETURN m.key AS key, m.imo AS imo, m.name AS name, at, longitude, latitude, tenths
ORDER BY at DESC, key LIMIT toInteger($max)`,
);
