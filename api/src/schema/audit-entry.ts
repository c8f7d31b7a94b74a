import { isoInstant } from 'graph-schema/domain/instant-text';
import { listAudit, type AuditRow } from 'graph-schema/cypher/access/audit';
import { reachOf } from '../access/change-accounts.ts';
import { builder } from '../builder.ts';

const MOST = 500;
const WHAT =
  '`saw`, `sawThen` (as of an instant): a shipment; `listed` (an operator, whatever rows), `exported`: lists of them; `sawMessage`, `listedMessages` (`subject`: of which source): received messages; or the name of the mutation.';

const AuditEntryType = builder.objectRef<AuditRow>('AuditEntry').implement({
  description: 'Who did or saw what. Entries are only ever added.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it.' }),
    at: t.field({ type: 'DateTime', description: 'When, by the service clock.', resolve: ({ at }) => isoInstant(at) }),
    actor: t.exposeID('actor', { nullable: true, description: 'User, API key or share link; null: nobody who signed in.' }),
    organisation: t.exposeID('organisation', { nullable: true, description: 'Whose; null: none.' }),
    action: t.exposeString('action', { description: WHAT }),
    subject: t.exposeID('subject', { nullable: true, description: 'The shipment, the message, or what was changed; null: none.' }),
  }),
}); // prettier-ignore

builder.queryField('auditTrail', (t) =>
  t.field({
    type: [AuditEntryType],
    description:
      'What the own organisation saw and did, for operators all; the newest first. What was seen is there after a second.',
    args: {
      subject: t.arg.id({ description: 'About this shipment, or thing, alone.' }),
      first: t.arg.int({ defaultValue: 100, required: true, description: `How many, at most ${MOST}.` }),
      before: t.arg({ type: 'DateTime', description: 'At this instant or earlier.' }),
    },
    resolve: (_, { subject = null, first, before }, context) =>
      context.access.accounts.read(listAudit, {
        organisation: reachOf(context),
        subject,
        before: before ? Date.parse(before) : null,
        limit: Math.max(0, Math.min(first, MOST)),
      }),
  }),
);
