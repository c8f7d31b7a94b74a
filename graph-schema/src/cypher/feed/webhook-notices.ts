import { statement } from '../statement.ts';

/** That a webhook disabled itself, for one administrator; times by the wall clock, epoch milliseconds. */
export interface WebhookNoticeRow {
  readonly id: string;
  readonly webhook: string;
  /** What its owner called it, else its address. */
  readonly name: string;
  readonly reason: string;
  /** What was wrong last; null: nothing but that. */
  readonly error: string | null;
  /** When it was disabled. */
  readonly at: number;
  /** Attempts that failed. */
  readonly failed: number;
  /** Where letters to him go: his address, else a login that is one; null: nowhere, or he is no administrator of it any more. */
  readonly address: string | null;
  /** That he reads; null: he did not say. */
  readonly language: string | null;
}

/** Administrators of a webhook's owner: of its organisation, or where it is the service's of those who run it. */
const ADMINISTRATORS = `(u:User)-[:MEMBER_OF {role: 'ADMIN'}]->(o:Organisation)
WHERE u.disabledAt IS NULL AND (o.id = organisation OR (organisation IS NULL AND 'OPERATOR' IN o.kinds))`;

/** One for each administrator that there is. `id`: what their ids begin with. */
export const writeWebhookNotices = statement<{
  id: string;
  webhook: string;
  reason: string;
  error: string | null;
  at: number;
}>(
  'writeWebhookNotices',
  `MATCH (w:Webhook {id: $webhook})
WITH w, w.organisation AS organisation
MATCH ${ADMINISTRATORS}
CREATE (:WebhookNotice {id: $id + '.' + u.id, user: u.id, organisation: organisation, webhook: w.id,
  name: CASE WHEN w.description = '' THEN w.url ELSE w.description END, reason: $reason, error: $error,
  at: $at, failed: 0, nextAt: $at})`,
);

export const listDueWebhookNotices = statement<{ now: number; limit: number }, { id: string }>(
  'listDueWebhookNotices',
  `MATCH (n:WebhookNotice) WHERE n.nextAt <= $now RETURN n.id AS id ORDER BY n.at, id LIMIT toInteger($limit)`,
);

/** Takes one that is due, until another instant. No row: another process has it, or it is sent. */
export const takeWebhookNotice = statement<{ id: string; now: number; until: number }, WebhookNoticeRow>(
  'takeWebhookNotice',
  `MATCH (n:WebhookNotice {id: $id}) SET n.asked = $now
WITH n WHERE n.nextAt <= $now
SET n.nextAt = $until
WITH n, n.organisation AS organisation
OPTIONAL MATCH ${ADMINISTRATORS} AND u.id = n.user
OPTIONAL MATCH (p:AlertReader {id: u.id})
RETURN n.id AS id, n.webhook AS webhook, n.name AS name, n.reason AS reason, n.error AS error, n.at AS at, n.failed AS failed,
  coalesce(p.address, CASE WHEN u.login CONTAINS '@' THEN u.login END) AS address, p.language AS language`,
);

export const retryWebhookNotice = statement<{ id: string; next: number }>(
  'retryWebhookNotice',
  `MATCH (n:WebhookNotice {id: $id}) SET n.failed = n.failed + 1, n.nextAt = $next`,
);

export const dropWebhookNotice = statement<{ id: string }>(
  'dropWebhookNotice',
  `MATCH (n:WebhookNotice {id: $id}) DELETE n`,
);
