import { statement } from '../statement.ts';

/** When each source was last heard; null: never. In the order of the index on both, so that one entry of it is read. */
export const lastReceipts = statement<{ sources: string[] }, { source: string; at: string | null }>(
  'lastReceipts',
  `UNWIND $sources AS source
CALL (source) {
  OPTIONAL MATCH (w:RawMessage {source: source})
  WHERE w.receivedAt > ''
  RETURN w.receivedAt AS at ORDER BY w.source DESC, w.receivedAt DESC LIMIT 1
}
RETURN source, at`,
);

/**
 * Profiles of sources as JSON, and when those that have a freshness expectation were last heard, or last until an instant;
 * null: never.
 */
export const sourceFreshness = statement<
  { sources: string[]; until: string | null },
  { source: string; profile: string | null; at: string | null }
>(
  'sourceFreshness',
  `UNWIND $sources AS source
MATCH (s:Source {id: source})
WHERE s.profile CONTAINS 'silentAfterMinutes' AND NOT s.profile CONTAINS '"silentAfterMinutes":null'
CALL (source) {
  OPTIONAL MATCH (w:RawMessage {source: source})
  WHERE w.receivedAt <= coalesce($until, '9')
  RETURN w.receivedAt AS at ORDER BY w.source DESC, w.receivedAt DESC LIMIT 1
}
RETURN source, s.profile AS profile, at`,
);

/**
 * Around each of these instants the last word of a source until then and its first afterwards, until an instant (ISO 8601, UTC;
 * null: now). With instants no further apart than its expectation every longer silence holds one of them.
 */
export const sourceSilences = statement<
  { rows: [source: string, instants: string[]][]; until: string | null },
  { source: string; from: string; until: string }
>(
  'sourceSilences',
  `UNWIND $rows AS r
UNWIND r[1] AS at
CALL (r, at) {
  MATCH (w:RawMessage {source: r[0]})
  WHERE w.receivedAt <= at
  RETURN w.receivedAt AS before ORDER BY w.source DESC, w.receivedAt DESC LIMIT 1
}
CALL (r, at) {
  MATCH (w:RawMessage {source: r[0]})
  WHERE w.receivedAt > at AND w.receivedAt <= coalesce($until, '9')
  RETURN w.receivedAt AS after ORDER BY w.source, w.receivedAt LIMIT 1
}
RETURN DISTINCT r[0] AS source, before AS from, after AS until ORDER BY source, from`,
);

export interface SourceActivity {
  id: string;
  name: string;
  nameZh: string | null;
  kind: string;
  /** The profile without its secrets, JSON; null for a source that only messages name. */
  profile: string | null;
  lastReceivedAt: string | null;
  messages: number;
  unreadable: number;
  dead: number;
  pending: number;
  events: number;
  positions: number;
  issues: number;
  /** Deliveries of what had come before. */
  duplicates: number;
  /** Messages of which something was not taken, as the source may not speak of it. */
  notEntitled: number;
  /** Codes that have no meaning still. */
  unmapped: number;
}

/** What each source sent since an instant, or one of them. */
export const sourceActivity = statement<{ since: string; source: string | null }, SourceActivity>(
  'sourceActivity',
  `MATCH (s:Source) WHERE $source IS NULL OR s.id = $source
CALL (s) {
  OPTIONAL MATCH (w:RawMessage {source: s.id})
  WHERE w.receivedAt >= $since
  RETURN toFloat(count(w)) AS messages,
    toFloat(count(CASE WHEN w.outcome = 'UNREADABLE' THEN 1 END)) AS unreadable,
    toFloat(count(CASE WHEN w.outcome = 'DEAD' THEN 1 END)) AS dead,
    toFloat(count(CASE WHEN w IS NOT NULL AND w.outcome IS NULL THEN 1 END)) AS pending,
    toFloat(sum(coalesce(w.events, 0))) AS events, toFloat(sum(coalesce(w.positions, 0))) AS positions,
    toFloat(sum(coalesce(w.issueCount, 0))) AS issues,
    toFloat(sum(CASE WHEN size(w.deliveries) > 1 THEN size(w.deliveries) - 1 ELSE 0 END)) AS duplicates,
    toFloat(count(CASE WHEN w.notEntitled > 0 THEN 1 END)) AS notEntitled
}
CALL (s) {
  OPTIONAL MATCH (w:RawMessage {source: s.id})-[:HAS_UNMAPPED]->(u)
  WHERE w.receivedAt >= $since
  RETURN toFloat(count(DISTINCT u)) AS unmapped
}
CALL (s) {
  OPTIONAL MATCH (w:RawMessage {source: s.id})
  WHERE w.receivedAt > ''
  RETURN w.receivedAt AS lastReceivedAt ORDER BY w.source DESC, w.receivedAt DESC LIMIT 1
}
RETURN s.id AS id, s.name AS name, s.nameZh AS nameZh, s.kind AS kind, s.profile AS profile,
  lastReceivedAt, messages, unreadable, dead, pending, events, positions, issues, duplicates, notEntitled, unmapped
ORDER BY id`,
);
