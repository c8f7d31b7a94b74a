import { isoInstant, isoInstantOrNull } from 'graph-schema/domain/instant-text';
import { createApiKey, listApiKeys, revokeApiKey, type ApiKeyRow } from 'graph-schema/cypher/access/api-keys';
import { listOrganisations } from 'graph-schema/cypher/access/organisations';
import { FIELD_GROUPS } from 'graph-schema/domain/access/access-rules';
import { changeAccounts, reachOf } from '../access/change-accounts.ts';
import { API_KEY_PREFIX, newId, newToken } from '../access/tokens.ts';
import { builder } from '../builder.ts';
import { AccountError } from '../errors.ts';
import { FieldGroupEnum } from './field-group.ts';

const nullable = { type: 'DateTime', nullable: true } as const;

const ApiKeyType = builder.objectRef<ApiKeyRow>('ApiKey').implement({
  description: 'A key with which a program of an organisation asks. Only its hash is kept.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    name: t.exposeString('name', { description: 'What it is for.' }),
    organisation: t.exposeID('organisation', { description: 'Whose.' }),
    prefix: t.exposeString('prefix', { description: 'Its first characters, to tell keys apart by.' }),
    groups: t.field({
      type: [FieldGroupEnum],
      nullable: true,
      description: 'The most that it shows; null: what the organisation sees.',
      resolve: ({ groups }) => groups && FIELD_GROUPS.filter((group) => groups.includes(group)),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made, UTC.', resolve: (k) => isoInstant(k.createdAt) }),
    expiresAt: t.field({ ...nullable, description: 'When it ends, UTC; null: never.', resolve: (k) => isoInstantOrNull(k.expiresAt) }),
    revokedAt: t.field({ ...nullable, description: 'When it was taken back, UTC; null: it was not.', resolve: (k) => isoInstantOrNull(k.revokedAt) }),
    lastUsedAt: t.field({ ...nullable, description: 'When it was last used, UTC, within a minute; null: never.', resolve: (k) => isoInstantOrNull(k.lastUsedAt) }),
  }),
}); // prettier-ignore

const NewApiKeyType = builder.objectRef<{ key: ApiKeyRow; token: string }>('NewApiKey').implement({
  description: 'A new key, shown once.',
  fields: (t) => ({
    key: t.expose('key', { type: ApiKeyType, description: 'The key.' }),
    token: t.exposeString('token', { description: 'What a program sends: `Authorization: Bearer …`. It is not shown again.' }),
  }),
}); // prettier-ignore

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKeyType],
    description: 'Keys of the own organisation, for operators of all; the newest first.',
    resolve: (_, __, context) =>
      context.access.accounts.read(listApiKeys, { organisation: reachOf(context) }),
  }),
);

builder.mutationField('createApiKey', (t) =>
  t.field({
    type: NewApiKeyType,
    errors: { types: [AccountError], union: { description: 'The key, or why there is none.' } },
    description: 'Makes a key for programs. It reads; who sees what is changed by people.',
    args: {
      name: t.arg.string({ required: true, description: 'What it is for.' }),
      organisation: t.arg.id({ description: 'By operators: for which organisation. Null: for the own.' }),
      groups: t.arg({ type: [FieldGroupEnum], description: 'The most that it shows; null: what the organisation sees.' }),
      expiresAt: t.arg({ type: 'DateTime', description: 'When it ends; null: never.' }),
    },
    resolve: async (_, { name, organisation, groups, expiresAt }, context) => {
      const { text, hash, shown } = newToken(API_KEY_PREFIX);
      const row = {
        id: newId('key'),
        name,
        organisation: reachOf(context, organisation ?? context.asker.organisation) ?? '',
        prefix: shown,
        hash,
        groups: groups ?? null,
        expiresAt: expiresAt ? Date.parse(expiresAt) : null,
        now: context.access.wall(),
      };
      const key = await changeAccounts(
        context,
        'createApiKey',
        async (run) => {
          const [of] = await run(listOrganisations, { id: row.organisation });
          if (of?.kinds.includes('OPERATOR') && row.groups !== null)
            throw new AccountError('BAD_KEY', 'A key of those who run the service shows everything.');
          return (await run(createApiKey, row))[0] ?? null;
        },
        ({ id }) => id,
      );
      if (!key) throw new AccountError('NOT_FOUND', 'There is no such organisation.');
      return { key, token: text };
    },
  }),
); // prettier-ignore

builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: ApiKeyType,
    errors: { types: [AccountError], union: { description: 'The key, or that there is none.' } },
    description: 'Takes a key back: within seconds it opens nothing.',
    args: { id: t.arg.id({ required: true, description: 'Public id.' }) },
    resolve: async (_, { id }, context) => {
      const params = { id, organisation: reachOf(context), now: context.access.wall() };
      const key = await changeAccounts(context, 'revokeApiKey', async (run) => (await run(revokeApiKey, params))[0] ?? null, (one) => one.id);
      if (!key) throw new AccountError('NOT_FOUND', `There is no key ${id}.`);
      return key;
    },
  }),
); // prettier-ignore
