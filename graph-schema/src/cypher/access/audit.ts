import { statement } from '../statement.ts';

/** Who did or saw what. Entries are only ever added. */
export interface AuditRow {
  readonly id: string;
  /** Service time, epoch milliseconds. */
  readonly at: number;
  /** Id of a user, an API key or a share link; null: nobody who signed in. */
  readonly actor: string | null;
  readonly organisation: string | null;
  /** Name of the operation: `shipment`, `createApiKey`. */
  readonly action: string;
  /** Public id of a shipment, or of what was changed; null: none. */
  readonly subject: string | null;
}

export const appendAudit = statement<{ rows: readonly AuditRow[] }>(
  'appendAudit',
  `UNWIND $rows AS r
CREATE (:AuditEntry {id: r.id, at: r.at, actor: r.actor, organisation: r.organisation, action: r.action, subject: r.subject})`,
);

/** The newest first; `before`: at this instant or earlier, without the entry named. */
export const listAudit = statement<
  { organisation: string | null; subject: string | null; before: number | null; limit: number },
  AuditRow
>(
  'listAudit',
  `MATCH (e:AuditEntry) WHERE e.at <= coalesce($before, 8640000000000000)
  AND ($organisation IS NULL OR e.organisation = $organisation) AND ($subject IS NULL OR e.subject = $subject)
RETURN e.id AS id, e.at AS at, e.actor AS actor, e.organisation AS organisation, e.action AS action, e.subject AS subject
ORDER BY e.at DESC, e.id LIMIT toInteger($limit)`,
);
