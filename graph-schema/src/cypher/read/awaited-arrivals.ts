import { statement } from '../statement.ts';

/** An arrival (run and place), and one of the shipments that wait for it or came with it. */
export interface ArrivalRow {
  arrival: string;
  shipment: string;
}

/** Arrivals that shipments wait for, each once, in the order of their keys behind one of them. */
export const listAwaited = statement<{ after: string; limit: number }, ArrivalRow>(
  'listAwaited',
  `MATCH (m:ShipmentSummary) WHERE m.awaits > $after
WITH DISTINCT m.awaits AS arrival ORDER BY arrival LIMIT toInteger($limit)
CALL (arrival) { MATCH (m:ShipmentSummary {awaits: arrival}) RETURN m.id AS shipment LIMIT 1 }
RETURN arrival, shipment ORDER BY arrival`,
);

/** Arrivals that were the last of shipments derived since an instant, each once, in order behind one of them. */
export const listCame = statement<{ after: string; since: number; limit: number }, ArrivalRow>(
  'listCame',
  `MATCH (m:ShipmentSummary) WHERE m.came > $after AND m.derivedAt >= $since
WITH m.came AS arrival, min(m.id) AS shipment ORDER BY arrival LIMIT toInteger($limit)
RETURN arrival, shipment ORDER BY arrival`,
);

export interface RunTrack {
  /** As asked: `VESSEL:<IMO number>` or a run. */
  asked: string;
  /** As the crew typed it. */
  destination: string | null;
  /** Packed points of the days since (`geo/track.ts`). */
  points: number[][];
}

/** Where ships and trains were since a day (`YYYY-MM-DD`), by what they report themselves; of several stations the one heard last. */
export const listRunTracks = statement<{ keys: string[]; from: string }, RunTrack>(
  'listRunTracks',
  `UNWIND $keys AS asked
CALL (asked) {
  MATCH (m:TransportMeans {key: asked}) RETURN m
  UNION
  WITH asked WHERE asked STARTS WITH 'VESSEL:'
  MATCH (m:TransportMeans {imo: substring(asked, 7)}) RETURN m
}
WITH asked, m ORDER BY coalesce(m.at, -1) DESC
WITH asked, head(collect(m)) AS m
OPTIONAL MATCH (m)-[:TRACKED]->(t:Track) WHERE t.day >= $from
WITH asked, m, t ORDER BY t.day
RETURN asked, m.destination AS destination, collect(t.points) AS points`,
);

/** What the service told in these threads and did not take back, the first told first. */
export const listTold = statement<
  { threads: string[] },
  { thread: string; version: number; receivedAt: string; claim: string }
>(
  'listTold',
  `UNWIND $threads AS thread
MATCH ()-[a:ATTESTS {thread: thread}]->(e:Event) USING INDEX SEEK a:ATTESTS(thread)
WHERE NOT coalesce(a.withdrawn, false)
RETURN thread, a.version AS version, startNode(a).receivedAt AS receivedAt, e.claim AS claim ORDER BY version`,
);

/** Names what was learned of arrivals: it is read again where it is not `known`. Null tables: it is. */
export const readLearnedAnew = statement<{ known: string | null }, { name: string; tables: string | null }>(
  'readLearnedAnew',
  `MATCH (l:EtaLearned {name: 'arrivals'}) WHERE l.tables IS NOT NULL
WITH l, l.learnedAt + ' ' + size(l.tables) AS name
RETURN name, CASE WHEN name = $known THEN null ELSE l.tables END AS tables`,
);

/** What was learned of arrivals, and up to when (epoch milliseconds, service time). */
export const readLearned = statement<Record<string, never>, { tables: string; learnedAt: number }>(
  'readLearned',
  `MATCH (l:EtaLearned {name: 'arrivals'}) WHERE l.tables IS NOT NULL
RETURN l.tables AS tables, l.learnedAt AS learnedAt`,
);
