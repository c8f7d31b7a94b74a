import { auditInstant } from 'graph-schema/cypher/access/audit-instant';
import { listAudit, type AuditListRow, type AuditQuestion } from 'graph-schema/cypher/access/list-audit';
import { AUDIT_ACTIONS, type AuditAction } from 'graph-schema/domain/access/audit-action';
import { isoInstant } from 'graph-schema/domain/instant-text';
import { reachOf } from '../access/change-accounts.ts';
import type { AccountGraph } from '../access/account-graph.ts';
import { builder } from '../builder.ts';
import { named } from './enums.ts';
import { IdentifierType } from './identifier.ts';

export const AUDIT_MOST = 500;

export const AuditActionEnum = named(
  'AuditAction',
  'What somebody did, as the audit trail says it.',
  AUDIT_ACTIONS,
);

type ActorKind = 'PERSON' | 'API_KEY' | 'SHARE_LINK';
const AuditActorKindEnum = named('AuditActorKind', 'What kind of actor did it.', {
  PERSON: 'A person who signed in.',
  API_KEY: 'A program, by an API key.',
  SHARE_LINK: 'Whoever had a share link.',
} satisfies Record<ActorKind, string>);

export const AuditEntryType = builder.objectRef<AuditListRow>('AuditEntry').implement({
  description: 'Who did or saw what. Entries are only ever added.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it.' }),
    at: t.field({ type: 'DateTime', description: 'When, by the service clock.', resolve: ({ at }) => isoInstant(at) }),
    actor: t.exposeID('actor', { nullable: true, description: 'User, API key or share link; null: nobody who signed in.' }),
    actorKind: t.field({
      type: AuditActorKindEnum,
      nullable: true,
      description: 'What that is; null: nobody who signed in, or somebody of whom nothing is kept any more.',
      resolve: ({ actorKind }) => actorKind as ActorKind | null,
    }),
    actorName: t.exposeString('actorName', { nullable: true, description: 'Name of the person or of the key; null: none is kept.' }),
    organisation: t.exposeID('organisation', { nullable: true, description: 'Whose; null: none.' }),
    action: t.exposeString('action', { description: 'One of `AuditAction`; entries of an older version may say another.' }),
    subject: t.exposeID('subject', { nullable: true, description: 'The shipment, the message, or what was changed; null: none.' }),
    title: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'Number that the shipment goes by; null: it is none, or whoever asks does not see all: looking it up would be a look at it.',
      resolve: async ({ subject }, _, { asker, listed }) =>
        asker.sight === 'ALL' && subject !== null ? ((await listed.load(subject))?.title ?? null) : null,
    }),
  }),
}); // prettier-ignore

interface AuditAbout extends Pick<AuditQuestion, 'organisation' | 'subject' | 'actor'> {
  readonly action: AuditAction | null | undefined;
  /** RFC 3339. */
  readonly from: string | null | undefined;
  readonly until: string | null | undefined;
}

/** The newest entries behind a place of the trail; null: from the newest on. */
export function readAudit(
  accounts: AccountGraph,
  { action, from, until, ...about }: AuditAbout,
  behind: { readonly at: number; readonly id: string } | null,
  limit: number,
): Promise<AuditListRow[]> {
  const asked: AuditQuestion = {
    ...about,
    action: action ?? null,
    from: from ? Date.parse(from) : 0,
    before: behind?.at ?? (until ? Date.parse(until) : Number.MAX_SAFE_INTEGER),
    after: behind?.id ?? null,
    limit,
  };
  return accounts.read(listAudit(asked), asked);
}

builder.queryField('auditTrail', (t) =>
  t.field({
    type: [AuditEntryType],
    deprecationReason: '`auditEntries` tells the same in pages, and whether more follow.',
    description:
      'What the own organisation saw and did, for operators all; the newest first. What was seen is there after a second.',
    args: {
      subject: t.arg.id({ description: 'About this shipment, or thing, alone.' }),
      actor: t.arg.id({ description: 'By this user, API key or share link alone.' }),
      action: t.arg({ type: AuditActionEnum, description: 'This action alone.' }),
      first: t.arg.int({ defaultValue: 100, required: true, description: `How many, at most ${AUDIT_MOST}.` }),
      from: t.arg({ type: 'DateTime', description: 'At this instant or later.' }),
      before: t.arg({ type: 'DateTime', description: 'At this instant or earlier.' }),
      after: t.arg.id({ description: 'Behind this entry: the id of the last one gives the next page.' }),
    },
    resolve: async (_, { subject = null, actor = null, action, first, from, before, after = null }, context) => {
      const { accounts } = context.access;
      const organisation = reachOf(context);
      const [last] = after === null ? [] : await accounts.read(auditInstant, { id: after, organisation });
      if (after !== null && !last) return [];
      const about = { organisation, subject, actor, action, from, until: before };
      return readAudit(accounts, about, after !== null && last ? { at: last.at, id: after } : null, Math.max(0, Math.min(first, AUDIT_MOST)));
    },
  }),
); // prettier-ignore
