import { statement, type Statement } from '../statement.ts';

/** Which received messages are asked for: all, those with an outcome, or those that something is the matter with. */
export const RECEIVED_FILTERS = [
  'ALL', 'READ', 'PENDING', 'WITH_ISSUES', 'NOT_ENTITLED', 'UNREADABLE', 'DEAD', 'DUPLICATE',
] as const; // prettier-ignore
export type ReceivedFilter = (typeof RECEIVED_FILTERS)[number];

export interface ReceivedMessage {
  id: string;
  source: string;
  sourceName: string;
  sourceNameZh: string | null;
  sourceKind: string;
  /** Hash of the bytes, hex. */
  sha256: string;
  /** As its sender named it; null: it came without a name, or before names were kept. */
  fileName: string | null;
  receivedAt: string;
  /** Null: not read yet. */
  outcome: string | null;
  format: string | null;
  bytes: number;
  deliveries: number;
  events: number | null;
  positions: number | null;
  issueCount: number | null;
  /** JSON of at most 200 findings. */
  issues: string | null;
  notEntitled: number | null;
  notEntitledFor: string[] | null;
  /** Its sender wants all of it taken or nothing; null: what can be taken, or it is not read yet. */
  allOrNothing: true | null;
}

export interface ReceivedPage {
  /** Null: of every source. */
  source: string | null;
  /** Read as this format; null: as any, or as none. */
  format: string | null;
  /** Of NOT_ENTITLED: for this reason alone. */
  reason: string | null;
  /** Those before this place in the order; null: from the newest on. */
  before: [receivedAt: string, id: string] | null;
  /** Received at this instant or later; the empty text: whenever. */
  since: string;
  /** Received before this instant; the text `9`: whenever. */
  until: string;
  limit: number;
}

/** What every filter asks besides its own. */
export const RECEIVED_CONDITION = `w.receivedAt >= $since AND w.receivedAt < $until AND ($format IS NULL OR w.format = $format)
  AND ($before IS NULL OR w.receivedAt < $before[0] OR w.receivedAt = $before[0] AND w.id < $before[1])`;
export const RECEIVED_ORDER = 'ORDER BY w.receivedAt DESC, w.id DESC LIMIT toInteger($limit)';
export const RECEIVED_ROW = `MATCH (sender:Source {id: w.source})
RETURN w.id AS id, w.source AS source, sender.name AS sourceName, sender.nameZh AS sourceNameZh, sender.kind AS sourceKind,
  w.sha256 AS sha256, w.fileName AS fileName, w.receivedAt AS receivedAt, w.outcome AS outcome, w.format AS format,
  toFloat(w.bytes) AS bytes, toFloat(size(w.deliveries)) AS deliveries, toFloat(w.events) AS events,
  toFloat(w.positions) AS positions, toFloat(w.issueCount) AS issueCount, w.issues AS issues,
  toFloat(w.notEntitled) AS notEntitled, w.notEntitledFor AS notEntitledFor,
  w.allOrNothing AS allOrNothing`;

/** Each filter begins with the index that finds it; the newest first. */
const ofSources = (name: string, condition: string) =>
  statement<ReceivedPage, ReceivedMessage>(
    name,
    `MATCH (s:Source) WHERE $source IS NULL OR s.id = $source
CALL (s) {
  MATCH (w:RawMessage {source: s.id}) WHERE ${RECEIVED_CONDITION}${condition}
  RETURN w ${RECEIVED_ORDER}
}
WITH w ${RECEIVED_ORDER}
${RECEIVED_ROW}
${RECEIVED_ORDER}`,
  );
const byMark = (name: string, condition: string) =>
  statement<ReceivedPage, ReceivedMessage>(
    name,
    `MATCH (w:RawMessage) WHERE ${condition} AND ($source IS NULL OR w.source = $source)
  AND ${RECEIVED_CONDITION}
WITH w ${RECEIVED_ORDER}
${RECEIVED_ROW}
${RECEIVED_ORDER}`,
  );

export const listReceivedMessages: Readonly<
  Record<ReceivedFilter, Statement<ReceivedPage, ReceivedMessage>>
> = {
  ALL: ofSources('listReceivedMessages', ''),
  READ: ofSources('listMessagesRead', " AND w.outcome = 'READ'"),
  PENDING: ofSources('listMessagesPending', ' AND w.outcome IS NULL'),
  DUPLICATE: ofSources('listMessagesThatCameAgain', ' AND size(w.deliveries) > 1'),
  WITH_ISSUES: ofSources('listMessagesWithIssues', ' AND w.issueCount > 0'),
  NOT_ENTITLED: byMark(
    'listNotEntitledMessages',
    'w.notEntitled > 0 AND ($reason IS NULL OR $reason IN w.notEntitledFor)',
  ),
  UNREADABLE: byMark('listUnreadableMessages', "w.outcome = 'UNREADABLE'"),
  DEAD: byMark('listDeadLetters', "w.outcome = 'DEAD'"),
};

/** Why messages were not, or not wholly, taken because their source may not speak of it; how many and since when. */
export const listNotEntitledReasons = statement<
  { source: string | null },
  { source: string; reason: string; messages: number; since: string; lastReceivedAt: string }
>(
  'listNotEntitledReasons',
  `MATCH (w:RawMessage) WHERE w.notEntitled > 0 AND ($source IS NULL OR w.source = $source)
UNWIND w.notEntitledFor AS reason
WITH w.source AS source, reason, toFloat(count(*)) AS messages, min(w.receivedAt) AS since, max(w.receivedAt) AS lastReceivedAt
RETURN source, reason, messages, since, lastReceivedAt
ORDER BY messages DESC, source, reason LIMIT 500`,
);

/** Messages that wait for an operator, of all time. */
export const countWaitingMessages = statement<
  { source: string | null },
  { source: string; notEntitled: number; dead: number }
>(
  'countWaitingMessages',
  `CALL () {
  MATCH (w:RawMessage) WHERE w.notEntitled > 0 AND ($source IS NULL OR w.source = $source)
  RETURN w.source AS source, 1 AS notEntitled, 0 AS dead
  UNION ALL
  MATCH (w:RawMessage {outcome: 'DEAD'}) WHERE $source IS NULL OR w.source = $source
  RETURN w.source AS source, 0 AS notEntitled, 1 AS dead
}
RETURN source, toFloat(sum(notEntitled)) AS notEntitled, toFloat(sum(dead)) AS dead`,
);
