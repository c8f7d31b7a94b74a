import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { webhookMessage } from '../src/webhooks/entry-schemas.ts';
import { makeMember, signIn, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { openSmtpServer, type SmtpServer } from './testing/smtp-server.ts';
import { openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

const BILL = 'COSU6415530971';
const PASSWORD = 'long enough to be one';

let system: SampleSystem;
let smtp: SmtpServer;
/** Administrators of two organisations that are shown the same shipment; of the first one another, and somebody who only looks. */
let [own, other, looker]: Somebody[] = [];
const receivers: WebhookReceiver[] = [];

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  smtp = await openSmtpServer(() => 250);
  system = await startSampleSystem(undefined, undefined, undefined, undefined, undefined, smtp.url);
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
  const [firm, stranger] = [await makeMember(operator, system.url, 'first', shown, ids), await makeMember(operator, system.url, 'second', shown, ids)];
  own = await person(firm.id, 'own', 'ADMIN');
  await person(firm.id, 'second@firm.example', 'ADMIN');
  looker = await person(firm.id, 'looker@firm.example', 'MEMBER');
  other = await person(stranger.id, 'other@stranger.example', 'ADMIN');
}, 300_000); // prettier-ignore
afterEach(async () => {
  for (const one of receivers.splice(0)) await one.close();
});
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
  await smtp.close();
});

async function receiver(status = 204): Promise<WebhookReceiver> {
  const opened = await openWebhookReceiver(() => status);
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
  expect(await mutate(own, `changeWebhook(id: "${id}", filter: { numbers: ["???"] })`, '... on WebhookError { code value }')).toMatchObject({ code: 'BAD_NUMBER', value: '???' });
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

it('whoever can mend a webhook is written to when it disables itself, in his language, and nobody else', async () => {
  await as(own).need('mutation { saveAlertAddress(address: "wang@firm.example", language: ZH_CN) { ... on Error { code } } }');
  const gone = await receiver(410);
  const made = await mutate(own, `createWebhook(url: "${gone.url}/hook", description: "Stock system")`, `... on WebhookSecret { webhook { ${SHOWN} } }`);
  const { id } = made['webhook'] as Webhook;
  await mutate(own, `replayWebhook(id: "${id}", from: "2026-01-01T00:00:00Z")`);
  const disabled = await eventually('it is disabled', async () => {
    const { webhooks } = await as(own).need<{ webhooks: (Webhook & { disabledBecause: string | null; disabledError: string | null; notice: string | null })[] }>('{ webhooks { id state notice disabledBecause disabledError } }');
    return webhooks.find((one) => one.id === id && one.state === 'DISABLED') ?? null;
  });
  expect(disabled).toMatchObject({ disabledBecause: 'GONE', disabledError: 'answered 410', notice: expect.stringContaining('410 Gone') as unknown });

  await eventually('both letters', () => (smtp.letters.length >= 2 ? true : null));
  const letters = smtp.letters.toSorted((a, b) => a.to.localeCompare(b.to));
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ['second@firm.example', 'Webhook disabled: Stock system'],
    ['wang@firm.example', 'Webhook 已停用：Stock system'],
  ]);
  expect(letters[0]?.text).toContain('answered 410 Gone');
  expect(letters[0]?.text).toContain(`/en/account/webhooks/${id}`);
  expect(letters[1]?.text).toContain(`/zh-CN/account/webhooks/${id}`);
  // Disabled once more it is news again.
  await mutate(own, `enableWebhook(id: "${id}")`);
  await eventually('two more', () => (smtp.letters.length >= 4 ? true : null));
  expect(new Set(smtp.letters.map(({ messageId }) => messageId)).size).toBe(4);
  await mutate(own, `deleteWebhook(id: "${id}")`);
}, 120_000); // prettier-ignore
