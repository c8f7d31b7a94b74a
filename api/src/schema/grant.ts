import { isoInstantOrNull } from 'graph-schema/domain/instant-text';
import { createGrant, listGrants, revokeGrant, type GrantRow } from 'graph-schema/cypher/access/grants';
import { FIELD_GROUPS } from 'graph-schema/domain/access/access-rules';
import { changeAccounts, reachOf } from '../access/change-accounts.ts';
import { givable } from '../access/give-sight.ts';
import { newId } from '../access/tokens.ts';
import { builder } from '../builder.ts';
import { AccountError, NotFoundError } from '../errors.ts';
import { FieldGroupEnum } from './field-group.ts';
import { IdentifierType } from './identifier.ts';

const GrantPartyType = builder.objectRef<GrantRow['to']>('GrantParty').implement({
  description: 'An organisation of a grant, by name.',
  fields: (t) => ({
    name: t.string({ description: 'Name.', resolve: ([name]) => name }),
    nameZh: t.string({ nullable: true, description: 'Chinese name.', resolve: ([, nameZh]) => nameZh }),
  }),
});

const GrantType = builder.objectRef<GrantRow>('Grant').implement({
  description: 'That one organisation lets another see a shipment.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    shipment: t.exposeID('shipment', { description: 'Public id of the shipment.' }),
    organisation: t.exposeID('organisation', { description: 'Who may see it.' }),
    by: t.exposeID('by', { nullable: true, description: 'Who lets it; null: an operator.' }),
    to: t.expose('to', { type: GrantPartyType, description: 'Who may see it.' }),
    from: t.expose('from', {
      type: GrantPartyType,
      nullable: true,
      description: 'Who lets it; null: an operator.',
    }),
    title: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The number that the shipment goes by; null: it cannot be seen any more.',
      resolve: async ({ shipment }, _, { listed }) => (await listed.load(shipment))?.title ?? null,
    }),
    groups: t.field({
      type: [FieldGroupEnum],
      description: 'What may be seen.',
      resolve: ({ groups }) => FIELD_GROUPS.filter((group) => groups.includes(group)),
    }),
    until: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when, by the service clock; null: until it is taken back.',
      resolve: ({ until }) => isoInstantOrNull(until),
    }),
  }),
});

builder.queryField('grants', (t) =>
  t.field({
    type: [GrantType],
    description: 'What the own organisation lets others see and others let it; for operators all.',
    resolve: (_, __, context) => context.access.accounts.read(listGrants, { organisation: reachOf(context) }),
  }),
);

builder.mutationField('grantShipment', (t) =>
  t.field({
    type: GrantType,
    errors: { types: [NotFoundError, AccountError], union: { description: 'The grant, or why there is none.' } },
    description: 'Lets another organisation see a shipment: of what was asked for that which one sees oneself, and not by a grant.',
    args: {
      shipment: t.arg.id({ required: true, description: 'Public id of the shipment.' }),
      organisation: t.arg.id({ required: true, description: 'Who may see it.' }),
      groups: t.arg({ type: [FieldGroupEnum], required: true, description: 'What; milestones always.' }),
      until: t.arg({ type: 'DateTime', description: 'Until when; null: until it is taken back.' }),
    },
    resolve: async (_, { shipment, organisation, groups, until }, context) => {
      const given = await givable(context, shipment, groups);
      const end = until ? Date.parse(until) : null;
      const row = { ...given, id: newId('grt'), organisation, by: reachOf(context, context.asker.organisation), until: end, now: context.now() };
      const grant = await changeAccounts(context, 'grantShipment', async (run) => (await run(createGrant, row))[0] ?? null, (one) => one.shipment);
      if (!grant) throw new AccountError('NOT_FOUND', `There is no organisation ${organisation}.`);
      return grant;
    },
  }),
); // prettier-ignore

builder.mutationField('revokeGrant', (t) =>
  t.field({
    type: GrantType,
    errors: { types: [AccountError], union: { description: 'The grant that was, or that there is none.' } },
    description: 'Takes a grant back.',
    args: { id: t.arg.id({ required: true, description: 'Public id.' }) },
    resolve: async (_, { id }, context) => {
      const params = { id, by: reachOf(context), now: context.now() };
      const grant = await changeAccounts(context, 'revokeGrant', async (run) => (await run(revokeGrant, params))[0] ?? null, (one) => one.shipment);
      if (!grant) throw new AccountError('NOT_FOUND', `There is no grant ${id}.`);
      return grant;
    },
  }),
); // prettier-ignore
