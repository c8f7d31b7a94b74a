import type { AuditListRow } from 'graph-schema/cypher/access/list-audit';
import { reachOf } from '../access/change-accounts.ts';
import { builder } from '../builder.ts';
import { AUDIT_MOST, AuditActionEnum, AuditEntryType, readAudit } from './audit-entry.ts';
import { connected, datedCursor, readDatedCursor, type Connected } from './connected.ts';

const FIRST = 100;

const AuditEntryConnectionType = builder.connectionObject(
  { type: AuditEntryType, name: 'AuditEntryConnection', description: 'A page of the audit trail.' },
  { name: 'AuditEntryEdge', description: 'An entry and its place in the trail.' },
);

builder.queryField('auditEntries', (t) =>
  t.field({
    type: AuditEntryConnectionType,
    description:
      'What the own organisation saw and did, for operators all; the newest first. What was seen is there after a second.',
    complexity: ({ first }) => ({ field: 10, multiplier: Math.max(1, Math.min(first, AUDIT_MOST)) / 5 }),
    args: {
      subject: t.arg.id({ description: 'About this shipment, or thing, alone.' }),
      actor: t.arg.id({ description: 'By this user, API key or share link alone.' }),
      action: t.arg({ type: AuditActionEnum, description: 'This action alone.' }),
      from: t.arg({ type: 'DateTime', description: 'At this instant or later.' }),
      until: t.arg({ type: 'DateTime', description: 'At this instant or earlier.' }),
      first: t.arg.int({ defaultValue: FIRST, required: true, description: `How many, at most ${AUDIT_MOST}.` }),
      after: t.arg.string({ description: 'Behind which cursor; null: from the newest on.' }),
    },
    resolve: async (_, { subject = null, actor = null, action, from, until, first, after }, context): Promise<Connected<AuditListRow>> => {
      const most = Math.max(1, Math.min(first, AUDIT_MOST));
      const about = { organisation: reachOf(context), subject, actor, action, from, until };
      const rows = await readAudit(context.access.accounts, about, readDatedCursor(after), most + 1);
      return connected(rows.slice(0, most), datedCursor, { hasMore: rows.length > most, after });
    },
  }),
); // prettier-ignore
