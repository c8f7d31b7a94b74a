import { statement, type Statement } from '../statement.ts';
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

/** What entries can be found by, the narrowest first: of each the properties that its index has before the instant. */
const FOUND_BY = {
  SUBJECT: ['subject'],
  ACTOR: ['actor'],
  ORGANISATION_ACTION: ['organisation', 'action'],
  ORGANISATION: ['organisation'],
  ACTION: ['action'],
  INSTANT: [],
} as const satisfies Record<string, readonly (keyof AuditQuestion)[]>;
type FoundBy = keyof typeof FOUND_BY;

const NARROWING = ['organisation', 'subject', 'actor', 'action'] as const;

/** Read backwards along the index of instants of what is asked for, as far as the limit wants. */
function listBy(by: FoundBy): Statement<AuditQuestion, AuditListRow> {
  const found: readonly string[] = FOUND_BY[by];
  const index = [...found, 'at'].join(', ');
  // What is equal orders nothing, but without it the server sorts all that it finds instead of reading backwards.
  const order = [...found.map((name) => `e.${name} DESC`), 'e.at DESC', 'e.id'].join(', ');
  const among = NARROWING.map((name) =>
    found.includes(name) ? `e.${name} = $${name}` : `($${name} IS NULL OR e.${name} = $${name})`,
  );
  return statement(
    `listAudit${by}`,
    `MATCH (e:AuditEntry) USING INDEX e:AuditEntry(${index})
WHERE ${among.join(' AND ')}
  AND e.at >= $from AND e.at <= $before AND ($after IS NULL OR e.at < $before OR e.id > $after)
WITH e ORDER BY ${order} LIMIT toInteger($limit)
OPTIONAL MATCH (u:User {id: e.actor})
OPTIONAL MATCH (k:ApiKey {id: e.actor})
OPTIONAL MATCH (l:ShareLink {id: e.actor})
RETURN e.id AS id, e.at AS at, e.actor AS actor, e.organisation AS organisation, e.action AS action, e.subject AS subject,
  CASE WHEN u IS NOT NULL THEN 'PERSON' WHEN k IS NOT NULL THEN 'API_KEY' WHEN l IS NOT NULL THEN 'SHARE_LINK' END AS actorKind,
  coalesce(u.name, k.name) AS actorName
ORDER BY at DESC, id`,
  );
}

export const AUDIT_LISTS = Object.fromEntries(
  (Object.keys(FOUND_BY) as FoundBy[]).map((by) => [by, listBy(by)]),
) as Readonly<Record<FoundBy, Statement<AuditQuestion, AuditListRow>>>;

/** The newest first, those of one instant by id: by the narrowest that the question names. */
export function listAudit(asked: AuditQuestion): Statement<AuditQuestion, AuditListRow> {
  const by = (Object.keys(FOUND_BY) as FoundBy[]).find((one) => FOUND_BY[one].every((name) => asked[name] !== null));
  return AUDIT_LISTS[by ?? 'INSTANT'];
} // prettier-ignore
