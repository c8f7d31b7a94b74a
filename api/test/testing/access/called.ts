import { randomBytes } from 'node:crypto';
import { webhookMessage } from '../../../src/webhooks/entry-schemas.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../webhook-receiver.ts';
import { signIn, type Member } from './accounts.ts';
import type { Somebody } from './asking.ts';
import type { SaidEntry } from './contents.ts';
import type { AccessWorld } from './world.ts';

const PASSWORD = 'long enough to be one';
const ZONE = 'Asia/Shanghai';
/** What happened that letters tell of. */
export const TOLD_CODES = ['GATED_IN', 'DECL_RELEASED', 'RECEIVED'] as const;

/** Somebody who is called and written to: an organisation with its program and its administrator. */
export interface Called {
  readonly member: Member;
  readonly person: Somebody;
  readonly user: string;
  readonly address: string;
  /** As what follows the name of what calls him. */
  readonly path: string;
}

/** Who listens for all, each at paths of his own. */
export async function openListener(): Promise<WebhookReceiver> {
  return openWebhookReceiver(() => 204);
}

/** Sets up whatever somebody can be called by, before there is news. */
export async function callAt({ url }: WebhookReceiver, member: Member, index: number, { operator, system }: AccessWorld): Promise<Called> {
  const [login, path] = [`called${index}`, `/${index}`];
  const address = `${login}@firm.example`;
  const { createUser } = await operator.need<{ createUser: { id: string } }>(
    'mutation ($login: String!, $password: String!, $of: ID!) { createUser(login: $login, name: $login, password: $password, role: ADMIN, organisation: $of) { ... on User { id } ... on Error { message } } }',
    { login, password: PASSWORD, of: member.id },
  );
  const person = await signIn(system, login, PASSWORD);
  await person.need(
    `mutation ($url: String!, $address: String!, $name: String!, $codes: [String!]!) {
      createWebhook(url: $url) { __typename ... on Error { message } }
      saveAlertAddress(address: $address, language: EN) { __typename ... on Error { message } }
      createAlertRule(name: $name, codes: $codes, hours: { zone: "${ZONE}" }) { __typename ... on Error { message } } }`,
    { url: `${url}/hook${path}`, address, name: login, codes: TOLD_CODES },
  );
  const post = (to: string, body: object) =>
    fetch(new URL(to, system.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...member.by.credentials },
      body: JSON.stringify(body),
    });
  const made = [
    await post('/v2/event-subscriptions', { callbackUrl: `${url}/dcsa${path}`, secret: randomBytes(40).toString('base64') }),
    await post('/epcis/v2/queries', { name: 'called', query: {} }),
    await post('/epcis/v2/queries/called/subscriptions', { dest: `${url}/epcis${path}`, stream: true }),
  ];
  for (const answer of made) if (answer.status !== 201) throw new Error(`${member.name} ${answer.url}: ${answer.status} ${await answer.text()}`);
  return { member, person, user: createUser.id, address, path };
} // prettier-ignore

/** Bodies of the calls of a kind to somebody. */
export function bodiesOf({ calls }: WebhookReceiver, kind: 'hook' | 'dcsa' | 'epcis', { path }: Called): string[] {
  const isIts = (one: WebhookReceiver['calls'][number]) => one.method === 'POST' && one.path === `/${kind}${path}`;
  return calls.filter(isIts).map(({ body }) => body);
} // prettier-ignore

/** Entries that a webhook told somebody, each once. */
export function entriesCalled(listener: WebhookReceiver, called: Called): SaidEntry[] {
  const told = bodiesOf(listener, 'hook', called).flatMap((body) => webhookMessage.parse(JSON.parse(body)).data.entries);
  return [...new Map(told.map((entry) => [entry.id, entry])).values()].map(asRead);
} // prettier-ignore

/** With the fields that the feed was asked for. */
function asRead({ id, shipmentId, kind, mergedInto, claims, change }: ReturnType<typeof webhookMessage.parse>['data']['entries'][number]): SaidEntry {
  const placeOf = (place: { id: string; unLocode: string | null; facility: string | null } | null) => place && { id: place.id, unLocode: place.unLocode, facility: place.facility };
  const exceptions = (some: readonly { id: string; kind: string; severity: string }[]) => some.map((one) => ({ id: one.id, kind: one.kind, severity: one.severity }));
  return {
    id, shipmentId, kind, mergedInto,
    claims: claims.map(({ id: claim, code, classifier, time, place, equipmentReference, loadState, transport, documents }) => ({
      id: claim, code, classifier, time: { instant: time.instant }, place: placeOf(place), equipmentReference, loadState, documents,
      transport: transport && { mode: transport.mode, name: transport.name, voyage: transport.voyage },
    })),
    change: change && {
      parts: change.parts, phase: change.phase, place: change.place && { id: change.place.id },
      eta: change.eta && { time: { instant: change.eta.time.instant } },
      opened: exceptions(change.opened), changed: exceptions(change.changed), closed: exceptions(change.closed),
    },
  };
} // prettier-ignore
