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
    description:
      'The only identity provider, which `/sign-in/oidc` leads to; null: there is none, or there are several (`signInByEmail`).',
    resolve: (_, __, { access }) => (access.providers.length === 1 ? access.providers[0] : null),
  }),
);

builder.queryField('signInByEmail', (t) =>
  t.boolean({
    description:
      'Whether firms have identity providers of their own, of which `/sign-in/oidc?email=` leads to that of the address. Whose they are is not told.',
    resolve: (_, __, { access }) => access.providers.length > 1,
  }),
);
