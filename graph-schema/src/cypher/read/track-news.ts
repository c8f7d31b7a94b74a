import { statement } from '../statement.ts';

/** Day tracks with positions of which calls are still to be derived. */
export const listTrackNews = statement<{ limit: number }, { key: string; turn: number }>(
  'listTrackNews',
  `MATCH (t:Track {news: true}) RETURN t.key AS key, t.turn AS turn LIMIT toInteger($limit)`,
);

export interface MovedMeans {
  readonly key: string;
  readonly imo: string | null;
  readonly days: readonly {
    readonly day: string;
    readonly points: number[];
    readonly motion: number[] | null;
    readonly signs: string[] | null;
  }[];
}

/** What moves, with its day tracks between two days each (`YYYY-MM-DD`). */
export const listMoved = statement<{ rows: [key: string, from: string, to: string][] }, MovedMeans>(
  'listMoved',
  `UNWIND $rows AS r
MATCH (m:TransportMeans {key: r[0]})-[:TRACKED]->(t:Track)
WHERE t.day >= r[1] AND t.day <= r[2]
WITH m, t ORDER BY t.day
RETURN m.key AS key, m.imo AS imo,
  collect({day: t.day, points: t.points, motion: t.motion, signs: t.signs}) AS days`,
);

/** What threads say now: their newest version and the claims that stand by them; one that never said anything has no row. */
export const listThreadClaims = statement<
  { threads: string[] },
  { thread: string; version: number; claims: string[] }
>(
  'listThreadClaims',
  `UNWIND $threads AS thread
CALL (thread) {
  MATCH ()-[a:ATTESTS {thread: thread}]->(e:Event) USING INDEX SEEK a:ATTESTS(thread)
  RETURN a.version AS version, CASE WHEN coalesce(a.withdrawn, false) THEN null ELSE e.id END AS claim
  UNION ALL
  MATCH (:MessageThread {key: thread})<-[x:RETRACTS]-()
  RETURN CASE WHEN x.replaced > x.cancelled THEN x.replaced ELSE x.cancelled END AS version, null AS claim
}
RETURN thread, max(version) AS version, collect(DISTINCT claim) AS claims`,
);
