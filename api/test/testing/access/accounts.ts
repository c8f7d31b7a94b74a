import * as fc from 'fast-check';
import { ensureFirstAccount } from '../../../src/access/first-account.ts';
import { ANCHOR, type SampleSystem } from '../sample-system.ts';
import { askingAs, bearer, type Somebody } from './asking.ts';
import { ALL_GROUPS, ORGANISATION_KINDS, type Asking, type Group } from './model.ts';
import {
  AIR_PREFIX,
  CARRIER,
  COMPANIES,
  OFFICES,
  PORT,
  PORT_BEHIND,
  STATION,
  TELLERS,
  TERMINALS,
} from './told-cargo.ts';

/** All that somebody can hold in this world, and what nothing in it names. */
export const KEYS: readonly string[] = [
  ...COMPANIES.map((company) => `PARTY:USCC:${company}`),
  `PARTY:SCAC:${CARRIER}`,
  ...OFFICES.map((office) => `OFFICE:${office}`),
  `PORT:${PORT}`,
  `PORT:${PORT_BEHIND}`,
  ...TERMINALS.map((terminal) => `FACILITY:${PORT}/${terminal}`),
  `PARTY:AIRLINE:${AIR_PREFIX}`,
  `FACILITY:RAIL/${STATION}`,
];
export const NOBODYS_KEYS = [
  'OFFICE:9999',
  'PARTY:USCC:91110000600037341L',
  'PARTY:SCAC:MAEU',
  'PORT:SGSIN',
] as const;

/** An organisation with its key, as it was set up. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly asking: Asking;
  readonly by: Somebody;
}

const groups = fc.subarray([...ALL_GROUPS]);
/** Whoever runs the service is none of those who are set up to see a part. */
const kinds = fc.subarray(ORGANISATION_KINDS.filter((kind) => kind !== 'OPERATOR'), { maxLength: 3 }); // prettier-ignore

/** Somebody who holds some of what there is, of whom some say much themselves, or have a key that shows less. */
export function askings(numbers: readonly string[], now: number): fc.Arbitrary<Asking> {
  return fc.record({
    kinds,
    holds: fc.subarray([...KEYS, ...NOBODYS_KEYS], { maxLength: 4 }),
    sources: fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: fc.subarray([...TELLERS]), weight: 1 }),
    cap: fc.oneof({ arbitrary: fc.constant(null), weight: 2 }, { arbitrary: groups, weight: 1 }),
    granted: fc.array(
      fc.record({
        number: fc.constantFrom(...numbers),
        groups,
        until: fc.constantFrom(null, now - 60_000, now + 3_600_000),
      }),
      { maxLength: 2 },
    ),
  });
} // prettier-ignore

/** The first person, who runs the service. */
export async function signInOperator(system: SampleSystem): Promise<Somebody> {
  const { password } = await ensureFirstAccount(system.access.accounts, { wall: Date.now(), now: Date.parse(ANCHOR) });
  return signIn(system, 'operator', password ?? '');
} // prettier-ignore

export async function signIn(system: Pick<SampleSystem, 'url'>, login: string, password: string): Promise<Somebody> {
  const asked = 'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { __typename } }';
  const cookie = await askingAs(system.url, {}).cookieOf(asked, { login, password });
  if (cookie === '') throw new Error(`${login} cannot sign in`);
  return askingAs(system.url, { cookie });
} // prettier-ignore

interface Made {
  readonly [field: string]: {
    readonly id: string;
    readonly token: string;
    readonly key: { readonly id: string };
  };
}

const SAVE = `mutation ($id: ID, $name: String!, $kinds: [OrganisationKind!]!, $keys: [String!]!, $sources: [String!]!) {
  saveOrganisation(id: $id, name: $name, kinds: $kinds, keys: $keys, sources: $sources) { ... on Organisation { id } ... on Error { message } } }`;
const KEY = `mutation ($of: ID!, $groups: [FieldGroup!]) {
  createApiKey(name: "matrix", organisation: $of, groups: $groups) { ... on NewApiKey { token key { id } } ... on Error { message } } }`;
const GRANT = `mutation ($shipment: ID!, $of: ID!, $groups: [FieldGroup!]!, $until: DateTime) {
  grantShipment(shipment: $shipment, organisation: $of, groups: $groups, until: $until) { ... on Grant { id } ... on Error { message } } }`;

/** Sets an organisation up as whoever runs the service would. `ids`: of shipments, by number. */
export async function makeMember(
  operator: Somebody,
  url: string,
  name: string,
  asking: Asking,
  ids: ReadonlyMap<string, string>,
): Promise<Member> {
  const { kinds: said, holds: keys, sources } = asking;
  const { saveOrganisation } = await operator.need<Made>(SAVE, { name, kinds: said, keys, sources });
  const of = saveOrganisation?.id ?? '';
  for (const { number, groups: shown, until } of asking.granted)
    await operator.need(GRANT, { shipment: ids.get(number), of, groups: shown, until: until && new Date(until).toISOString() });
  const { createApiKey } = await operator.need<Made>(KEY, { of, groups: asking.cap });
  return { id: of, name, asking, by: askingAs(url, bearer(createApiKey?.token ?? '')) };
} // prettier-ignore

export async function changeKeys(
  operator: Somebody,
  { id, name, asking }: Member,
  keys: readonly string[],
): Promise<void> {
  await operator.need(SAVE, { id, name, kinds: asking.kinds, keys, sources: [] });
}

export async function shareLink(operator: Somebody, url: string, shipment: string, shown: readonly Group[]): Promise<Somebody & { id: string }> {
  const { shareShipment } = await operator.need<{ shareShipment: { token: string; link: { id: string } } }>(
    'mutation ($id: ID!, $shown: [FieldGroup!]!) { shareShipment(shipment: $id, groups: $shown, expiresAt: "2100-01-01T00:00:00Z") { ... on NewShareLink { token link { id } } } }',
    { id: shipment, shown },
  );
  return { ...askingAs(url, bearer(shareShipment.token)), id: shareShipment.link.id };
} // prettier-ignore
