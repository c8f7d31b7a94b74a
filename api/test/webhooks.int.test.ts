import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { webhookMessage, type EntryJson } from '../src/webhooks/entry-schemas.ts';
import { ask } from './testing/ask.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import {
  openWebhookReceiver,
  type CallAnswer,
  type ReceivedCall,
  type WebhookReceiver,
} from './testing/webhook-receiver.ts';

const START_MS = 300_000;
const HOUR = 3_600_000;
const FILTER = { numbers: ['COSU6415530971'] };
const BEGINNING = '2026-01-01T00:00:00Z';
const boxes = ['CBHU3804175', 'CBHU3804220'] as const;

/** The wall clock of the API, which a test may put forward. */
let ahead = 0;
let system: SampleSystem;
const receivers: WebhookReceiver[] = [];
beforeAll(async () => {
  system = await startSampleSystem(undefined, undefined, undefined, undefined, () => Date.now() + ahead);
}, START_MS);
afterEach(async () => {
  const { webhooks } = await gql<{ webhooks: { id: string }[] }>('{ webhooks { id } }');
  for (const { id } of webhooks) await gql('mutation ($id: ID!) { deleteWebhook(id: $id) { __typename } }', { id });
  for (const one of receivers.splice(0)) await one.close();
  ahead = 0;
}); // prettier-ignore
afterAll(() => system.stop());

async function gql<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await ask<T>(system.url, query, variables);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Answers one after the other, then 204. */
async function receiver(...answers: CallAnswer[]): Promise<WebhookReceiver> {
  const opened = await openWebhookReceiver(() => answers.shift() ?? 204);
  receivers.push(opened);
  return opened;
}

const CREATE = `mutation ($url: String!, $filter: FeedFilter, $entriesMax: Int) {
  createWebhook(url: $url, filter: $filter, entriesMax: $entriesMax) {
    __typename
    ... on WebhookSecret { secret webhook { id cursor } }
    ... on WebhookError { code message }
  }
}`;
interface Created {
  readonly secret: string;
  readonly webhook: { readonly id: string; readonly cursor: string };
}

async function create(url: string, more: Record<string, unknown> = {}): Promise<Created> {
  const { createWebhook } = await gql<{ createWebhook: Created }>(CREATE, { url, filter: FILTER, ...more });
  return createWebhook;
}

interface Log {
  readonly id: string;
  readonly state: string;
  readonly attempts: readonly { readonly status: number | null; readonly error: string | null }[];
  readonly nextAttemptAt: string | null;
}
async function logOf(webhook: string, state: string | null = null): Promise<readonly Log[]> {
  const query = 'query ($webhook: ID!, $state: DeliveryState) { webhookDeliveries(webhook: $webhook, state: $state, first: 100) { id state attempts { status error } nextAttemptAt } }';
  return (await gql<{ webhookDeliveries: readonly Log[] }>(query, { webhook, state })).webhookDeliveries;
} // prettier-ignore

async function stateOf(id: string) {
  const query = '{ webhooks { id state notice failingSince secretCount cursor } }';
  const { webhooks } = await gql<{ webhooks: { id: string; state: string; notice: string | null; failingSince: string | null; secretCount: number }[] }>(query);
  return webhooks.find((one) => one.id === id);
} // prettier-ignore

async function mutate(field: string, args: string): Promise<Record<string, unknown>> {
  const answered = await gql<Record<string, Record<string, unknown>>>(`mutation { ${field}(${args}) { __typename ... on Error { code message } } }`);
  return answered[field] ?? {};
} // prettier-ignore

/** Minutes of the day; the terminal corrects itself each time. */
let minute = 16 * 60;
const told = new Set<string>();
async function tell(box: string = boxes[0]): Promise<void> {
  minute += 1;
  const hhmm = `${Math.floor(minute / 60)}${String(minute % 60).padStart(2, '0')}`;
  await system.deliver('ningbo-terminal', gateOut(box, hhmm, told.has(box) ? 'RECTIFIED' : 'ORIGINAL'));
  told.add(box);
}

