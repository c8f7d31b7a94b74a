import { AUDIT_LISTS } from 'graph-schema/cypher/access/list-audit';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { signIn, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
const PASSWORD = 'a password of the test';

let system: SampleSystem;
let operator: Somebody;
let admin: Somebody;
let member: Somebody;
let organisation: string;
beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  operator = await signInOperator(system);
  const saved = await operator.need<{ saveOrganisation: { id: string } }>(
    'mutation { saveOrganisation(name: "Kapok Line", kinds: [CARRIER], keys: ["PARTY:SCAC:COSU"], sources: []) { ... on Organisation { id } } }',
  );
  organisation = saved.saveOrganisation.id;
  const add =
    'mutation ($login: String!, $role: UserRole!, $of: ID!, $password: String!) { createUser(login: $login, name: "Lin Yue", role: $role, organisation: $of, password: $password) { ... on User { id } } }';
  for (const [login, role] of [
    ['kapok-admin', 'ADMIN'],
    ['kapok-member', 'MEMBER'],
  ])
    await operator.need(add, { login, role, of: organisation, password: PASSWORD });
  admin = await signIn(system, 'kapok-admin', PASSWORD);
  member = await signIn(system, 'kapok-member', PASSWORD);
}, START_MS);
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actor: string | null;
  readonly actorKind: string | null;
  readonly actorName: string | null;
  readonly organisation: string | null;
  readonly action: string;
  readonly subject: string | null;
}

describe('the audit trail', () => {
  const asked = async (args: string, by = operator) => {
    const fields = 'id at actor actorKind actorName organisation action subject';
    return (await by.need<{ auditTrail: Entry[] }>(`{ auditTrail(${args}) { ${fields} } }`)).auditTrail;
  };

  it('names who did it, and is limited to an actor, an action, a thing and a time', async () => {
    const made = await admin.need<{ createApiKey: { key: { id: string } } }>(
      'mutation { createApiKey(name: "Stock system") { ... on NewApiKey { key { id } } } }',
    );
    const { id } = made.createApiKey.key;
    const [entry, ...others] = await asked(`subject: "${id}"`);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ action: 'createApiKey', actorKind: 'PERSON', actorName: 'Lin Yue', organisation });
    const by = await asked(`actor: "${entry?.actor}"`);
    expect(new Set(by.map(({ action }) => action))).toEqual(new Set(['createApiKey', 'signIn']));
    expect((await asked(`actor: "${entry?.actor}", action: createApiKey`)).map((one) => one.id)).toEqual([entry?.id]);
    expect((await asked(`action: createApiKey, from: "${entry?.at}"`)).map((one) => one.id)).toContain(entry?.id);
    expect(await asked(`action: createApiKey, before: "2020-01-01T00:00:00Z"`)).toEqual([]);
    expect(await asked(`action: createApiKey, from: "2100-01-01T00:00:00Z"`)).toEqual([]);
  }); // prettier-ignore

  it.each(Object.values(AUDIT_LISTS).map((one) => [one.name, one] as const))('%s is read along an index of instants', async (_, { text }) => {
    const { neo4j: at } = readSettings(process.env);
    const driver = neo4j.driver(at.uri, neo4j.auth.basic(at.user, at.password));
    const nobody = { organisation: '', subject: '', actor: '', action: '' };
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, { ...nobody, from: 0, before: 1, after: null, limit: 1 });
    await driver.close();
    const plan = JSON.stringify(summary.plan);
    // Backwards, as far as the limit wants: only what is of one instant is sorted.
    expect(plan).toMatch(/NodeIndexSeek/);
    expect(plan).toMatch(/"PartialTop@/);
    expect(plan).not.toMatch(/Scan@|"Top@/);
  }); // prettier-ignore

  it('is read page by page, each entry once, also where many are of one instant', async () => {
    const whole = await asked('first: 500');
    const paged: Entry[] = [];
    for (let after = ''; paged.length <= whole.length;) {
      const page = await asked(`first: 2${after}`);
      if (page.length === 0) break;
      paged.push(...page);
      after = `, after: "${page.at(-1)?.id}"`;
    }
    expect(paged).toEqual(whole);
  });

  it('is the own one of an organisation, with who signed in, and of nobody else who is no administrator', async () => {
    const own = await asked('first: 500', admin);
    expect(new Set(own.map((entry) => entry.organisation))).toEqual(new Set([organisation]));
    expect(own.filter(({ action }) => action === 'signIn').length).toBeGreaterThanOrEqual(2);
    const foreign = (await asked('first: 500')).find((entry) => entry.organisation !== organisation);
    expect(await asked(`after: "${foreign?.id}"`, admin)).toEqual([]);
    expect(await asked(`actor: "${foreign?.actor}"`, admin)).toEqual([]);
    const refused = await member.ask('{ auditTrail { id } }');
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

interface Consumer {
  readonly id: string;
  readonly kind: string;
  readonly organisation: string | null;
  readonly target: string | null;
  readonly state: string | null;
  readonly batches: number | null;
  readonly entries: number | null;
  readonly oldestAt: string | null;
  readonly lagSeconds: number | null;
  readonly isFallingBehind: boolean;
}

describe('who follows the feed', () => {
  const ASKED = '{ feedConsumers { id kind organisation target state batches entries oldestAt lagSeconds isFallingBehind } }';
  const consumers = async () => (await operator.need<{ feedConsumers: Consumer[] }>(ASKED)).feedConsumers;
  const find = async (is: (one: Consumer) => boolean) => (await consumers()).find(is) ?? null;

  it('is told with how far each is behind: who was paused by hand and is owed something, and who follows a connection', async () => {
    const made = await admin.need<{ createWebhook: { webhook: { id: string } } }>(
      'mutation { createWebhook(url: "https://receiver.example/hook?token=secret") { ... on WebhookSecret { webhook { id } } ... on Error { message } } }',
    );
    const { id } = made.createWebhook.webhook;
    await admin.need('mutation ($id: ID!) { pauseWebhook(id: $id) { __typename } }', { id });
    const followed = admin.follow('subscription { statusFeed { __typename ... on FeedPage { cursor } } }');
    await followed.next('the first page');
    const open = { kind: 'CONNECTION', organisation, target: null, state: null, isFallingBehind: false };
    expect(await find(({ kind }) => kind === 'CONNECTION')).toMatchObject(open);
    expect(await find((one) => one.id === id)).toMatchObject({
      kind: 'STANDARD', organisation, target: 'https://receiver.example', state: 'PAUSED', batches: 0, entries: 0, oldestAt: null, lagSeconds: null, isFallingBehind: false,
    });

    await system.deliver('ningbo-terminal', gateOut('CBHU3804175', '1642'));
    const owed = await eventually('it is owed something', () => find((one) => one.id === id && (one.batches ?? 0) > 0));
    expect(owed.entries).toBeGreaterThanOrEqual(owed.batches ?? Infinity);
    expect(owed.oldestAt).not.toBeNull();
    expect(owed).toMatchObject({ state: 'PAUSED', isFallingBehind: false });
    await followed.close();
    await eventually('it follows no more', async () => ((await find(({ kind }) => kind === 'CONNECTION')) === null ? true : null));
    await admin.need('mutation ($id: ID!) { deleteWebhook(id: $id) { __typename } }', { id });
  }, 60_000);

  it('is for whoever runs the service alone', async () => {
    for (const somebody of [admin, member])
      expect((await somebody.ask(ASKED)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
}); // prettier-ignore
