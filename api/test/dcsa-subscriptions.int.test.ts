import { createHmac, randomBytes } from 'node:crypto';
import { changeWebhook } from 'graph-schema/cypher/feed/webhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dcsaError } from '../src/dcsa/dcsa-error.ts';
import { dcsaEvent, type DcsaEvent } from '../src/dcsa/event-schemas.ts';
import { subscription as subscriptionSchema, type Subscription } from '../src/dcsa/subscription-body.ts';
import { changeKeys, makeMember, signInOperator, type Member } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { openWebhookReceiver, type CallAnswer, type ReceivedCall, type WebhookReceiver } from './testing/webhook-receiver.ts'; // prettier-ignore

const START_MS = 300_000;
const PATH = '/v2/event-subscriptions';
const BILL = 'COSU6415530971';
const boxes = ['CBHU3804175', 'CBHU3804220'] as const;
const CARRIER_KEY = 'PARTY:SCAC:COSU';

/** The wall clock of the API, which a test may put forward. */
let ahead = 0;
let system: SampleSystem;
let operator: Somebody;
let carrier: Member;
let stranger: Member;
const receivers: WebhookReceiver[] = [];
beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem(undefined, undefined, undefined, undefined, () => Date.now() + ahead);
  operator = await signInOperator(system);
  const make = (name: string, holds: readonly string[]) => makeMember(operator, system.url, name, { ...NOTHING, holds }, new Map());
  carrier = await make('the carrier', [CARRIER_KEY]);
  stranger = await make('a stranger', ['PARTY:USCC:91110000600037341L']);
}, START_MS); // prettier-ignore
afterEach(async () => {
  for (const { by } of [carrier, stranger])
    for (const { subscriptionID } of await listed(by)) await asked(by, 'DELETE', `${PATH}/${subscriptionID}`);
  for (const one of receivers.splice(0)) await one.close();
  ahead = 0;
});
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

