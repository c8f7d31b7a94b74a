import { isoInstant, isoInstantOrNull } from 'graph-schema/domain/instant-text';
import {
  createShareLink,
  listShareLinks,
  revokeShareLink,
  type ShareLinkRow,
} from 'graph-schema/cypher/access/share-links';
import { FIELD_GROUPS } from 'graph-schema/domain/access/access-rules';
import { changeAccounts, reachOf } from '../access/change-accounts.ts';
import { givable } from '../access/give-sight.ts';
import { newId, newToken, SHARE_LINK_PREFIX } from '../access/tokens.ts';
import { builder } from '../builder.ts';
import { AccountError, NotFoundError } from '../errors.ts';
import { FieldGroupEnum } from './field-group.ts';
import { IdentifierType } from './identifier.ts';

const ShareLinkType = builder.objectRef<ShareLinkRow>('ShareLink').implement({
  description: 'A shipment for whoever has the link. Only its hash is kept.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    shipment: t.exposeID('shipment', { description: 'Public id of the shipment.' }),
    title: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The number that the shipment goes by; null: it is not there any more.',
      resolve: async ({ shipment }, _, { listed }) => (await listed.load(shipment))?.title ?? null,
    }),
    groups: t.field({
      type: [FieldGroupEnum],
      description: 'What it shows.',
      resolve: ({ groups }) => FIELD_GROUPS.filter((group) => groups.includes(group)),
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it ends, UTC.', resolve: (l) => isoInstant(l.expiresAt) }),
    revokedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back, UTC; null: it was not.',
      resolve: ({ revokedAt }) => isoInstantOrNull(revokedAt),
    }),
  }),
}); // prettier-ignore

const NewShareLinkType = builder.objectRef<{ link: ShareLinkRow; token: string }>('NewShareLink').implement({
  description: 'A new link, shown once.',
  fields: (t) => ({
    link: t.expose('link', { type: ShareLinkType, description: 'The link.' }),
    token: t.exposeString('token', { description: 'What it is asked with: `Authorization: Bearer …`. It is not shown again.' }),
  }),
}); // prettier-ignore

builder.queryField('shareLinks', (t) =>
  t.field({
    type: [ShareLinkType],
    description: 'Links that the own organisation gave; for operators all. The newest first.',
    args: { shipment: t.arg.id({ description: 'Of this shipment alone.' }) },
    resolve: (_, { shipment = null }, context) =>
      context.access.accounts.read(listShareLinks, { by: reachOf(context), shipment }),
  }),
);

builder.mutationField('shareShipment', (t) =>
  t.field({
    type: NewShareLinkType,
    errors: { types: [NotFoundError, AccountError], union: { description: 'The link, or why there is none.' } },
    description: 'Makes a link that shows a shipment to whoever has it: of what was asked for that which one sees oneself, and not by a grant.',
    args: {
      shipment: t.arg.id({ required: true, description: 'Public id of the shipment.' }),
      groups: t.arg({ type: [FieldGroupEnum], required: true, description: 'What; milestones always.' }),
      expiresAt: t.arg({ type: 'DateTime', required: true, description: 'When it ends.' }),
    },
    resolve: async (_, { shipment, groups, expiresAt }, context) => {
      const given = await givable(context, shipment, groups);
      const { text, hash } = newToken(SHARE_LINK_PREFIX);
      const by = reachOf(context, context.asker.organisation);
      const row = { ...given, id: newId('lnk'), hash, by, expiresAt: Date.parse(expiresAt), now: context.access.wall() };
      const link = await changeAccounts(context, 'shareShipment', async (run) => (await run(createShareLink, row))[0] ?? null, (one) => one.shipment);
      if (!link) throw new AccountError('NOT_FOUND', `There is no shipment ${shipment}.`);
      return { link, token: text };
    },
  }),
); // prettier-ignore

builder.mutationField('revokeShareLink', (t) =>
  t.field({
    type: ShareLinkType,
    errors: { types: [AccountError], union: { description: 'The link that was, or that there is none.' } },
    description: 'Takes a link back: within seconds it opens nothing.',
    args: { id: t.arg.id({ required: true, description: 'Public id.' }) },
    resolve: async (_, { id }, context) => {
      const params = { id, by: reachOf(context), now: context.access.wall() };
      const link = await changeAccounts(context, 'revokeShareLink', async (run) => (await run(revokeShareLink, params))[0] ?? null, (one) => one.shipment);
      if (!link) throw new AccountError('NOT_FOUND', `There is no link ${id}.`);
      return link;
    },
  }),
); // prettier-ignore
