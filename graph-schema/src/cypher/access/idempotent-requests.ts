import { statement } from '../statement.ts';

/**
 * A mutation that was sent with an idempotency key: RUNNING until it has changed something (ACTED, in the transaction that does) or
 * has its answer (DONE). Times in epoch milliseconds of the wall clock.
 */
export interface IdempotentRequest {
  readonly state: 'RUNNING' | 'ACTED' | 'DONE';
  /** Hash of what was asked. */
  readonly fingerprint: string;
  /** The attempt that has it, and until when it is believed to be under way. */
  readonly attempt: string;
  readonly leaseUntil: number;
  /** What was changed; null: nothing yet. */
  readonly subject: string | null;
  /** Encrypted; null: none yet. */
  readonly answer: string | null;
}

const FORGOTTEN_AT_ONCE = 100;

/**
 * Takes a key for an attempt, if nobody has it: it is new or too old, or whoever had it is gone (`leaseUntil`) and changed
 * nothing. Answers what there is then: the attempt has it where it is the one named. Some that are too old are forgotten.
 */
export const takeIdempotencyKey = statement<
  { id: string; attempt: string; fingerprint: string; now: number; leaseUntil: number; expiresAt: number },
  IdempotentRequest
>(
  'takeIdempotencyKey',
  `CALL () {
  MATCH (old:IdempotentRequest) WHERE old.expiresAt <= $now AND old.id <> $id
  WITH old LIMIT ${FORGOTTEN_AT_ONCE} DETACH DELETE old
}
MERGE (r:IdempotentRequest {id: $id})
SET r.asked = $now
WITH r, r.state IS NULL OR r.expiresAt <= $now
  OR (r.state = 'RUNNING' AND r.leaseUntil <= $now AND r.fingerprint = $fingerprint) AS isFree
FOREACH (_ IN CASE WHEN isFree THEN [1] ELSE [] END |
  SET r = {id: $id, state: 'RUNNING', fingerprint: $fingerprint, attempt: $attempt, leaseUntil: $leaseUntil, expiresAt: $expiresAt})
RETURN r.state AS state, r.fingerprint AS fingerprint, r.attempt AS attempt, r.leaseUntil AS leaseUntil,
  r.subject AS subject, r.answer AS answer`,
);

/** In the transaction that changes something. No row: another attempt has the key by now, and nothing may be changed. */
export const noteActed = statement<{ id: string; attempt: string; subject: string }, { id: string }>(
  'noteActed',
  `MATCH (r:IdempotentRequest {id: $id})
SET r.asked = r.asked
WITH r WHERE r.attempt = $attempt
SET r.state = 'ACTED', r.subject = $subject
RETURN r.id AS id`,
);

export const keepAnswer = statement<{ id: string; attempt: string; answer: string }>(
  'keepAnswer',
  `MATCH (r:IdempotentRequest {id: $id}) WHERE r.attempt = $attempt SET r.state = 'DONE', r.answer = $answer`,
);

/** An attempt that changed nothing and has no answer worth keeping gives the key back. */
export const giveKeyBack = statement<{ id: string; attempt: string }>(
  'giveKeyBack',
  `MATCH (r:IdempotentRequest {id: $id}) WHERE r.attempt = $attempt AND r.state = 'RUNNING' DETACH DELETE r`,
);
