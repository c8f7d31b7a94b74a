import { statement } from '../statement.ts';

export interface MeansRow {
  asked: string;
  key: string;
  imo: string | null;
  name: string | null;
  /** The newest `PositionReport`, JSON. */
  position: string | null;
  at: number | null;
  /** Who reported it; null where that was not kept. */
  source: { id: string; name: string; nameZh: string | null; kind: string } | null;
}

/**
 * What reports positions, by its key (`MMSI:…`, `TRAIN_RUN:…`, `TRUCK:…`, `CONTAINER:…`), by IMO number (`VESSEL:…`) or by
 * the call sign that an aircraft transmits (`CALLSIGN:…`); of several the one heard last.
 */
export const findMeans = statement<{ keys: string[] }, MeansRow>(
  'findMeans',
  `UNWIND $keys AS asked
CALL (asked) {
  MATCH (m:TransportMeans {key: asked}) RETURN m
  UNION
  WITH asked WHERE asked STARTS WITH 'VESSEL:'
  MATCH (m:TransportMeans {imo: substring(asked, 7)}) RETURN m
  UNION
  WITH asked WHERE asked STARTS WITH 'CALLSIGN:'
  MATCH (m:TransportMeans {callSign: substring(asked, 9)}) WHERE m.key STARTS WITH 'AIRCRAFT:' RETURN m
}
WITH asked, m ORDER BY coalesce(m.at, -1) DESC
WITH asked, head(collect(m)) AS m
OPTIONAL MATCH (s:Source {id: m.source})
RETURN asked, m.key AS key, m.imo AS imo, m.name AS name, m.position AS position, m.at AS at,
  s {.id, .name, .nameZh, .kind} AS source`,
);

/**
 * Day tracks of several things between two days each (`YYYY-MM-DD`), packed [epoch seconds, longitude, latitude] triples, with
 * the [time, receipt] pairs of those that came late.
 */
export const listTracks = statement<
  { rows: [key: string, from: string, to: string][] },
  { key: string; days: { day: string; points: number[]; late: number[] }[] }
>(
  'listTracks',
  `UNWIND $rows AS r
MATCH (:TransportMeans {key: r[0]})-[:TRACKED]->(t:Track)
WHERE t.day >= r[1] AND t.day <= r[2]
WITH r[0] AS key, t ORDER BY t.day
RETURN key, collect({day: t.day, points: t.points, late: coalesce(t.late, [])}) AS days`,
);