function asked(by: Somebody, method: string, path: string, body?: unknown, headers: object = {}): Promise<Response> {
  return fetch(new URL(path, system.url), {
    method,
    headers: { 'content-type': 'application/json', ...by.credentials, ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
} // prettier-ignore

async function listed(by: Somebody, query = ''): Promise<Subscription[]> {
  const response = await asked(by, 'GET', `${PATH}${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Subscription[];
}

async function refused(by: Somebody, method: string, path: string, status: number, body?: unknown, headers: object = {}): Promise<readonly string[]> {
  const response = await asked(by, method, path, body, headers);
  expect(response.status, `${method} ${path} ${JSON.stringify(body)}`).toBe(status);
  expect(response.headers.get('api-version')).toBe('2.2.0');
  const said = dcsaError.parse(await response.json());
  expect(said).toMatchObject({ httpMethod: method, statusCode: status });
  return said.errors.map(({ reason }) => reason);
} // prettier-ignore

const newSecret = () => randomBytes(40).toString('base64');

/** Somebody's receiver: answers calls one after the other, then 204; a HEAD is answered `head`. */
async function receiver(answers: CallAnswer[] = [], head = 204): Promise<WebhookReceiver> {
  const opened = await openWebhookReceiver(({ method }) =>
    method === 'HEAD' ? head : (answers.shift() ?? 204),
  );
  receivers.push(opened);
  return opened;
}

async function subscribe(by: Somebody, to: WebhookReceiver, filters: object = {}, secret = newSecret()): Promise<string> {
  const response = await asked(by, 'POST', PATH, { callbackUrl: `${to.url}/here?ref=7`, secret, ...filters });
  expect(response.status, await response.clone().text()).toBe(201);
  const made = subscriptionSchema.parse(await response.json());
  expect(made).toEqual({ subscriptionID: made.subscriptionID, callbackUrl: `${to.url}/here?ref=7`, ...filters });
  expect(response.headers.get('location')).toBe(`${PATH}/${made.subscriptionID}`);
  return made.subscriptionID ?? '';
} // prettier-ignore

const posts = ({ calls }: WebhookReceiver): ReceivedCall[] => calls.filter(({ method }) => method === 'POST');
const eventsIn = (calls: readonly ReceivedCall[]) =>
  calls.flatMap(({ body }) => JSON.parse(body) as DcsaEvent[]);
const isGateOut = (event: DcsaEvent, box: string) =>
  event.eventType === 'EQUIPMENT' &&
  event.equipmentEventTypeCode === 'GTOT' &&
  event.equipmentReference === box;

/** Minutes of the day; the terminal corrects itself each time. */
let minute = 18 * 60;
const told = new Set<string>();
/** Tells of a box out of the gate, and answers the time of it as it stands in the event. */
async function tell(box: string = boxes[0]): Promise<string> {
  minute += 1;
  const [hh, mm] = [String(Math.floor(minute / 60)), String(minute % 60).padStart(2, '0')];
  await system.deliver(
    'ningbo-terminal',
    gateOut(box, `${hh}${mm}`, told.has(box) ? 'RECTIFIED' : 'ORIGINAL'),
  );
  told.add(box);
  return `2026-11-21T${hh}:${mm}:00+08:00`;
}
const heard = (one: WebhookReceiver, at: string) =>
  eventually(`the event of ${at}`, () => posts(one).find((call) => eventsIn([call]).some(({ eventDateTime }) => eventDateTime === at)) ?? null); // prettier-ignore

/** Waits until so many attempts at the call under way are written down: the time of the next one follows from that instant. */
const noted = (webhook: string, count: number) =>
  eventually(`attempt ${count}`, async () => {
    const query = 'query ($webhook: ID!) { webhookDeliveries(webhook: $webhook, first: 1) { attempts { status } } }';
    const { webhookDeliveries } = await carrier.by.need<{ webhookDeliveries: { attempts: object[] }[] }>(query, { webhook });
    return webhookDeliveries[0]?.attempts.length === count ? true : null;
  }); // prettier-ignore

function isSigned({ body, headers }: ReceivedCall, secret: string): boolean {
  const hash = createHmac('sha256', Buffer.from(secret, 'base64')).update(body).digest('hex');
  return headers['notification-signature'] === `sha256=${hash}`;
}

describe('an event subscription', () => {
  it('asks whether somebody is there, and is called with the events of the list as they come, signed', async () => {
    const one = await receiver();
    const secret = newSecret();
    const id = await subscribe(carrier.by, one, { transportDocumentReference: BILL, eventType: ['EQUIPMENT'] }, secret);
    expect(one.calls).toMatchObject([{ method: 'HEAD', path: '/here?ref=7', body: '' }]);
    const at = await tell();
    await heard(one, at);
    for (const call of posts(one)) {
      expect(call.path).toBe('/here?ref=7');
      expect(call.headers).toMatchObject({ 'subscription-id': id, 'api-version': '2.2.0', 'content-type': 'application/json' });
      expect(isSigned(call, secret)).toBe(true);
      expect(isSigned(call, newSecret())).toBe(false);
    }
    const sent = eventsIn(posts(one));
    expect(sent.some((event) => isGateOut(event, boxes[0]))).toBe(true);
    for (const event of sent) {
      expect(dcsaEvent.parse(event)).toEqual(event);
      const same = await asked(carrier.by, 'GET', `/v2/events/${event.eventID}`);
      expect(await same.json()).toEqual(event);
    }
  });

  it('tells what matches its filters, and after a change what matches those', async () => {
    const [one, all] = [await receiver(), await receiver()];
    const id = await subscribe(carrier.by, one, { equipmentReference: boxes[1] });
    await subscribe(carrier.by, all);
    await heard(all, await tell(boxes[0]));
    await heard(one, await tell(boxes[1]));
    expect(eventsIn(posts(one)).every((event) => event.eventType === 'EQUIPMENT' && event.equipmentReference === boxes[1])).toBe(true);
    const changed = { subscriptionID: id, callbackUrl: `${one.url}/there`, equipmentReference: boxes[0], equipmentEventTypeCode: ['GTOT'], documentTypeCode: null };
    const response = await asked(carrier.by, 'PUT', `${PATH}/${id}`, changed);
    expect(response.status).toBe(200);
    const { documentTypeCode: _, ...kept } = changed;
    expect(await response.json()).toEqual(kept);
    expect(await (await asked(carrier.by, 'GET', `${PATH}/${id}`)).json()).toEqual(kept);
    expect(one.calls.at(-1)).toMatchObject({ method: 'HEAD', path: '/there' });
    expect((await heard(one, await tell(boxes[0]))).path).toBe('/there');
  });

  it('is called again with the same until it is taken with 204, and waits as long as it is asked to', async () => {
    const one = await receiver([500, 'HANG_UP', 200, { status: 503, headers: { 'retry-after': '7200' } }]);
    const id = await subscribe(carrier.by, one, { equipmentReference: boxes[0] });
    const at = await tell();
    for (const [index, step] of [6000, 36_000, 150_000, 1_800_000].entries()) {
      await noted(id, index + 1);
      ahead += step;
    }
    expect(posts(one)).toHaveLength(4);
    const after = await tell(boxes[0]);
    ahead += 5_500_000;
    await heard(one, after);
    expect(new Set(posts(one).slice(0, 5).map(({ body }) => body)).size).toBe(1);
    expect(eventsIn(posts(one).slice(0, 1)).some(({ eventDateTime }) => eventDateTime === at)).toBe(true);
  });

  it('is signed by a new secret from the next attempt on, which is never shown', async () => {
    const one = await receiver([500]);
    const [before, after] = [newSecret(), newSecret()];
    const id = await subscribe(carrier.by, one, { equipmentReference: boxes[0] }, before);
    await tell();
    await noted(id, 1);
    const response = await asked(carrier.by, 'PUT', `${PATH}/${id}/secret`, { secret: after });
    expect([response.status, await response.text(), response.headers.get('api-version')]).toEqual([204, '', '2.2.0']);
    ahead += 6000;
    await eventually('the next', () => (posts(one).length > 1 ? true : null));
    const [first, second] = posts(one);
    expect(first && isSigned(first, before)).toBe(true);
    expect(second && isSigned(second, after)).toBe(true);
    expect(second && isSigned(second, before)).toBe(false);
    const shown = await (await asked(carrier.by, 'GET', PATH)).text();
    for (const secret of [before, after]) expect(shown).not.toContain(secret);
  });

  it('ends when it is deleted', async () => {
    const [one, other] = [await receiver(), await receiver()];
    const id = await subscribe(carrier.by, one, { equipmentReference: boxes[0] });
    await subscribe(carrier.by, other, { equipmentReference: boxes[0] });
    const response = await asked(carrier.by, 'DELETE', `${PATH}/${id}`);
    expect([response.status, await response.text()]).toEqual([204, '']);
    await heard(other, await tell());
    expect(posts(one)).toEqual([]);
    for (const [method, path] of [['GET', ''], ['DELETE', ''], ['PUT', ''], ['PUT', '/secret']] as const)
      expect(await refused(carrier.by, method, `${PATH}/${id}${path}`, 404, method === 'PUT' ? { secret: newSecret() } : undefined)).toEqual(['notFound']);
  });

  it('that nobody answers any more is called again once it is changed, and nothing is left out', async () => {
    const answers: CallAnswer[] = [410];
    const one = await receiver(answers);
    const id = await subscribe(carrier.by, one, { equipmentReference: boxes[0] });
    const at = await tell();
    const stateOf = async () => {
      const { webhooks } = await carrier.by.need<{ webhooks: { id: string; form: string; state: string }[] }>('{ webhooks { id form state } }');
      return webhooks.find((webhook) => webhook.id === id);
    };
    await eventually('it is disabled', async () => ((await stateOf())?.state === 'DISABLED' ? true : null));
    const same = { callbackUrl: `${one.url}/here?ref=7`, equipmentReference: boxes[0] };
    expect((await asked(carrier.by, 'PUT', `${PATH}/${id}`, same)).status).toBe(200);
    await eventually('it is taken', () => (posts(one).length > 1 ? true : null));
    expect(eventsIn(posts(one).slice(1)).some(({ eventDateTime }) => eventDateTime === at)).toBe(true);
    expect(await stateOf()).toEqual({ id, form: 'DCSA_2', state: 'ENABLED' });
  });

  it('is told again what the feed still has, where nobody can go on from its place', async () => {
    const [before, one] = [await receiver(), await receiver()];
    await subscribe(carrier.by, before, { equipmentReference: boxes[0] });
    const at = await tell();
    await heard(before, at);
    const id = await subscribe(carrier.by, one, { equipmentReference: boxes[0] });
    const set = { cursor: 'of another feed' };
    await system.access.accounts.write((run) => run(changeWebhook, { id, organisation: carrier.id, set }));
    const same = { callbackUrl: `${one.url}/here?ref=7`, equipmentReference: boxes[0] };
    expect((await asked(carrier.by, 'PUT', `${PATH}/${id}`, same)).status).toBe(200);
    await heard(one, at);
    const again = eventsIn(posts(one)).map(({ eventID }) => eventID);
    expect(again.length).toBeGreaterThan(3);
    // And from there on as ever.
    await heard(one, await tell());
  });

  it('goes on where it is when its organisation sees other things', async () => {
    const one = await receiver();
    await subscribe(carrier.by, one, { equipmentReference: boxes[0] });
    await changeKeys(operator, carrier, [CARRIER_KEY, 'PORT:SGSIN']);
    await heard(one, await tell());
    await changeKeys(operator, carrier, [CARRIER_KEY]);
    await heard(one, await tell());
  });
}); // prettier-ignore

describe('whoever is no party', () => {
  it('finds no subscription of another, and cannot change or end it', async () => {
    const one = await receiver();
    const id = await subscribe(carrier.by, one, { equipmentReference: boxes[0] });
    expect(await listed(stranger.by)).toEqual([]);
    const body = { callbackUrl: `${one.url}/mine` };
    for (const [method, path, said] of [['GET', '', undefined], ['PUT', '', body], ['PUT', '/secret', { secret: newSecret() }], ['DELETE', '', undefined]] as const)
      expect(await refused(stranger.by, method, `${PATH}/${id}${path}`, 404, said)).toEqual(['notFound']);
    expect((await listed(carrier.by)).map(({ subscriptionID }) => subscriptionID)).toEqual([id]);
    await heard(one, await tell());
  });

  it('is told nothing of what he does not see', async () => {
    const [his, other] = [await receiver(), await receiver()];
    await subscribe(stranger.by, his);
    await subscribe(carrier.by, other, { equipmentReference: boxes[0] });
    await heard(other, await tell());
    expect(posts(his)).toEqual([]);
  });

  it('with a key that shows less is told no more than the key shows, and can make no other subscription tell him', async () => {
    const key = await operator.need<{ createApiKey: { token: string } }>('mutation ($of: ID!) { createApiKey(name: "less", organisation: $of, groups: [MILESTONES]) { ... on NewApiKey { token } ... on Error { message } } }', { of: carrier.id });
    const less: Somebody = { ...carrier.by, credentials: { authorization: `Bearer ${key.createApiKey.token}` } };
    const [own, taken, whole] = [await receiver(), await receiver(), await receiver()];
    await subscribe(less, own);
    const id = await subscribe(carrier.by, taken);
    await subscribe(carrier.by, whole);
    expect((await asked(less, 'PUT', `${PATH}/${id}`, { callbackUrl: `${taken.url}/his` })).status).toBe(200);
    const at = await tell();
    for (const one of [own, taken, whole]) await heard(one, at);
    // What is told of the box before may come, too, and is corrected by now.
    for (const one of [own, taken])
      for (const event of eventsIn(posts(one)).filter(({ eventDateTime }) => eventDateTime === at)) expect(await (await asked(less, 'GET', `/v2/events/${event.eventID}`)).json()).toEqual(event);
    expect(eventsIn(posts(whole)).some(({ documentReferences }) => documentReferences !== undefined)).toBe(true);
  });

  it('reads by a link only, or from nobody, does not ask for any', async () => {
    const nobody = { ...stranger.by, credentials: {} };
    expect(await refused(nobody, 'GET', PATH, 401)).toEqual(['unauthenticated']);
    expect(await refused(nobody, 'POST', PATH, 401, {})).toEqual(['unauthenticated']);
  });
}); // prettier-ignore

describe('subscriptions', () => {
  it('are listed page by page, in an order that is asked for', async () => {
    const one = await receiver();
    const made: string[] = [];
    for (const box of ['A', 'B', 'C']) made.push(await subscribe(carrier.by, one, { equipmentReference: box }));
    expect((await listed(carrier.by)).map(({ subscriptionID }) => subscriptionID)).toEqual(made);
    const first = await asked(carrier.by, 'GET', `${PATH}?limit=2&sort=subscriptionID:DESC`);
    const ids = [(await first.json()) as Subscription[]];
    const rest = await asked(carrier.by, 'GET', first.headers.get('next-page') ?? '');
    ids.push((await rest.json()) as Subscription[]);
    expect(ids.flat().map(({ subscriptionID }) => subscriptionID)).toEqual(made.toSorted().reverse());
    expect(rest.headers.get('next-page')).toBeNull();
    expect(rest.headers.get('api-version')).toBe('2.2.0');
    for (const query of ['limit=0', 'cursor=abc', 'sort=secret', 'eventType=SHIPMENT']) await refused(carrier.by, 'GET', `${PATH}?${query}`, 400);
  });

  it.each([
    [{ eventType: ['NONE'] }, 'invalidParameter'],
    [{ carrierBookingReference: 'A'.repeat(36) }, 'invalidParameter'],
    [{ secret: Buffer.alloc(31).toString('base64') }, 'invalidParameter'],
    [{ secret: 'no base64!' }, 'invalidParameter'],
    [{ secret: null }, 'invalidParameter'],
    [{ callbackUrl: null }, 'invalidParameter'],
    [{ callbackUrl: 'https://10.1.2.3/hook' }, 'invalidParameter'],
    [{ callbackUrl: 'https://localhost/hook' }, 'invalidParameter'],
    [{ callbackUrl: 'http://example.com/hook' }, 'invalidParameter'],
    [{ callbackUrl: 'https://169.254.169.254/' }, 'invalidParameter'],
    [{ shape: 'round' }, 'invalidQuery'],
    [{ subscriptionID: '8fbdc2d8-57c8-48b9-a04b-18fd8ec1d809' }, 'invalidQuery'],
    [{ eventType: ['SHIPMENT'], equipmentEventTypeCode: ['LOAD'] }, 'invalidQuery'],
    [{ eventType: ['EQUIPMENT', 'TRANSPORT'], documentTypeCode: ['BKG'] }, 'invalidQuery'],
  ])('are not made with %j', async (more, reason) => {
    const one = await receiver();
    expect(await refused(carrier.by, 'POST', PATH, 400, { callbackUrl: `${one.url}/here`, secret: newSecret(), ...more })).toContain(reason);
    expect(await listed(carrier.by)).toEqual([]);
  });

  it('are not made or changed where nobody answers a HEAD', async () => {
    const [away, one] = [await receiver([], 404), await receiver()];
    expect(await refused(carrier.by, 'POST', PATH, 400, { callbackUrl: away.url, secret: newSecret() })).toEqual(['invalidParameter']);
    const id = await subscribe(carrier.by, one);
    expect(await refused(carrier.by, 'PUT', `${PATH}/${id}`, 400, { callbackUrl: away.url })).toEqual(['invalidParameter']);
    expect(away.calls.map(({ method }) => method)).toEqual(['HEAD', 'HEAD']);
  });

  it('refuse a change that is none', async () => {
    const one = await receiver();
    const id = await subscribe(carrier.by, one);
    const callbackUrl = `${one.url}/here?ref=7`;
    expect(await refused(carrier.by, 'PUT', `${PATH}/${id}`, 400, { callbackUrl, secret: newSecret() })).toEqual(['invalidQuery']);
    expect(await refused(carrier.by, 'PUT', `${PATH}/${id}`, 400, { callbackUrl, subscriptionID: '8fbdc2d8-57c8-48b9-a04b-18fd8ec1d809' })).toEqual(['invalidParameter']);
    expect(await refused(carrier.by, 'PUT', `${PATH}/${id}`, 400, { callbackUrl, eventType: ['SHIPMENT'], transportEventTypeCode: ['ARRI'] })).toEqual(['invalidQuery']);
    for (const secret of ['', 'x', null, Buffer.alloc(65).toString('base64')])
      expect(await refused(carrier.by, 'PUT', `${PATH}/${id}/secret`, 400, { secret })).toEqual(['invalidParameter']);
    expect(await refused(carrier.by, 'PUT', `${PATH}/not-a-uuid`, 400, { callbackUrl })).toEqual(['invalidParameter']);
    expect(await refused(carrier.by, 'POST', PATH, 400, '{"callbackUrl":')).toEqual(['invalidParameter']);
    expect(await refused(carrier.by, 'POST', PATH, 415, '{}', { 'content-type': 'text/plain' })).toEqual(['unsupportedMediaType']);
    expect(await refused(carrier.by, 'POST', PATH, 413, `"${'a'.repeat(70_000)}"`)).toEqual(['tooLarge']);
    expect(await refused(carrier.by, 'POST', PATH, 400, {}, { 'api-version': '3' })).toEqual(['invalidHeader']);
    for (const [method, path] of [['DELETE', PATH], ['PATCH', `${PATH}/${id}`], ['GET', `${PATH}/${id}/secret`]] as const)
      expect(await refused(carrier.by, method, path, 405)).toEqual(['methodNotAllowed']);
  });

  it('are what webhooks of the other form are not: changed here alone, and written down in the audit trail', async () => {
    const one = await receiver();
    const id = await subscribe(carrier.by, one);
    await asked(carrier.by, 'PUT', `${PATH}/${id}`, { callbackUrl: `${one.url}/here?ref=7`, eventType: ['SHIPMENT'] });
    await asked(carrier.by, 'PUT', `${PATH}/${id}/secret`, { secret: newSecret() });
    await asked(carrier.by, 'DELETE', `${PATH}/${id}`);
    const { auditTrail } = await operator.need<{ auditTrail: { action: string; subject: string | null; organisation: string | null }[] }>('{ auditTrail(first: 500) { action subject organisation } }');
    const written = auditTrail.filter(({ subject }) => subject === id);
    expect(written.map(({ action }) => action).sort()).toEqual(['changeEventSubscription', 'changeEventSubscriptionSecret', 'createEventSubscription', 'deleteEventSubscription']);
    expect(new Set(written.map(({ organisation }) => organisation))).toEqual(new Set([carrier.id]));

    const own = await asked(operator, 'POST', PATH, { callbackUrl: `${one.url}/ours`, secret: newSecret() });
    const { subscriptionID } = (await own.json()) as Subscription;
    for (const mutation of [`changeWebhook(id: "${subscriptionID}", filter: {})`, `rotateWebhookSecret(id: "${subscriptionID}")`]) {
      const [answer] = Object.values(await operator.need<Record<string, object>>(`mutation { ${mutation} { __typename ... on Error { code } } }`));
      expect(answer).toMatchObject({ code: 'OTHER_FORM' });
    }
    const { testWebhook } = await operator.need<{ testWebhook: object }>(`mutation { testWebhook(id: "${subscriptionID}") { ... on WebhookTest { isTaken } } }`);
    expect([testWebhook, one.calls.at(-1)?.body]).toEqual([{ isTaken: true }, '[]']);
    expect((await asked(operator, 'DELETE', `${PATH}/${subscriptionID}`)).status).toBe(204);
    const { createWebhook } = await operator.need<{ createWebhook: { webhook: { id: string } } }>(`mutation { createWebhook(url: "${one.url}") { ... on WebhookSecret { webhook { id } } } }`);
    expect(await refused(operator, 'GET', `${PATH}/${createWebhook.webhook.id}`, 400)).toEqual(['invalidParameter']);
    expect(await listed(operator)).toEqual([]);
    await operator.need(`mutation { deleteWebhook(id: "${createWebhook.webhook.id}") { __typename } }`);
  });
}); // prettier-ignore