const signatureOf = ({ headers }: ReceivedCall) => Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])])); // prettier-ignore
const idOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers['webhook-id']);
function entriesOf({ calls }: WebhookReceiver): EntryJson[] {
  return calls.flatMap(({ body }) => webhookMessage.parse(JSON.parse(body)).data.entries);
}
const heard = (one: WebhookReceiver, box: string) =>
  entriesOf(one).some(({ kind, claims }) => kind === 'ADDED' && claims.some(({ code, equipmentReference }) => code === 'GATED_OUT' && equipmentReference === box)) || null; // prettier-ignore

describe('a webhook', () => {
  it('is called with what the feed tells, signed, and what its form promises', async () => {
    const one = await receiver();
    const { secret, webhook } = await create(`${one.url}/hook`);
    await tell();
    await eventually('the call', () => heard(one, boxes[0]));
    for (const call of one.calls) {
      const { body } = call;
      const signed = signatureOf(call);
      expect(webhookMessage.parse(new Verifier(secret).verify(body, signed)).type).toBe('feed.entries');
      expect(() => new Verifier(secret).verify(`${body} `, signed)).toThrow();
    }
    await eventually('the end of the log', async () => ((await logOf(webhook.id)).every(({ state }) => state === 'DELIVERED') ? true : null));
    // A poll from where it began has the very same entries.
    const { changes } = await gql<{ changes: { entries: { id: string }[] } }>('query ($after: String, $filter: FeedFilter) { changes(after: $after, filter: $filter) { ... on FeedPage { entries { id } } } }', { after: webhook.cursor, filter: FILTER });
    const sent = entriesOf(one).map(({ id }) => id);
    expect(changes.entries.map(({ id }) => id).slice(0, sent.length)).toEqual(sent);
  });

  it('is called again under the same id until it is taken, later and later, and not before it asks to be', async () => {
    const one = await receiver(500, 'HANG_UP', { status: 429, headers: { 'retry-after': '7200' } });
    const { webhook } = await create(`${one.url}/hook`);
    await tell();
    const attempts = (count: number) =>
      eventually(`${count} attempts`, async () => {
        const [first] = await logOf(webhook.id, 'PENDING');
        return first && first.attempts.length === count ? first : null;
      });
    const first = await attempts(1);
    const wait = Date.parse(first.nextAttemptAt ?? '') - Date.now() - ahead;
    expect(wait).toBeGreaterThan(2000);
    expect(wait).toBeLessThan(6000);
    ahead += 6000;
    await attempts(2);
    ahead += 36_000;
    const third = await attempts(3);
    expect(third.attempts.map(({ status }) => status)).toEqual([500, null, 429]);
    expect(Date.parse(third.nextAttemptAt ?? '') - Date.now() - ahead).toBeGreaterThan(1.9 * HOUR);
    expect(await stateOf(webhook.id)).toMatchObject({ state: 'ENABLED', failingSince: expect.any(String) as string });
    // What is told meanwhile waits behind it.
    await tell(boxes[1]);
    ahead += 2 * HOUR;
    await eventually('the second box', () => heard(one, boxes[1]));
    expect(new Set(one.calls.slice(0, 4).map(idOf)).size).toBe(1);
    expect(new Set(one.calls.slice(3).map(idOf)).size).toBe(one.calls.length - 3);
    await eventually('it is well again', async () => ((await stateOf(webhook.id))?.failingSince === null ? true : null));
  });

  it('that refuses a call for good is not asked again: a dead letter, which can be sent by hand; what follows comes', async () => {
    const one = await receiver(422);
    const { webhook } = await create(`${one.url}/hook`, { entriesMax: 1 });
    await tell();
    const [dead] = await eventually('a dead letter', async () => {
      const letters = await logOf(webhook.id, 'DEAD');
      return letters.length > 0 ? letters : null;
    });
    expect(dead?.attempts).toHaveLength(1);
    await eventually('what follows', () => (one.calls.length > 1 ? true : null));
    expect(one.calls.map(idOf).filter((id) => id === dead?.id)).toHaveLength(1);
    expect(await mutate('resendWebhookDelivery', `id: "${dead?.id}"`)).toEqual({ __typename: 'WebhookDelivery' });
    expect(one.calls.map(idOf).filter((id) => id === dead?.id)).toHaveLength(2);
    expect(await logOf(webhook.id, 'DEAD')).toEqual([]);
    expect(await mutate('resendWebhookDelivery', `id: "${dead?.id}"`)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that takes nothing for three days, is gone or refuses everything is disabled with a notice, and goes on when it is enabled', async () => {
    let status = 503;
    const one = await openWebhookReceiver(() => status);
    receivers.push(one);
    const { webhook } = await create(`${one.url}/hook`);
    await tell();
    const disabled = () =>
      eventually('it is disabled', async () => {
        const now = await stateOf(webhook.id);
        if (now?.state === 'DISABLED') return now;
        const [waiting] = await logOf(webhook.id, 'PENDING');
        const wait = Date.parse(waiting?.nextAttemptAt ?? '') - Date.now() - ahead;
        if (wait > 0) {
          ahead += wait;
          await mutate('changeWebhook', `id: "${webhook.id}", description: "looked at now"`);
        }
        return null;
      }, 60_000);
    expect((await disabled()).notice).toContain('3 days');
    const [given] = await logOf(webhook.id, 'DEAD');
    expect(given?.attempts.length).toBeGreaterThan(12);
    status = 204;
    await mutate('enableWebhook', `id: "${webhook.id}"`);
    await eventually('the call that was given up', async () => ((await logOf(webhook.id, 'DELIVERED')).some(({ id }) => id === given?.id) ? true : null));
    expect(await stateOf(webhook.id)).toMatchObject({ state: 'ENABLED', notice: null });

    status = 410;
    await tell();
    expect((await disabled()).notice).toContain('410');
    status = 204;
    await mutate('enableWebhook', `id: "${webhook.id}", skip: true`);
    await eventually('it was left out', async () => ((await logOf(webhook.id, 'SKIPPED')).length === 1 ? true : null));

    status = 404;
    await mutate('changeWebhook', `id: "${webhook.id}", entriesMax: 1`);
    await mutate('replayWebhook', `id: "${webhook.id}", from: "${BEGINNING}"`);
    expect((await disabled()).notice).toContain('refused 10 calls');
  });

  it('goes on from any cursor or instant, with the same entries', async () => {
    const one = await receiver();
    const { webhook } = await create(`${one.url}/hook`, { entriesMax: 5 });
    await mutate('replayWebhook', `id: "${webhook.id}", from: "${BEGINNING}"`);
    const sent = () => entriesOf(one).map(({ id }) => id);
    await eventually('much of the past', () => (sent().length > 20 ? true : null));
    const first = sent();
    expect(new Set(first).size).toBe(first.length);
    const third = one.calls[2];
    const query = 'query ($webhook: ID!) { webhookDeliveries(webhook: $webhook, first: 100) { id after } }';
    const { webhookDeliveries: log } = await gql<{ webhookDeliveries: { id: string; after: string }[] }>(query, { webhook: webhook.id });
    await mutate('replayWebhook', `id: "${webhook.id}", after: "${log.find(({ id }) => third && id === idOf(third))?.after}"`);
    // Where the third call began.
    const began = first.indexOf(third ? (webhookMessage.parse(JSON.parse(third.body)).data.entries[0]?.id ?? '') : '');
    const again = await eventually('what followed the second call again', () => {
      const all = sent();
      const at = all.lastIndexOf(first[began] ?? '');
      return at >= first.length && all.length - at >= first.length - began ? all.slice(at) : null;
    });
    expect(again.slice(0, first.length - began)).toEqual(first.slice(began));
    expect(await mutate('replayWebhook', `id: "${webhook.id}", after: "rubbish"`)).toMatchObject({ code: 'RESYNC' });
  });

  it('shows its log page by page, each call once, also by its own id', async () => {
    const one = await receiver();
    const { webhook } = await create(`${one.url}/hook`, { entriesMax: 5 });
    await mutate('replayWebhook', `id: "${webhook.id}", from: "${BEGINNING}"`);
    await eventually('some calls', () => (one.calls.length >= 5 ? true : null));
    await mutate('pauseWebhook', `id: "${webhook.id}"`);
    // A call that was written down before stays under way until it is resumed; none is written down any more.
    const whole = await logOf(webhook.id);
    const query = `query ($id: ID!, $after: String) { node(id: $id) { id ... on Webhook {
      deliveries(first: 2, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;
    interface Page {
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
    }
    const pageAfter = async (after: string | null): Promise<Page> => (await gql<{ node: { deliveries: Page } }>(query, { id: webhook.id, after })).node.deliveries;
    const paged: string[] = [];
    for (let after: string | null = null, isMore = true; isMore;) {
      const { edges, pageInfo } = await pageAfter(after);
      expect(pageInfo).toMatchObject({ hasPreviousPage: after !== null, endCursor: edges.at(-1)?.cursor });
      paged.push(...edges.map(({ node }) => node.id));
      [after, isMore] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(paged).toEqual(whole.map(({ id }) => id));
  });

  it('is tried out by hand, signs with old and new secrets while they change, and is silent while it is paused', async () => {
    const one = await receiver();
    const { secret, webhook } = await create(`${one.url}/hook`);
    const { rotateWebhookSecret: next } = await gql<{ rotateWebhookSecret: Created }>('mutation ($id: ID!) { rotateWebhookSecret(id: $id) { ... on WebhookSecret { secret } } }', { id: webhook.id });
    expect(await stateOf(webhook.id)).toMatchObject({ secretCount: 2 });
    const { testWebhook } = await gql<{ testWebhook: object }>('mutation ($id: ID!) { testWebhook(id: $id) { ... on WebhookTest { isTaken status error } } }', { id: webhook.id });
    expect(testWebhook).toEqual({ isTaken: true, status: 204, error: null });
    const [call] = one.calls;
    for (const either of [secret, next.secret]) expect(call && new Verifier(either).verify(call.body, signatureOf(call))).toMatchObject({ type: 'test' });
    ahead += 25 * HOUR;
    expect(await stateOf(webhook.id)).toMatchObject({ secretCount: 1 });

    await mutate('pauseWebhook', `id: "${webhook.id}"`);
    const other = await receiver();
    await create(`${other.url}/hook`);
    await tell();
    await eventually('the other one', () => heard(other, boxes[0]));
    expect(one.calls).toHaveLength(1);
    await mutate('enableWebhook', `id: "${webhook.id}"`);
    await eventually('what came meanwhile', () => heard(one, boxes[0]));
  });

  it('never leads to a private address', async () => {
    for (const url of ['https://10.1.2.3/hook', 'https://localhost/hook', 'http://example.com/hook', 'https://169.254.169.254/', 'https://[::1]/']) {
      const { createWebhook } = await gql<{ createWebhook: { code?: string; webhook?: { id: string } } }>(CREATE, { url });
      // A name is looked up when it is called.
      if (!createWebhook.webhook) expect(createWebhook).toMatchObject({ code: 'REFUSED_URL' });
      else {
        const { testWebhook } = await gql<{ testWebhook: object }>('mutation ($id: ID!) { testWebhook(id: $id) { ... on WebhookTest { isTaken error } } }', { id: createWebhook.webhook.id });
        expect(testWebhook).toEqual({ isTaken: false, error: 'localhost leads to no public address' });
      }
    }
  });
}); // prettier-ignore
