import type { AuditAction } from '../../domain/access/audit-action.ts';
import { statement } from '../statement.ts';

/** Who did or saw what. Entries are only ever added. */
export interface AuditRow {
  readonly id: string;
  /** Service time, epoch milliseconds. */
  readonly at: number;
  /** Id of a user, an API key or a share link; null: nobody who signed in. */
  readonly actor: string | null;
  readonly organisation: string | null;
  /** An `AuditAction`; an older version may have written another. */
  readonly action: string;
  /** Public id of a shipment, or of what was changed; null: none. */
  readonly subject: string | null;
}

/** An entry that is to be written. */
export type NewAuditRow = Omit<AuditRow, 'action'> & { readonly action: AuditAction };

export const appendAudit = statement<{ rows: readonly NewAuditRow[] }>(
  'appendAudit',
  `UNWIND $rows AS r
CREATE (:AuditEntry {id: r.id, at: r.at, actor: r.actor, organisation: r.organisation, action: r.action, subject: r.subject})`,
);
