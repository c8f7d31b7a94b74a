import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, signInOperator } from './testing/access/accounts.ts';
import { askingAs, type Somebody } from './testing/access/asking.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
const PASSWORD = 'a password of the test';
const COFFEE = 'COSU6415530971';

/** A firm with who administers it, and by the name of their types all that there is of it with an id. */
interface Firm {
  readonly by: Somebody;
  readonly ids: Readonly<
    Record<'Organisation' | 'Webhook' | 'WatchList' | 'SavedView' | 'AlertRule', string>
  >;
}

let system: SampleSystem;
let operator: Somebody;
let carrier: Firm;
let stranger: Firm;
let coffee: string;
beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  operator = await signInOperator(system);
  carrier = await firm('Kapok Line', ['PARTY:SCAC:COSU']);
  stranger = await firm('Nobody Trading', ['PARTY:USCC:91110000600037341L']);
  coffee = await eventually(
    'the coffee is listed',
    async () => (await listed(`bill: "${COFFEE}"`))[0] ?? null,
  );
}, START_MS);
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

async function listed(filter: string): Promise<string[]> {
  const { shipments } = await operator.need<{ shipments: Edges<{ id: string }> }>(
    `{ shipments(filter: { ${filter} }) { edges { node { id } } } }`,
  );
  return shipments.edges.map(({ node }) => node.id);
}

async function firm(name: string, keys: readonly string[]): Promise<Firm> {
  const made = async (by: Somebody, mutation: string, variables: object = {}) => {
    const { did } = await by.need<{ did: { id?: string; webhook?: { id: string } } }>(mutation, variables);
    return did.id ?? did.webhook?.id ?? '';
  };
  const save =
    'mutation ($name: String!, $keys: [String!]!) { did: saveOrganisation(name: $name, kinds: [CARRIER], keys: $keys, sources: []) { ... on Organisation { id } } }';
  const Organisation = await made(operator, save, { name, keys });
  const add =
    'mutation ($login: String!, $of: ID!, $password: String!) { createUser(login: $login, name: "Lin Yue", role: ADMIN, organisation: $of, password: $password) { __typename } }';
  await operator.need(add, { login: name, of: Organisation, password: PASSWORD });
  const by = await signIn(system, name, PASSWORD);
  await by.need('mutation { saveAlertAddress(address: "lin@firm.example", language: EN) { __typename } }');
  const hook = '(url: "https://receiver.example/hook") { ... on WebhookSecret { webhook { id } } }';
  return {
    by,
    ids: {
      Organisation,
      Webhook: await made(by, `mutation { did: createWebhook${hook} }`),
      WatchList: await made(
        by,
        'mutation { did: createWatchList(name: "Week 47") { ... on WatchList { id } } }',
      ),
      SavedView: await made(
        by,
        'mutation { did: saveView(name: "Coffee", query: "port=CNNBO", isShared: true) { ... on SavedView { id } } }',
      ),
      AlertRule: await made(
        by,
        `mutation { did: createAlertRule(name: "Out", numbers: ["${COFFEE}"], codes: ["GATED_OUT"], hours: { zone: "UTC" }) { ... on AlertRule { id } } }`,
      ),
    },
  };
}

type Node = { readonly __typename: string; readonly id: string } | null;
const NODES = 'query ($ids: [ID!]!, $asOf: DateTime) { nodes(ids: $ids, asOf: $asOf) { __typename id } }';
const nodes = async (by: Somebody, ids: readonly string[], asOf: string | null = null) =>
  (await by.need<{ nodes: Node[] }>(NODES, { ids, asOf })).nodes;

interface Edges<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
}

/** All of a connection, page by page; `ask` puts the question with its arguments. */
async function paged<T>(ask: (args: string) => Promise<Edges<T>>): Promise<T[]> {
  const found: T[] = [];
  for (let after = '', isMore = true; isMore;) {
    const { edges, pageInfo }: Edges<T> = await ask(`first: 3${after}`);
    expect(pageInfo.hasPreviousPage).toBe(after !== '');
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    found.push(...edges.map(({ node }) => node));
    after = `, after: ${JSON.stringify(pageInfo.endCursor)}`;
    isMore = pageInfo.hasNextPage;
  }
  return found;
}
const PAGE = 'pageInfo { hasNextPage hasPreviousPage endCursor }';

