import { statement } from '../statement.ts';
import type { AuditRow } from './audit.ts';

/** What an actor is called. */
export interface AuditListRow extends AuditRow {
  /** PERSON, API_KEY or SHARE_LINK; null: none of them, or not kept any more. */
  readonly actorKind: string | null;
  /** Name of the person or the key; null: it has none. */
  readonly actorName: string | null;
}

/** Which entries; what is null asks for all. */
export interface AuditQuestion {
  readonly organisation: string | null;
  readonly subject: string | null;
  readonly actor: string | null;
  readonly action: string | null;
  /** At this instant or later, epoch milliseconds. */
  readonly from: number;
  /** At this instant or earlier, epoch milliseconds. */
  readonly before: number;
  /** Behind this entry in the order, `before` being its instant; null: from the newest on. */
  readonly after: string | null;
  readonly limit: number;
}

/** The newest first, those of one instant by id. Read backwards along the index of instants, as far as the limit wants. */
export const listAudit = statement<AuditQuestion, AuditListRow>(
  'listAudit',
  `MATCH (e:AuditEntry) WHERE e.at >= $from AND e.at <= $before
  AND ($organisation IS NULL OR e.organisation = $organisation) AND ($subject IS NULL OR e.subject = $subject)
  AND ($actor IS NULL OR e.actor = $actor) AND ($action IS NULL OR e.action = $action)
  AND ($after IS NULL OR e.at < $before OR e.id > $after)
WITH e ORDER BY e.at DESC, e.id LIMIT toInteger($limit)
OPTIONAL MATCH (u:User {id: e.actor})
OPTIONAL MATCH (k:ApiKey {id: e.actor})
OPTIONAL MATCH (l:ShareLink {id: e.actor})
RETURN e.id AS id, e.at AS at, e.actor AS actor, e.organisation AS organisation, e.action AS action, e.subject AS subject,
  CASE WHEN u IS NOT NULL THEN 'PERSON' WHEN k IS NOT NULL THEN 'API_KEY' WHEN l IS NOT NULL THEN 'SHARE_LINK' END AS actorKind,
  coalesce(u.name, k.name) AS actorName
ORDER BY at DESC, id`,
);
