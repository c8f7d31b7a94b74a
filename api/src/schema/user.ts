import { changeUser, createUser, listUsers, type UserRow } from 'graph-schema/cypher/access/users';
import { changeAccounts, reachOf } from '../access/change-accounts.ts';
import { hashPassword, isPassword, PASSWORD_LENGTH_MIN } from '../access/passwords.ts';
import { newId } from '../access/tokens.ts';
import { builder } from '../builder.ts';
import { AccountError } from '../errors.ts';

const UserRoleEnum = builder.enumType('UserRole', {
  description: 'What a person may do in an organisation.',
  values: {
    ADMIN: { description: 'Changes its people, keys and whom it lets see 管理员.' },
    MEMBER: { description: 'Sees what it sees 成员.' },
  } satisfies Record<UserRow['role'], { description: string }>,
});

const UserType = builder.objectRef<UserRow>('User').implement({
  description: 'A person who signs in.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    login: t.exposeString('login', { description: 'Name that is signed in with.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    organisation: t.exposeID('organisation', { description: 'Public id of the organisation.' }),
    role: t.expose('role', { type: UserRoleEnum, description: 'What he may do.' }),
    isDisabled: t.exposeBoolean('isDisabled', { description: 'Whether he may not sign in any more.' }),
  }),
});

builder.queryField('users', (t) =>
  t.field({
    type: [UserType],
    description: 'People of the own organisation; for operators of all.',
    resolve: (_, __, context) => context.access.accounts.read(listUsers, { organisation: reachOf(context) }),
  }),
);

builder.mutationField('createUser', (t) =>
  t.field({
    type: UserType,
    errors: { types: [AccountError], union: { description: 'The user, or why there is none.' } },
    description: 'Lets a person sign in.',
    args: {
      login: t.arg.string({ required: true, description: 'Name to sign in with; nobody else has it.' }),
      name: t.arg.string({ required: true, description: 'Name.' }),
      password: t.arg.string({
        description: `At least ${PASSWORD_LENGTH_MIN} characters. Null: invites him to sign in at the identity provider, with the login for his e-mail address there.`,
      }),
      role: t.arg({ type: UserRoleEnum, required: true, description: 'What he may do.' }),
      organisation: t.arg.id({ description: 'By operators: of which organisation. Null: of the own.' }),
    },
    resolve: async (_, { login, name, password, role, organisation }, context) => {
      const passwordHash = password == null ? null : await hashed(password);
      const of = reachOf(context, organisation ?? context.asker.organisation) ?? '';
      const user = { id: newId('usr'), login, name, organisation: of, role, passwordHash };
      const created = await changeAccounts(context, 'createUser', async (run) => (await run(createUser, user))[0] ?? null, ({ id }) => id);
      if (!created) throw new AccountError('LOGIN_TAKEN', `${login} is taken, or there is no such organisation.`);
      return created;
    },
  }),
); // prettier-ignore

builder.mutationField('changeUser', (t) =>
  t.field({
    type: UserType,
    errors: { types: [AccountError], union: { description: 'The user, or why nothing was changed.' } },
    description: 'Changes what a person may do. A new password, or none any more, ends all sessions.',
    args: {
      id: t.arg.id({ required: true, description: 'Public id.' }),
      role: t.arg({ type: UserRoleEnum, required: true, description: 'What he may do.' }),
      isDisabled: t.arg.boolean({ required: true, description: 'Whether he may not sign in any more.' }),
      password: t.arg.string({ description: 'Null: stays.' }),
    },
    resolve: async (_, { id, role, isDisabled, password }, context) => {
      const passwordHash = password ? await hashed(password) : null;
      const change = { id, organisation: reachOf(context), role, isDisabled, passwordHash, now: context.access.wall() };
      const changed = await changeAccounts(context, 'changeUser', async (run) => (await run(changeUser, change))[0] ?? null, (one) => one.id);
      if (!changed) throw new AccountError('NOT_FOUND', `There is no user ${id}.`);
      return changed;
    },
  }),
); // prettier-ignore

function hashed(password: string): Promise<string> {
  if (!isPassword(password))
    throw new AccountError('BAD_PASSWORD', `A password has at least ${PASSWORD_LENGTH_MIN} characters.`);
  return hashPassword(password);
}
