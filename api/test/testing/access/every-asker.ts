import { makeMember, shareLink, signIn } from './accounts.ts';
import { askingAs, bearer, type Somebody } from './asking.ts';
import type { AskerKind } from './operations.ts';
import { NOTHING, type AccessWorld } from './world.ts';

const PASSWORD = 'correct horse battery staple';

/** One of each kind of those who ask: of an organisation that sees some, of those who run the service, and of nobody. */
export async function everyAsker({ operator, system, shipments, idOf }: AccessWorld): Promise<Record<AskerKind, Somebody> & { organisation: string }> {
  const { url } = system;
  const [shipment] = shipments;
  if (!shipment) throw new Error('there is cargo');
  const member = await makeMember(operator, url, 'every kind of asker', { ...NOTHING, holds: ['PARTY:SCAC:COSU'] }, new Map());
  const person = async (login: string, role: 'ADMIN' | 'MEMBER', of: string | null) => {
    await operator.need(
      'mutation ($login: String!, $role: UserRole!, $of: ID, $password: String!) { createUser(login: $login, name: $login, password: $password, role: $role, organisation: $of) { __typename ... on Error { message } } }',
      { login, role, of, password: PASSWORD },
    );
    return signIn(system, login, PASSWORD);
  };
  const { createApiKey } = await operator.need<{ createApiKey: { token: string } }>(
    'mutation { createApiKey(name: "of those who run the service") { ... on NewApiKey { token } ... on Error { message } } }',
  );
  return {
    organisation: member.id,
    PUBLIC: askingAs(url, {}),
    SHARE_LINK: await shareLink(operator, url, idOf(shipment), []),
    API_KEY: member.by,
    MEMBER: await person('member', 'MEMBER', member.id),
    ADMIN: await person('admin', 'ADMIN', member.id),
    OPERATOR_KEY: askingAs(url, bearer(createApiKey.token)),
    OPERATOR_MEMBER: await person('watch', 'MEMBER', null),
    OPERATOR: operator,
  };
} // prettier-ignore
