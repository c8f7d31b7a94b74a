import { findShareLinkEnd } from 'graph-schema/cypher/access/share-links';
import { listUsers } from 'graph-schema/cypher/access/users';
import type { Asker, Granted } from 'graph-schema/domain/access/asker';
import { isoInstantOrNull } from 'graph-schema/domain/instant-text';
import { setSession } from '../access/cookies.ts';
import { credentialsOf } from '../access/credentials.ts';
import { SESSION_SECONDS, signIn, signOut } from '../access/sign-in.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { SignInError } from '../errors.ts';
import { FieldGroupEnum } from './field-group.ts';

const AskerKindEnum = builder.enumType('AskerKind', {
  description: 'How somebody asks.',
  values: {
    OPERATOR: { description: 'Runs the service 运营方.' },
    MEMBER: { description: 'A person of an organisation 机构成员.' },
    API_KEY: { description: 'A program of an organisation 接口密钥.' },
    SHARE_LINK: { description: 'Whoever has a link 分享链接.' },
    PUBLIC: { description: 'Nobody who signed in 公众.' },
  } satisfies Record<Asker['kind'], { description: string }>,
});

const LinkSightType = builder.objectRef<Granted>('LinkSight').implement({
  description: 'What a share link opens.',
  fields: (t) => ({
    shipment: t.exposeID('shipment', { description: 'Public id of the shipment.' }),
    groups: t.field({ type: [FieldGroupEnum], description: 'What of it is shown.', resolve: ({ groups }) => [...groups] }),
    until: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the link ends, UTC; null: when it is taken back.',
      resolve: async (_, __, { access, asker }) => {
        const [link] = await access.accounts.read(findShareLinkEnd, { id: asker.actor ?? '' });
        return isoInstantOrNull(link?.expiresAt ?? null);
      },
    }),
  }),
}); // prettier-ignore

const ViewerType = builder.objectRef<Asker>('Viewer').implement({
  description: 'Who asks.',
  fields: (t) => ({
    kind: t.expose('kind', { type: AskerKindEnum, description: 'How.' }),
    organisation: t.exposeID('organisation', { nullable: true, description: 'Public id of the organisation; null: none.' }),
    name: t.string({
      nullable: true,
      description: 'What the person who signed in is called; null: nobody did.',
      resolve: async ({ actor, kind, organisation }, _, { access }) => {
        if (actor === null || organisation === null || (kind !== 'MEMBER' && kind !== 'OPERATOR')) return null;
        const people = await access.accounts.read(listUsers, { organisation });
        return people.find(({ id }) => id === actor)?.name ?? null;
      },
    }),
    link: t.field({
      type: LinkSightType,
      nullable: true,
      description: 'What the share link opens that is asked with; null: it is asked with none.',
      resolve: ({ kind, granted }) => (kind === 'SHARE_LINK' ? granted[0] : null),
    }),
    seesAll: t.boolean({ description: 'Whether every shipment is seen.', resolve: ({ sight }) => sight === 'ALL' }),
    isAdmin: t.exposeBoolean('isAdmin', { description: 'Whether it may change who sees what.' }),
    keys: t.stringList({
      description: 'What opens shipments to it: `PARTY:USCC:…`, `OFFICE:3104`, `PORT:CNNBO`, `FACILITY:CNNBO/BLCT3`.',
      resolve: ({ sight }) => (sight === 'ALL' ? [] : sight.filter((key) => !key.startsWith('SHIPMENT:'))),
    }),
    groups: t.field({
      type: [FieldGroupEnum],
      nullable: true,
      description: 'The most that it sees of anything; null: what it has to do with a shipment decides.',
      resolve: ({ groups }) => groups && [...groups],
    }),
  }),
}); // prettier-ignore

builder.queryField('viewer', (t) =>
  t.field({ type: ViewerType, description: 'Who asks.', resolve: (_, __, { asker }) => asker }),
);

builder.mutationField('signIn', (t) =>
  t.field({
    type: ViewerType,
    errors: {
      types: [SignInError],
      union: { description: 'Who asks from now on, or that it did not work.' },
    },
    description: 'Signs a person in: the answer sets a cookie. Over HTTP only.',
    args: {
      login: t.arg.string({ required: true, description: 'Name that is signed in with.' }),
      password: t.arg.string({ required: true, description: 'Password.' }),
    },
    resolve: async (_, { login, password }, context) => {
      const token = context.request && (await signIn(context.access, login, password));
      if (!token || !context.request) throw new SignInError();
      setSession(context.request, token, SESSION_SECONDS);
      return (await context.access.askerOf({ bearer: null, session: token })) ?? context.asker;
    },
  }),
);

builder.mutationField('signOut', (t) =>
  t.field({
    type: 'Boolean',
    description: 'Ends the session that is asked with. True, also where there was none.',
    resolve: async (_, __, context) => {
      const session = sessionOf(context);
      if (session !== null) await signOut(context.access, session);
      if (context.request) setSession(context.request, '', 0);
      return true;
    },
  }),
);

function sessionOf({ request }: Context): string | null {
  return request ? credentialsOf(null, request.headers.get('cookie')).session : null;
}
