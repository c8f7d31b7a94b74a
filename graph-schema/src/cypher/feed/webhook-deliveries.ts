import type { DisablingReason } from '../../domain/feed/webhook-notice.ts';
import { statement } from '../statement.ts';
import { WEBHOOK_ROW, type WebhookRow } from './webhooks.ts';

/** One call of a webhook, as it is logged; times by the wall clock, epoch milliseconds. */
export interface DeliveryRow {
  readonly id: string;
  readonly webhook: string;
  readonly state: string;
  readonly at: number;
  readonly entries: number;
  /** The cursors before and behind its entries. */
  readonly after: string;
  readonly cursor: string;
  /** What is sent; null once it was taken. */
  readonly body: string | null;
  /** Each as JSON. */
  readonly attempts: string[];
  readonly nextAttemptAt: number | null;
  /** When the time for its attempts began: when it was made up, or last resumed. */
  readonly firstAt: number;
}

const ROW = `d.id AS id, d.webhook AS webhook, d.state AS state, d.at AS at, d.entries AS entries, d.after AS after,
  d.cursor AS cursor, d.body AS body, d.attempts AS attempts, d.nextAttemptAt AS nextAttemptAt, d.firstAt AS firstAt`;

/** The webhook of a call that is under way, locked, if whoever asks still is the one who calls it. No row: he is not. */
const UNDER_WAY = `MATCH (d:WebhookDelivery {id: $id})
MATCH (w:Webhook {id: d.webhook}) SET w.asked = $owner
WITH w, d WHERE w.owner = $owner AND w.pending = d.id`;

/** With which a webhook disables itself: in a sentence, and as a reason with what was wrong last. */
interface Disabling {
  readonly notice: string;
  readonly because: DisablingReason;
  readonly error: string | null;
}

/** Written down before the first attempt, so that whoever goes on calls under the same id. No row: it is another one's now. */
export const openDelivery = statement<
  { owner: string; row: Omit<DeliveryRow, 'state' | 'attempts'> },
  WebhookRow
>(
  'openDelivery',
  `MATCH (w:Webhook {id: $row.webhook}) SET w.asked = $owner
WITH w WHERE w.owner = $owner AND w.state = 'ENABLED' AND w.pending IS NULL AND w.cursor = $row.after
CREATE (d:WebhookDelivery) SET d = $row, d.state = 'PENDING', d.attempts = []
SET w.pending = d.id
RETURN ${WEBHOOK_ROW}`,
);

export const findDelivery = statement<{ id: string }, DeliveryRow>(
  'findDelivery',
  `MATCH (d:WebhookDelivery {id: $id}) RETURN ${ROW}`,
);

export const noteTaken = statement<{ owner: string; id: string; attempt: string }, WebhookRow>(
  'noteTaken',
  `${UNDER_WAY}
SET d.state = 'DELIVERED', d.body = null, d.attempts = d.attempts + $attempt, d.nextAttemptAt = null,
  w.pending = null, w.cursor = d.cursor, w.failingSince = null, w.refused = 0
RETURN ${WEBHOOK_ROW}`,
);

export const noteRetry = statement<
  { owner: string; id: string; attempt: string; at: number; next: number },
  WebhookRow
>(
  'noteRetry',
  `${UNDER_WAY}
SET d.attempts = d.attempts + $attempt, d.nextAttemptAt = $next, w.failingSince = coalesce(w.failingSince, $at)
RETURN ${WEBHOOK_ROW}`,
);

/** It would be refused again: a dead letter, and what follows comes next. After so many in a row it is disabled. */
export const noteRefused = statement<
  { owner: string; id: string; attempt: string; at: number; refusedMax: number } & Disabling,
  WebhookRow
>(
  'noteRefused',
  `${UNDER_WAY}
SET d.state = 'DEAD', d.attempts = d.attempts + $attempt, d.nextAttemptAt = null,
  w.pending = null, w.cursor = d.cursor, w.failingSince = coalesce(w.failingSince, $at), w.refused = w.refused + 1
SET w.state = CASE WHEN w.refused >= $refusedMax THEN 'DISABLED' ELSE w.state END,
  w.notice = CASE WHEN w.refused >= $refusedMax THEN $notice ELSE w.notice END,
  w.disabledBecause = $because, w.disabledError = $error
RETURN ${WEBHOOK_ROW}`,
);

