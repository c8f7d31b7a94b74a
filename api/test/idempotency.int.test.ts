import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { signIn, signInOperator } from './testing/access/accounts.ts';
import type { Credentials, Somebody } from './testing/access/asking.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PASSWORD = 'a long enough one';

/** The wall clock of the API, which a test may put forward. */
let ahead = 0;
let system: SampleSystem;
let driver: Driver;
let operator: Somebody;
beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem(undefined, undefined, null, undefined, () => Date.now() + ahead);
  const { uri, user, password } = readSettings(process.env).neo4j;
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  operator = await signInOperator(system);
}, 300_000);
afterAll(async () => {
  delete process.env['ACCESS'];
  await driver.close();
  await system.stop();
});

interface Said {
  readonly status: number;
  readonly data: Record<string, Record<string, unknown>> | null;
  readonly code: string | null;
  readonly subject: string | null;
}

async function send(key: string | null, query: string, variables: object = {}, by: Credentials = operator.credentials): Promise<Said> {
  const response = await fetch(system.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...by, ...(key !== null && { 'idempotency-key': key }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Said['data']; errors?: { extensions: { code: string; subject?: string } }[] };
  const { code = null, subject = null } = errors?.[0]?.extensions ?? {};
  return { status: response.status, data: data ?? null, code, subject };
} // prettier-ignore

/** What a field was answered with; it was. */
function made({ data }: Said, field: string): Record<string, unknown> {
  const answer = data?.[field];
  if (!answer) throw new Error(`no ${field}`);
  return answer;
}
const keyOf = (said: Said) => (made(said, 'createApiKey')['key'] as { id: string }).id;

const KEY =
  'mutation ($name: String!) { createApiKey(name: $name) { __typename ... on NewApiKey { token key { id } } ... on Error { code } } }';
const WEBHOOK =
  'mutation ($url: String!) { createWebhook(url: $url) { __typename ... on WebhookSecret { secret webhook { id } } ... on Error { code } } }';
const USER =
  'mutation ($login: String!, $role: UserRole!, $of: ID) { createUser(login: $login, name: $login, password: "a long enough one", role: $role, organisation: $of) { ... on User { id } } }';
const ORGANISATION = 'mutation ($name: String!) { saveOrganisation(name: $name, kinds: [TRADER], keys: [], sources: []) { __typename ... on Organisation { id } } }'; // prettier-ignore

async function keysNamed(name: string): Promise<number> {
  const { apiKeys } = await operator.need<{ apiKeys: { name: string }[] }>('{ apiKeys { name } }');
  return apiKeys.filter((one) => one.name === name).length;
}

/** As a process leaves it that dies at some moment. */
const leave = (key: string, change: string) =>
  driver.executeQuery(
    `MATCH (k:ApiKey {name: $key})-[:OF]->(), (r:IdempotentRequest) WHERE r.subject = k.id ${change}`,
    { key },
  );

describe('a mutation with an idempotency key', () => {
  it('acts once, and answers as the first time, secrets included', async () => {
    const first = await send('"8e03978e-40d5-43dd-bc93-6894a57f9324"', KEY, { name: 'once' });
    expect(first).toMatchObject({ status: 200, data: { createApiKey: { __typename: 'NewApiKey' } } });
    expect(await send('8e03978e-40d5-43dd-bc93-6894a57f9324', `# again\n${KEY}`, { name: 'once' })).toEqual(
      first,
    );
    expect(await keysNamed('once')).toBe(1);

    const url = 'http://127.0.0.1:9/';
    expect(await send('no key', WEBHOOK, { url })).toMatchObject({
      status: 400,
      code: 'IDEMPOTENCY_KEY_INVALID',
    });
    const hook = await send('a-webhook', WEBHOOK, { url });
    expect(made(hook, 'createWebhook')['secret']).toMatch(/^whsec_/);
    expect(await send('a-webhook', WEBHOOK, { url })).toEqual(hook);
    const { webhooks } = await operator.need<{ webhooks: unknown[] }>('{ webhooks { id } }');
    expect(webhooks).toHaveLength(1);
    const organisation = await send('an-organisation', ORGANISATION, { name: 'Twice GmbH' });
    expect(await send('an-organisation', ORGANISATION, { name: 'Twice GmbH' })).toEqual(organisation);
  });

  it('answers typed errors again, and tries failures again', async () => {
    const refused = await send('a-refusal', WEBHOOK, { url: 'ftp://example.com' });
    expect(refused).toMatchObject({ data: { createWebhook: { __typename: 'WebhookError' } } });
    expect(await send('a-refusal', WEBHOOK, { url: 'ftp://example.com' })).toEqual(refused);
    const { id } = made(await send(null, USER, { login: 'promoted', role: 'MEMBER' }), 'createUser');
    const promoted = await signIn(system, 'promoted', PASSWORD);
    expect(await send('a-failure', KEY, { name: 'in the end' }, promoted.credentials)).toMatchObject({ code: 'FORBIDDEN', data: null });
    await operator.need('mutation ($id: ID!) { changeUser(id: $id, role: ADMIN, isDisabled: false) { __typename } }', { id });
    expect((await send('a-failure', KEY, { name: 'in the end' }, promoted.credentials)).code).toBeNull();
    expect(await keysNamed('in the end')).toBe(1);
  }); // prettier-ignore

  it('is refused with another payload, and has nothing to do with the same key of somebody else', async () => {
    await send('one-key', KEY, { name: 'one' });
    expect(await send('one-key', KEY, { name: 'another' })).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED', data: null });
    expect(await keysNamed('another')).toBe(0);
    const { id } = made(await send(null, ORGANISATION, { name: 'Other Ltd' }), 'saveOrganisation');
    await send(null, USER, { login: 'other', role: 'ADMIN', of: id });
    const other = await signIn(system, 'other', PASSWORD);
    expect(await send('one-key', KEY, { name: 'of the other' }, other.credentials)).toMatchObject({ status: 200, data: { createApiKey: { __typename: 'NewApiKey' } } });
  }); // prettier-ignore

  it('acts once when it is sent many times at once', async () => {
    const said = await Promise.all(Array.from({ length: 12 }, () => send('at-once', KEY, { name: 'at once' })));
    expect(await keysNamed('at once')).toBe(1);
    const tokens = said.flatMap(({ data }) => (data ? [data['createApiKey']?.['token']] : []));
    expect(new Set(tokens).size).toBe(1);
    for (const { status, code } of said) expect(['200 null', '409 IDEMPOTENCY_KEY_IN_USE']).toContain(`${status} ${code}`);
    expect((await send('at-once', KEY, { name: 'at once' })).data?.['createApiKey']?.['token']).toBe(tokens[0]);
  }); // prettier-ignore

  it('is forgotten after a day', async () => {
    const first = await send('for-a-day', KEY, { name: 'for a day' });
    ahead += DAY - MINUTE;
    expect(await send('for-a-day', KEY, { name: 'for a day' })).toEqual(first);
    ahead += 2 * MINUTE;
    const next = await send('for-a-day', KEY, { name: 'for a day' });
    expect(next.status).toBe(200);
    expect(next).not.toEqual(first);
    expect(await keysNamed('for a day')).toBe(2);
    ahead += 2 * DAY;
    await send('a-new-one', KEY, { name: 'a new one' });
    const { records } = await driver.executeQuery('MATCH (r:IdempotentRequest) RETURN count(*) AS kept');
    expect(records[0]?.get('kept')).toBe(1);
  });
});

describe('what is kept of a mutation with an idempotency key', () => {
  it('holds no secret, neither that of the answer nor the key', async () => {
    const token = String(made(await send('kept-but-not-told', KEY, { name: 'secret' }), 'createApiKey')['token']);
    expect(token).toMatch(/^tl_/);
    const { records } = await driver.executeQuery('MATCH (n) UNWIND keys(n) AS name WITH n, name WHERE toStringOrNull(n[name]) CONTAINS $token OR toStringOrNull(n[name]) CONTAINS $key RETURN labels(n)', { token: token.slice(12), key: 'kept-but-not-told' });
    expect(records).toEqual([]);
  }); // prettier-ignore

  it('is read in the session that asked alone; in another it is said that it was done', async () => {
    await send(null, USER, { login: 'twice', role: 'ADMIN' });
    const [one, two] = [await signIn(system, 'twice', PASSWORD), await signIn(system, 'twice', PASSWORD)];
    const subject = keyOf(await send('two-sessions', KEY, { name: 'two sessions' }, one.credentials));
    expect(await send('two-sessions', KEY, { name: 'two sessions' }, two.credentials)).toEqual({ status: 409, code: 'IDEMPOTENCY_ANSWER_LOST', subject, data: null });
    expect(await keysNamed('two sessions')).toBe(1);
  }); // prettier-ignore

  it('says that it was done, and what, where the process died before it could answer', async () => {
    const subject = keyOf(await send('died-acted', KEY, { name: 'died acted' }));
    await leave('died acted', "SET r.state = 'ACTED', r.answer = null");
    expect(await send('died-acted', KEY, { name: 'died acted' })).toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_IN_USE' });
    ahead += 2 * MINUTE;
    expect(await send('died-acted', KEY, { name: 'died acted' })).toMatchObject({ status: 409, code: 'IDEMPOTENCY_ANSWER_LOST', subject });
    expect(await keysNamed('died acted')).toBe(1);
  }); // prettier-ignore

  it('lets another attempt act where the process died before it changed anything', async () => {
    await send('died-early', KEY, { name: 'died early' });
    await leave('died early', "SET r.state = 'RUNNING', r.answer = null, r.subject = null DETACH DELETE k");
    expect(await send('died-early', KEY, { name: 'died early' })).toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_IN_USE' });
    ahead += 2 * MINUTE;
    expect(await send('died-early', KEY, { name: 'died early' })).toMatchObject({ status: 200 });
    expect(await keysNamed('died early')).toBe(1);
  }); // prettier-ignore
});
