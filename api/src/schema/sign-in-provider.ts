import type { OidcSettings } from '../access/oidc/oidc-settings.ts';
import { builder } from '../builder.ts';

const SignInProviderType = builder.objectRef<OidcSettings>('SignInProvider').implement({
  description: 'Where people of firms sign in instead of here: an OpenID provider 企业身份提供方.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
  }),
});

builder.queryField('signInProvider', (t) =>
  t.field({
    type: SignInProviderType,
    nullable: true,
    description: 'The identity provider that `/sign-in/oidc` leads to; null: there is none.',
    resolve: (_, __, { access }) => access.oidc,
  }),
);
