import { statement, type Statement } from '../statement.ts';

/** Which received messages are asked for: all, or those that something is the matter with. */
export const RECEIVED_FILTERS = ['ALL', 'WITH_ISSUES', 'NOT_ENTITLED', 'UNREADABLE', 'DEAD'] as const;
export type ReceivedFilter = (typeof RECEIVED_FILTERS)[number];

export interface ReceivedMessage {
  id: string;
  source: string;
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

interface Page {
  /** Null: of every source. */
  source: string | null;
  /** Of NOT_ENTITLED: for this reason alone. */
  reason: string | null;
  /** Those before this place in the order; null: from the newest on. */
  before: [receivedAt: string, id: string] | null;
  /** Received at this instant or later; the empty text: whenever. */
  since: string;
  limit: number;
}

/** Each filter begins with the index that finds it; the newest first. */
const found = (begin: string) => `${begin}
  AND ($before IS NULL OR w.receivedAt < $before[0] OR w.receivedAt = $before[0] AND w.id < $before[1])`;
const ORDER = 'ORDER BY w.receivedAt DESC, w.id DESC LIMIT toInteger($limit)';
const ROW = `RETURN w.id AS id, w.source AS source, w.receivedAt AS receivedAt, w.outcome AS outcome, w.format AS format,
  toFloat(w.bytes) AS bytes, toFloat(size(w.deliveries)) AS deliveries, toFloat(w.events) AS events,
  toFloat(w.positions) AS positions, toFloat(w.issueCount) AS issueCount, w.issues AS issues,
  toFloat(w.notEntitled) AS notEntitled, w.notEntitledFor AS notEntitledFor,
  w.allOrNothing AS allOrNothing`;

const ofSources = (name: string, condition: string) =>
  statement<Page, ReceivedMessage>(
    name,
    `MATCH (s:Source) WHERE $source IS NULL OR s.id = $source
CALL (s) {
  ${found(`MATCH (w:RawMessage {source: s.id}) WHERE w.receivedAt >= $since${condition}`)}
  RETURN w ${ORDER}
}
WITH w ${ORDER}
${ROW}`,
  );
const byMark = (name: string, condition: string) =>
  statement<Page, ReceivedMessage>(
    name,
    `${found(`MATCH (w:RawMessage) WHERE ${condition} AND ($source IS NULL OR w.source = $source)`)}
WITH w ${ORDER}
${ROW}`,
  );

export const listReceivedMessages: Readonly<Record<ReceivedFilter, Statement<Page, ReceivedMessage>>> = {
  ALL: ofSources('listReceivedMessages', ''),
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
