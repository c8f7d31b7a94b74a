import { statement } from '../statement.ts';

export interface MeansRow {
  asked: string;
  key: string;
  imo: string | null;
  name: string | null;
  /** The newest `PositionReport`, JSON. */
  position: string | null;
  at: number | null;
}

/** Means of transport by key (`MMSI:…`, `TRAIN_RUN:…`) or by IMO number (`VESSEL:…`). */
export const findMeans = statement<{ keys: string[] }, MeansRow>(
  'findMeans',
  `UNWIND $keys AS asked
CALL (asked) {
  MATCH (m:TransportMeans {key: asked}) RETURN m
  UNION
  WITH asked WHERE asked STARTS WITH 'VESSEL:'
  MATCH (m:TransportMeans {imo: substring(asked, 7)}) RETURN m
}
WITH asked, m ORDER BY m.at DESC
WITH asked, head(collect(m)) AS m
RETURN asked, m.key AS key, m.imo AS imo, m.name AS name, m.position AS position, m.at AS at`,
);

/** Day tracks of a means of transport between two days, packed [epoch seconds, longitude, latitude] triples. */
export const listTracks = statement<
  { key: string; from: string; to: string },
  { day: string; points: number[] }
>(
  'listTracks',
  `MATCH (:TransportMeans {key: $key})-[:TRACKED]->(t:Track)
WHERE t.day >= $from AND t.day <= $to
RETURN t.day AS day, t.points AS points ORDER BY day`,
);
