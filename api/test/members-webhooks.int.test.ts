import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { webhookMessage } from '../src/webhooks/entry-schemas.ts';
import { makeMember, signIn, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

const BILL = 'COSU6415530971';
const PASSWORD = 'long enough to be one';

let system: SampleSystem;
/** Administrators of two organisations that are shown the same shipment, and one of the first who only looks. */
let [own, other, looker]: Somebody[] = [];
const receivers: WebhookReceiver[] = [];

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  const operator = await signInOperator(system);
  const { lookup } = await operator.need<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
    'query ($number: String!) { lookup(number: $number) { shipments { shipment { id } } } }',
    { number: BILL },
  );
  const ids = new Map([[BILL, lookup.shipments[0]?.shipment.id ?? '']]);
  const shown = { ...NOTHING, granted: [{ number: BILL, groups: ALL_GROUPS, until: null }] };
  const person = async (organisation: string, login: string, role: 'ADMIN' | 'MEMBER') => {
    await operator.need(
      'mutation ($login: String!, $password: String!, $role: UserRole!, $organisation: ID!) { createUser(login: $login, name: "Somebody", password: $password, role: $role, organisation: $organisation) { ... on User { id } ... on Error { message } } }',
      { login, password: PASSWORD, role, organisation },
    );
    return signIn(system, login, PASSWORD);
  };
  const [first, second] = [await makeMember(operator, system.url, 'first', shown, ids), await makeMember(operator, system.url, 'second', shown, ids)];
  own = await person(first.id, 'own', 'ADMIN');
  looker = await person(first.id, 'looker', 'MEMBER');
  other = await person(second.id, 'other', 'ADMIN');
}, 300_000); // prettier-ignore
afterEach(async () => {
  for (const one of receivers.splice(0)) await one.close();
});
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

async function receiver(): Promise<WebhookReceiver> {
  const opened = await openWebhookReceiver(() => 204);
  receivers.push(opened);
  return opened;
}

const as = (who: Somebody | undefined): Somebody => {
  if (!who) throw new Error('there is nobody');
  return who;
};

interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly state: string;
  readonly filter: { readonly codes: readonly string[] | null };
}
const SHOWN = 'id url state filter { codes }';
const webhooksOf = async (who: Somebody | undefined) => (await as(who).need<{ webhooks: Webhook[] }>(`{ webhooks { ${SHOWN} } }`)).webhooks; // prettier-ignore

/** What a mutation of webhooks answers: what it changed, as `shown` says, or a code. */
async function mutate(who: Somebody | undefined, call: string, shown = `... on Webhook { ${SHOWN} }`): Promise<Record<string, unknown>> {
  const query = `mutation { did: ${call} { __typename ${shown} ... on Error { code } } }`;
  return (await as(who).need<{ did: Record<string, unknown> }>(query)).did;
} // prettier-ignore

/** Whether a call says that the terminal let the box out. */
const hears = ({ calls }: WebhookReceiver, box: string) =>
  calls.some(({ body }) => {
    const message = webhookMessage.safeParse(JSON.parse(body));
    return message.data?.data.entries.some(({ claims }) => claims.some(({ equipmentReference }) => equipmentReference === box)) ?? false;
  }) || null; // prettier-ignore

it('a member makes, changes, pauses, tries, replays and deletes the webhooks of his organisation, and nobody else’s', async () => {
  const [before, after] = [await receiver(), await receiver()];
  const made = await mutate(own, `createWebhook(url: "${before.url}/hook")`, `... on WebhookSecret { webhook { ${SHOWN} } }`);
  const { id } = made['webhook'] as Webhook;
  await system.deliver('ningbo-terminal', gateOut('CBHU3804175', '1710'));
  await eventually('he is called', () => hears(before, 'CBHU3804175'));

  const changed = { id, url: `${after.url}/hook`, state: 'ENABLED', filter: { codes: ['GATED_OUT'] } };
  expect(await mutate(own, `changeWebhook(id: "${id}", url: "${changed.url}", filter: { codes: ["GATED_OUT"] })`)).toMatchObject(changed);
  expect(await mutate(own, `changeWebhook(id: "${id}", url: "https://10.1.2.3/hook")`)).toMatchObject({ code: 'REFUSED_URL' });
  expect(await webhooksOf(own)).toEqual([changed]);
  expect(await mutate(own, `testWebhook(id: "${id}")`, '... on WebhookTest { isTaken status }')).toMatchObject({ isTaken: true, status: 204 });
  expect(after.calls.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toContain('test');

  expect(await mutate(own, `pauseWebhook(id: "${id}")`)).toMatchObject({ state: 'PAUSED' });
  await system.deliver('ningbo-terminal', gateOut('CBHU3804220', '1715'));
  expect(await mutate(own, `enableWebhook(id: "${id}")`)).toMatchObject({ state: 'ENABLED' });
  await eventually('what came while it was paused', () => hears(after, 'CBHU3804220'));
  // What was sent to the old address only, once more.
  expect(await mutate(own, `replayWebhook(id: "${id}", from: "2026-01-01T00:00:00Z")`)).toMatchObject({ id });
  await eventually('the first box again', () => hears(after, 'CBHU3804175'));

  // Whoever is of another organisation finds none; whoever only looks may look.
  const NOT_HIS = { __typename: 'NotFoundError', code: 'NOT_FOUND' };
  expect(await webhooksOf(other)).toEqual([]);
  const { webhookDeliveries } = await as(other).need<{ webhookDeliveries: unknown[] }>(`{ webhookDeliveries(webhook: "${id}") { id } }`);
  expect(webhookDeliveries).toEqual([]);
  for (const call of ['changeWebhook', 'pauseWebhook', 'enableWebhook', 'replayWebhook', 'deleteWebhook'])
    expect(await mutate(other, `${call}(id: "${id}")`), call).toEqual(NOT_HIS);
  expect(await mutate(other, `testWebhook(id: "${id}")`, '')).toEqual(NOT_HIS);
  expect(await mutate(other, `rotateWebhookSecret(id: "${id}")`, '')).toEqual(NOT_HIS);
  expect(await webhooksOf(looker)).toEqual([changed]);
  const refused = await as(looker).ask(`mutation { pauseWebhook(id: "${id}") { __typename } }`);
  expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect(await webhooksOf(own)).toEqual([changed]);

  expect(await mutate(own, `deleteWebhook(id: "${id}")`)).toMatchObject({ id });
  expect(await webhooksOf(own)).toEqual([]);
}, 120_000); // prettier-ignore
