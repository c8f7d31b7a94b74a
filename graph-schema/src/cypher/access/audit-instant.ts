import { statement } from '../statement.ts';

/** When an entry was made, epoch milliseconds; `organisation` null: of anybody. No row: there is none, or it is not theirs. */
export const auditInstant = statement<{ id: string; organisation: string | null }, { at: number }>(
  'auditInstant',
  `MATCH (e:AuditEntry {id: $id}) WHERE $organisation IS NULL OR e.organisation = $organisation
RETURN e.at AS at`,
);
