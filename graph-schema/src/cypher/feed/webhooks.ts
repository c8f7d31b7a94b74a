import { statement } from '../statement.ts';

/** A webhook as it is stored: lists and filters as JSON; times by the wall clock, epoch milliseconds. */
export interface WebhookRow {
  readonly id: string;
  /** Whose; null: whoever runs the service. */
  readonly organisation: string | null;
  /** How it is called, and with what. */
  readonly form: string;
  readonly url: string;
  readonly description: string;
  /** Which entries of the feed it is made up of. */
  readonly filter: string;
  /** Which events it is called with, as its subscriber wrote it; null: its form tells entries. */
  readonly events: string | null;
  /** Field groups that it is told at most; null: all that its owner sees. */
  readonly groups: string | null;
  /** Entries of one call at most. */
  readonly entriesMax: number;
  readonly secrets: string;
  readonly state: string;
  readonly notice: string | null;
  /** Why it disabled itself, and what was wrong last: read only where there is a notice. */
  readonly disabledBecause: string | null;
  readonly disabledError: string | null;
  /** Everything up to here was delivered, given up or not wanted. */
  readonly cursor: string;
  readonly createdAt: number;
  readonly failingSince: number | null;
  /** Calls in a row that were refused for good. */
  readonly refused: number;
  /** The call that is under way. */
  readonly pending: string | null;
}

export const WEBHOOK_ROW = `w.id AS id, w.organisation AS organisation, coalesce(w.form, 'STANDARD') AS form, w.url AS url,
  w.description AS description, w.filter AS filter, w.events AS events, w.groups AS groups, w.entriesMax AS entriesMax, w.secrets AS secrets, w.state AS state, w.notice AS notice,
  w.disabledBecause AS disabledBecause, w.disabledError AS disabledError,
  w.cursor AS cursor, w.createdAt AS createdAt, w.failingSince AS failingSince, w.refused AS refused,
  w.pending AS pending`;

/** Those of one organisation, or where none is named those of whoever runs the service. */
const OWN = `(w.organisation = $organisation OR ($organisation IS NULL AND w.organisation IS NULL))`;

/** `id` null: all. */
export const listWebhooks = statement<{ organisation: string | null; id: string | null }, WebhookRow>(
  'listWebhooks',
  `MATCH (w:Webhook) WHERE ${OWN} AND ($id IS NULL OR w.id = $id)
RETURN ${WEBHOOK_ROW} ORDER BY w.createdAt, id`,
);

export const createWebhook = statement<
  { row: Omit<WebhookRow, 'failingSince' | 'pending' | 'notice' | 'disabledBecause' | 'disabledError'> },
  WebhookRow
>('createWebhook', `CREATE (w:Webhook) SET w = $row RETURN ${WEBHOOK_ROW}`);

/** Changes some properties of one that an organisation owns. What is null in `set` is removed. */
export const changeWebhook = statement<
  { id: string; organisation: string | null; set: Partial<Record<keyof WebhookRow, string | number | null>> },
  WebhookRow
>(
  'changeWebhook',
  `MATCH (w:Webhook {id: $id}) WHERE ${OWN}
SET w += $set
RETURN ${WEBHOOK_ROW}`,
);

/** Its log is trimmed as what belongs to nobody. */
export const deleteWebhook = statement<{ id: string; organisation: string | null }, { id: string }>(
  'deleteWebhook',
  `MATCH (w:Webhook {id: $id}) WHERE ${OWN}
WITH w, w.id AS id DELETE w
RETURN id`,
);

/** Takes or keeps those that nobody else calls. By the server's own clock, looked at again under the lock. */
export const leaseWebhooks = statement<{ owner: string; forMs: number }, WebhookRow>(
  'leaseWebhooks',
  `MATCH (w:Webhook {state: 'ENABLED'}) WHERE w.owner = $owner OR coalesce(w.until, 0) < timestamp()
WITH w ORDER BY w.id
SET w.asked = $owner
WITH w WHERE w.state = 'ENABLED' AND (w.owner = $owner OR coalesce(w.until, 0) < timestamp())
SET w.owner = $owner, w.until = timestamp() + toInteger($forMs)
RETURN ${WEBHOOK_ROW}`,
);

export const releaseWebhooks = statement<{ owner: string }>(
  'releaseWebhooks',
  `MATCH (w:Webhook {owner: $owner}) SET w.owner = null, w.until = 0`,
);
