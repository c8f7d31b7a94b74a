import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
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
