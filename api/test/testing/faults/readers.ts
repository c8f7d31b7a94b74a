import { makeMember, signIn } from '../access/accounts.ts';
import { askingAs, bearer, type Somebody } from '../access/asking.ts';
import { NOTHING } from '../access/world.ts';
import type { BreakableSystem } from './breakable-system.ts';
import { billsOf, BILLS, CARRIERS, type Carrier } from './told-boxes.ts';

/** Who reads the feed: whoever runs the service, or a carrier, of his own bills alone. */
export interface Reader {
  readonly name: string;
  /** By the key of an API. */
  readonly by: Somebody;
  /** A person, who sets webhooks up. */
  readonly person: Somebody;
  /** All that he is to hear of. */
  readonly bills: readonly string[];
}

const PASSWORD = 'correct horse battery staple';

/** Whoever runs the service, and each carrier. */
export async function makeReaders({ url, operator }: Pick<BreakableSystem, 'url' | 'operator'>): Promise<readonly [Reader, ...Reader[]]> {
  const { createApiKey } = await operator.need<{ createApiKey: { token: string } }>(
    'mutation { createApiKey(name: "all") { ... on NewApiKey { token } ... on Error { message } } }',
  );
  const all = { name: 'operator', by: askingAs(url, bearer(createApiKey.token)), person: operator, bills: BILLS };
  return [all, ...(await Promise.all(CARRIERS.map((carrier) => carrierOf(carrier, url, operator))))];
} // prettier-ignore

async function carrierOf(carrier: Carrier, url: string, operator: Somebody): Promise<Reader> {
  const holds = [`PARTY:SCAC:${carrier}`];
  const { id, by } = await makeMember(operator, url, carrier, { ...NOTHING, holds }, new Map());
  await operator.need(
    'mutation ($login: String!, $of: ID!, $password: String!) { createUser(login: $login, name: $login, password: $password, role: ADMIN, organisation: $of) { __typename ... on Error { message } } }',
    { login: carrier, of: id, password: PASSWORD },
  );
  return { name: carrier, by, person: await signIn({ url }, carrier, PASSWORD), bills: billsOf(carrier) };
}