/** No more attempts: disabled with a notice, until somebody enables it; then this call is the first that is made. */
export const noteDead = statement<
  { owner: string; id: string; attempt: string; at: number } & Disabling,
  WebhookRow
>(
  'noteDead',
  `${UNDER_WAY}
SET d.state = 'DEAD', d.attempts = d.attempts + $attempt, d.nextAttemptAt = null,
  w.state = 'DISABLED', w.notice = $notice, w.disabledBecause = $because, w.disabledError = $error,
  w.failingSince = coalesce(w.failingSince, $at)
RETURN ${WEBHOOK_ROW}`,
);

/** Nothing on the way was wanted. */
export const moveCursor = statement<
  { owner: string; webhook: string; after: string; cursor: string },
  WebhookRow
>(
  'moveCursor',
  `MATCH (w:Webhook {id: $webhook}) SET w.asked = $owner
WITH w WHERE w.owner = $owner AND w.pending IS NULL AND w.cursor = $after
SET w.cursor = $cursor
RETURN ${WEBHOOK_ROW}`,
);

/** What waits, or was given up under way, is tried at once; with `skip` it is left out, and what follows it comes next. */
export const resumeDelivery = statement<{ webhook: string; now: number; skip: boolean }>(
  'resumeDelivery',
  `MATCH (w:Webhook {id: $webhook}) MATCH (d:WebhookDelivery {id: w.pending})
SET d.state = CASE WHEN $skip THEN 'SKIPPED' ELSE 'PENDING' END,
  d.nextAttemptAt = CASE WHEN $skip THEN null ELSE $now END, d.firstAt = $now,
  w.cursor = CASE WHEN $skip THEN d.cursor ELSE w.cursor END,
  w.pending = CASE WHEN $skip THEN null ELSE w.pending END`,
);

/** Goes on from another place: what was on its way is left. */
export const replayFrom = statement<{ webhook: string; cursor: string }, WebhookRow>(
  'replayFrom',
  `MATCH (w:Webhook {id: $webhook})
OPTIONAL MATCH (d:WebhookDelivery {id: w.pending})
SET d.state = 'SKIPPED', d.nextAttemptAt = null
SET w.pending = null, w.cursor = $cursor, w.refused = 0
RETURN ${WEBHOOK_ROW}`,
);

/** A dead letter that somebody sent again: it was taken, or it was not. One that others waited for lets them pass. */
export const noteResent = statement<{ id: string; attempt: string; isTaken: boolean }, DeliveryRow>(
  'noteResent',
  `MATCH (d:WebhookDelivery {id: $id}) WHERE d.state = 'DEAD'
SET d.attempts = d.attempts + $attempt, d.state = CASE WHEN $isTaken THEN 'DELIVERED' ELSE d.state END,
  d.body = CASE WHEN $isTaken THEN null ELSE d.body END
WITH d
OPTIONAL MATCH (w:Webhook {id: d.webhook}) WHERE $isTaken AND w.pending = d.id
SET w.pending = null, w.cursor = d.cursor
RETURN ${ROW}`,
);

/**
 * The log of a webhook up to an instant, the newest first, those of one instant by id; `state` null: all, `after` null: from the first
 * of that instant on, else behind the call of this id.
 */
export const listDeliveries = statement<
  { webhook: string; before: number; after: string | null; limit: number; state: string | null },
  DeliveryRow
>(
  'listDeliveries',
  `MATCH (d:WebhookDelivery {webhook: $webhook})
WHERE d.at <= $before AND ($after IS NULL OR d.at < $before OR d.id > $after) AND ($state IS NULL OR d.state = $state)
RETURN ${ROW} ORDER BY d.at DESC, d.id LIMIT toInteger($limit)`,
);

/** Forgets some of what came through before one instant, of the rest before another, and of webhooks that are no more. */
export const trimDeliveries = statement<
  { deliveredBefore: number; before: number; limit: number },
  { trimmed: number }
>(
  'trimDeliveries',
  `MATCH (d:WebhookDelivery)
WHERE (d.at < $before OR (d.at < $deliveredBefore AND d.state IN ['DELIVERED', 'SKIPPED'])
    OR NOT EXISTS { MATCH (:Webhook {id: d.webhook}) })
  AND NOT EXISTS { MATCH (w:Webhook {id: d.webhook}) WHERE w.pending = d.id }
WITH d LIMIT toInteger($limit)
DELETE d
RETURN count(d) AS trimmed`,
);
