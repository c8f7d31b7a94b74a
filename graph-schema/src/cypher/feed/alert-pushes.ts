import { statement } from '../statement.ts';
import { ALERT_READER_ROW, type AlertReaderRow } from './alert-rules.ts';

/** What is pushed of a letter to one device, without its words, which are made up at each attempt. Wall clock, epoch milliseconds. */
export interface WaitingPushRow {
  readonly id: string;
  readonly letter: string;
  readonly device: string;
  readonly at: number;
  /** So many attempts failed. */
  readonly failed: number;
  readonly nextAttemptAt: number;
  /** The subscription of the device; all null: it is no more. */
  readonly endpoint: string | null;
  readonly p256dh: string | null;
  readonly auth: string | null;
}

/** What is to be pushed to a person, what is due first in front. */
export const listWaitingPushes = statement<{ reader: string }, WaitingPushRow>(
  'listWaitingPushes',
  `MATCH (u:AlertPush {reader: $reader, state: 'PENDING'})
OPTIONAL MATCH (d:AlertDevice {id: u.device, reader: $reader})
RETURN u.id AS id, u.letter AS letter, u.device AS device, u.at AS at, size(u.attempts) AS failed, u.nextAttemptAt AS nextAttemptAt,
  d.endpoint AS endpoint, d.p256dh AS p256dh, d.auth AS auth
ORDER BY u.nextAttemptAt, u.id`,
);

/** What came of a push; `attempts`: none or one, as JSON. */
export interface PushNote {
  readonly id: string;
  readonly state: string;
  readonly attempts: readonly string[];
  readonly next: number | null;
}

/** Notes what came of pushes, and forgets the devices that are no more (`gone`, ids). No row: another process serves the person. */
export const noteAlertPushes = statement<
  { owner: string; reader: string; pushes: readonly PushNote[]; gone: readonly string[] },
  AlertReaderRow
>(
  'noteAlertPushes',
  `MATCH (p:AlertReader {id: $reader}) SET p.asked = $owner
WITH p WHERE p.owner = $owner
CALL (p) {
  UNWIND $pushes AS one
  MATCH (u:AlertPush {id: one.id}) WHERE u.state = 'PENDING'
  SET u.state = one.state, u.attempts = u.attempts + one.attempts, u.nextAttemptAt = one.next
  RETURN count(u) AS noted
}
CALL (p) {
  UNWIND $gone AS id
  MATCH (d:AlertDevice {id: id, reader: p.id}) DELETE d
  RETURN count(*) AS gone
}
RETURN ${ALERT_READER_ROW}`,
);