async function someMessage(): Promise<string> {
  const { receivedMessages } = await operator.need<{ receivedMessages: { messages: { id: string }[] } }>(
    '{ receivedMessages(first: 1) { messages { id } } }',
  );
  return receivedMessages.messages[0]?.id ?? '';
}

describe('what has an id', () => {
  it('answers for itself to its own people, and is nothing to others', async () => {
    const all = [...Object.values(carrier.ids), coffee, 'CNNBO', 'followed'];
    const types = [...Object.keys(carrier.ids), 'Shipment', 'Port', 'WatchList'];
    expect(await nodes(carrier.by, all)).toEqual(all.map((id, index) => ({ __typename: types[index], id })));
    // The port is everybody's, and what one follows by oneself has the same name for everybody.
    const theirs = await nodes(stranger.by, all);
    expect(theirs.map((node) => node?.__typename ?? null)).toEqual([...all.slice(2).map(() => null), 'Port', 'WatchList']);
    expect(await nodes(stranger.by, [carrier.ids.Webhook])).toEqual([null]);
    for (const id of [carrier.ids.Organisation, stranger.ids.Organisation])
      expect(await nodes(stranger.by, [id])).toEqual([id === stranger.ids.Organisation ? { __typename: 'Organisation', id } : null]);
  }); // prettier-ignore

  it('is found by whoever runs the service, messages among it, with the look at one written down', async () => {
    const message = await someMessage();
    const asked = [message, carrier.ids.Organisation, stranger.ids.Organisation, `nobody:${'0'.repeat(64)}`, 'org_none', 'rubbish', ''];
    expect((await nodes(operator, asked)).map((node) => node?.__typename ?? null)).toEqual(['ReceivedMessage', 'Organisation', 'Organisation', null, null, null, null]);
    expect(await nodes(carrier.by, [message])).toEqual([null]);
    await eventually('it is written down', async () => {
      const { auditEntries } = await operator.need<{ auditEntries: Edges<object> }>(`{ auditEntries(action: sawMessage, subject: "${message}") { edges { cursor node { id } } ${PAGE} } }`);
      return auditEntries.edges.length > 0 ? true : null;
    });
  }); // prettier-ignore

  it('is no way round signing in', async () => {
    const answer = await askingAs(system.url, {}).ask(NODES, { ids: ['CNNBO', carrier.ids.Organisation] });
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('is answered as of an instant where it is a shipment: as it was, or not at all', async () => {
    const query =
      'query ($id: ID!, $asOf: DateTime) { node(id: $id, asOf: $asOf) { id ... on Shipment { asOf journey { phase } } } }';
    const then = async (asOf: string | null) =>
      (await carrier.by.need<{ node: { asOf: string | null; journey: { phase: string } } | null }>(query, { id: coffee, asOf })).node;
    expect(await then(null)).toMatchObject({ asOf: null, journey: { phase: 'AT_DESTINATION' } });
    expect(await then('2026-11-01T00:00:00Z')).toMatchObject({ journey: { phase: 'IN_TRANSIT' } });
    expect(await then('2026-09-01T00:00:00Z')).toBeNull();
    const late = await carrier.by.ask(query, { id: coffee, asOf: '2027-01-01T00:00:00Z' });
    expect(late.errors?.[0]?.extensions?.code).toBe('AS_OF_IN_FUTURE');
  }); // prettier-ignore
});

describe('a long list is a connection', () => {
  it('of the audit trail, each entry once, also where many are of one instant; of one’s own alone', async () => {
    const { auditTrail } = await operator.need<{ auditTrail: { id: string }[] }>('{ auditTrail(first: 500, action: saveOrganisation) { id } }');
    expect(auditTrail.length).toBeGreaterThan(1);
    const of = (by: Somebody, limits: string) => paged(async (args) => (await by.need<{ auditEntries: Edges<{ id: string; organisation: string }> }>(`{ auditEntries(${args}${limits}) { edges { cursor node { id organisation } } ${PAGE} } }`)).auditEntries);
    expect((await of(operator, ', action: saveOrganisation')).map(({ id }) => id)).toEqual(auditTrail.map(({ id }) => id));
    const own = await of(carrier.by, '');
    expect(own.length).toBeGreaterThan(3);
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    expect(new Set(own.map(({ organisation }) => organisation))).toEqual(new Set([carrier.ids.Organisation]));
    const bad = await operator.ask('{ auditEntries(after: "rubbish") { edges { cursor } } }');
    expect(bad.errors?.[0]?.extensions?.code).toBe('BAD_CURSOR');
  }); // prettier-ignore

  it('of received messages, in the same order as by `next`', async () => {
    const question = 'source: "sample-airline"';
    const ids = await paged(async (args) => (await operator.need<{ receivedMessages: Edges<{ id: string }> }>(`{ receivedMessages(${question}, ${args}) { edges { cursor node { id } } ${PAGE} } }`)).receivedMessages);
    const { receivedMessages } = await operator.need<{ receivedMessages: { messages: { id: string }[]; next: string | null } }>(`{ receivedMessages(${question}, first: 200) { messages { id } next } }`);
    expect(ids.length).toBeGreaterThan(3);
    expect(ids).toEqual(receivedMessages.messages);
    expect(receivedMessages.next).toBeNull();
  }); // prettier-ignore

  it('of what is followed, with the cargo as it was known at an instant', async () => {
    const numbers = [COFFEE, '26638154', '172-26114686', 'COSU6417702388'];
    const id = carrier.ids.WatchList;
    await carrier.by.need('mutation ($id: ID!, $numbers: [String!]) { addToWatchList(id: $id, numbers: $numbers) { __typename } }', { id, numbers });
    interface Entry {
      readonly key: string;
      readonly now: { phase: string }[];
      readonly then: { phase: string }[];
    }
    const query = (args: string) => `query ($id: ID!) { watchList(id: $id) { entries(${args}) { edges { cursor node { key now: shipments { phase } then: shipments(asOf: "2026-11-01T00:00:00Z") { phase } } } ${PAGE} } } }`;
    const entries = await paged(async (args) => (await carrier.by.need<{ watchList: { entries: Edges<Entry> } }>(query(args), { id })).watchList.entries);
    expect(entries.map(({ key }) => key)).toHaveLength(numbers.length);
    const followed = entries.find(({ key }) => key === COFFEE);
    expect([followed?.now, followed?.then]).toEqual([[{ phase: 'AT_DESTINATION' }], [{ phase: 'IN_TRANSIT' }]]);
    // Nobody had told of it on the first of November.
    const machine = entries.find(({ key }) => key === 'COSU6417702388');
    expect(machine?.now).toHaveLength(1);
    expect(machine?.then).toEqual([]);
  }); // prettier-ignore
});

it('a number with a slip is suggested as of an instant where somebody had told of it by then', async () => {
  const query = 'query ($asOf: DateTime) { suggestions(number: "COSU6417702398", asOf: $asOf) { number { value } } }';
  const meant = async (by: Somebody, asOf: string | null) => (await by.need<{ suggestions: { number: { value: string } }[] }>(query, { asOf })).suggestions.map(({ number }) => number.value);
  for (const by of [operator, carrier.by]) {
    expect(await meant(by, null)).toContain('COSU6417702388');
    expect(await meant(by, '2026-11-21T00:00:00Z')).toContain('COSU6417702388');
    expect(await meant(by, '2026-11-01T00:00:00Z')).not.toContain('COSU6417702388');
  }
  const early = await operator.ask(query, { asOf: '2027-01-01T00:00:00Z' });
  expect(early.errors?.[0]?.extensions?.code).toBe('AS_OF_IN_FUTURE');
}); // prettier-ignore
