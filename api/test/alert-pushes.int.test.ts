import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Somebody } from './testing/access/asking.ts';
import {
  BILL,
  BOXES,
  make,
  settled,
  startAlertWorld,
  ZONE,
  type AlertWorld,
  type Person,
} from './testing/alert-world.ts';
import { eventually } from './testing/deadline.ts';
import { openPushService, type BrowserSubscription, type PushService } from './testing/push-service.ts';
import { openSmtpServer } from './testing/smtp-server.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const DAY_SECONDS = 86_400;

/** The wall clock of the API, which a test puts forward; what the push service answers next, then 201; and the mail server, then 250. */
let ahead = 0;
const answers: number[] = [];
const replies: number[] = [];
/** Whose subscription is no more. */
const gone = new Set<string>();
/** What it answers all while it takes nothing; null: it does. */
let down: number | null = null;
let push: PushService;
let world: AlertWorld;
let { ann, ben } = {} as AlertWorld;
const wall = () => Date.now() + ahead;

beforeAll(async () => {
  const smtp = await openSmtpServer(() => replies.shift() ?? 250);
  push = await openPushService((endpoint) => (gone.has(endpoint) ? 410 : (down ?? answers.shift() ?? 201)));
  world = await startAlertWorld(wall, smtp);
  ({ ann, ben } = world);
}, 300_000);
beforeEach(async () => {
  await world.clear();
  for (const { by } of [ann, ben])
    for (const { id } of await devicesOf(by)) await by.need(`mutation { deleteAlertDevice(id: "${id}") { __typename } }`);
  push.pushes.length = 0;
}); // prettier-ignore
afterAll(async () => {
  await world.stop();
  await push.close();
});

const SAVE = `mutation ($name: String!, $endpoint: String!, $p256dh: String!, $auth: String!) {
  did: saveAlertDevice(name: $name, endpoint: $endpoint, p256dh: $p256dh, auth: $auth) { ... on AlertDevice { id name } ... on Error { code } } }`;
type Saved = { id?: string; name?: string; code?: string };
const save = async (by: Somebody, of: BrowserSubscription, name = 'Phone') =>
  (await by.need<{ did: Saved }>(SAVE, { name, ...of })).did;
async function subscribe(
  by: Somebody,
  name?: string,
): Promise<BrowserSubscription & { readonly id: string }> {
  const { alertPushKey } = await by.need<{ alertPushKey: string }>('{ alertPushKey }');
  const subscription = push.subscribe(alertPushKey);
  const { id } = await save(by, subscription, name);
  return { ...subscription, id: id ?? '' };
}
async function devicesOf(by: Somebody) {
  const asked = '{ alertDevices { id name endpointHash } }';
  return (await by.need<{ alertDevices: { id: string; name: string; endpointHash: string }[] }>(asked)).alertDevices;
} // prettier-ignore
const pushes = (count: number) =>
  eventually(`${count} pushes`, () => (push.pushes.length >= count ? push.pushes : null));

interface Logged {
  readonly state: string;
  readonly pushes: readonly { readonly device: string; readonly state: string; readonly attempts: readonly { readonly status: number | null }[] }[];
} // prettier-ignore
async function logOf({ by }: Person): Promise<readonly Logged[]> {
  const asked = '{ alertLetters { state pushes { device state attempts { status } } } }';
  return (await by.need<{ alertLetters: Logged[] }>(asked)).alertLetters;
}
/** Waits until the last letter to somebody has so fared on his devices. */
const fared = (person: Person, ...states: readonly string[]) => {
  let log: readonly Logged[] = [];
  return eventually(() => `pushes are ${states.join()} in ${JSON.stringify(log)}`, async () => {
    log = await logOf(person);
    const [last] = log;
    return last?.pushes.map(({ state }) => state).join() === states.join() ? last : null;
  });
}; // prettier-ignore
/** The box is told, and what was found of it is due. */
async function tellOf(box: string, ...people: readonly Person[]): Promise<string> {
  const time = await world.tell(box);
  for (const person of people) await world.found(person, 1);
  ahead += MINUTE;
  return time;
}

it('each device of a person shows once what happened, in his language, and leads to the journey; the letter comes besides', async () => {
  await make(ann.by, {});
  await make(ben.by, {});
  const [phone, desk] = [await subscribe(ann.by), await subscribe(ann.by, 'Desk')];
  const bens = await subscribe(ben.by);
  expect((await devicesOf(ann.by)).map(({ name }) => name)).toEqual(['Phone', 'Desk']);
  const time = await tellOf(BOXES[0], ann, ben);
  const all = await pushes(3);
  const shown = (of: BrowserSubscription) => all.filter(({ endpoint }) => endpoint === of.endpoint);
  expect(shown(phone)).toHaveLength(1);
  expect(shown(desk).map(({ text }) => text)).toEqual(shown(phone).map(({ text }) => text));
  const [chinese] = shown(phone);
  expect(chinese?.text).toMatchObject({ title: BILL, language: 'zh-CN' });
  for (const part of ['CBHU 380417 5', '重箱', '宁波', time]) expect(chinese?.text['body']).toContain(part);
  expect(chinese?.text['path']).toMatch(/^\/zh-CN\/shipments\/shp_\S+$/);
  const [english] = shown(bens);
  expect(english?.text['body']).toMatch(/^Gated out full: CBHU 380417 5 · Ningbo/);
  expect(english?.text['path']).toMatch(/^\/en\/shipments\/shp_\S+$/);
  // Kept for a day for who is not reached; sent twice it is shown once.
  expect(english?.ttl).toBe(DAY_SECONDS);
  expect(english?.topic).toBe(english?.text['tag']);
  const [letter] = await world.letters(ben, 1);
  expect(letter?.messageId).toContain(english?.text['tag']);
  await settled(ann);
  await settled(ben);
  await fared(ann, 'DELIVERED', 'DELIVERED');
  // Whoever goes on shows nothing again; and what is removed shows nothing more.
  expect(await ann.by.need(`mutation { deleteAlertDevice(id: "${desk.id}") { ... on AlertDevice { name } } }`)).toEqual({ deleteAlertDevice: { name: 'Desk' } });
  await world.system.restartAlerts();
  await tellOf(BOXES[1], ann, ben);
  await pushes(5);
  await fared(ann, 'DELIVERED');
  await fared(ben, 'DELIVERED');
  expect(push.pushes.map(({ endpoint }) => endpoint).filter((one) => one === desk.endpoint)).toHaveLength(1);
  expect(push.pushes).toHaveLength(5);
}, 120_000); // prettier-ignore

it('a push service that fails is asked again, and keeps no letter waiting, nor a mail server a push', async () => {
  await make(ben.by, {});
  await subscribe(ben.by);
  down = 503;
  await tellOf(BOXES[0], ben);
  await world.letters(ben, 1);
  const [failed] = await logOf(ben);
  expect([failed?.pushes[0]?.state, push.pushes.length]).toEqual(['PENDING', 0]);
  down = null;
  await world.system.restartAlerts();
  replies.push(451);
  await tellOf(BOXES[1], ben);
  await pushes(2);
  const texts = push.pushes.map(({ text }) => text['body'] ?? '');
  expect(texts.filter((text) => text.includes('CBHU 380417 5'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('CBHU 380422 0'))).toHaveLength(1);
  ahead += 2 * MINUTE;
  await world.letters(ben, 2);
  await settled(ben);
  const [, first] = await logOf(ben);
  const [echo] = first?.pushes ?? [];
  const statuses = echo?.attempts.map(({ status }) => status);
  expect([echo?.state, statuses?.at(0), statuses?.at(-1)]).toEqual(['DELIVERED', 503, 201]);
}, 120_000); // prettier-ignore

it('a subscription that is no more is forgotten, and one that refuses is not asked again', async () => {
  await make(ben.by, {});
  const [old, other] = [await subscribe(ben.by, 'Old'), await subscribe(ben.by, 'Other')];
  gone.add(old.endpoint);
  await tellOf(BOXES[0], ben);
  await eventually('one of two devices is left', async () => ((await devicesOf(ben.by)).length === 1 ? true : null));
  expect((await devicesOf(ben.by)).map(({ id }) => id)).toEqual([other.id]);
  const states = (await logOf(ben))[0]?.pushes.map(({ device, state }) => `${device} ${state}`);
  expect(states?.toSorted()).toEqual(['Old GONE', 'Other DELIVERED']);
  await settled(ben);
  answers.push(413);
  await tellOf(BOXES[1], ben);
  const dead = await fared(ben, 'DEAD');
  expect(dead.pushes[0]?.attempts).toEqual([{ status: 413 }]);
  expect(push.pushes).toHaveLength(1);
}, 120_000); // prettier-ignore

it('quiet hours hold pushes back, also one that is tried again, and then it is shown', async () => {
  const inMinutes = (of: number) => (Math.floor(wall() / MINUTE) + 8 * 60 + of + 2 * 1440) % 1440;
  await make(ben.by, { hours: { zone: ZONE, quietFrom: inMinutes(20), quietUntil: inMinutes(90) } });
  await subscribe(ben.by);
  down = 429;
  await tellOf(BOXES[0], ben);
  await world.letters(ben, 1);
  // A push that is still under way would be taken, and be shown in his quiet hours.
  await eventually('it was refused', async () => (await logOf(ben))[0]?.pushes[0]?.attempts[0] ?? null);
  ahead += 30 * MINUTE;
  down = null;
  await make(ann.by, {});
  await subscribe(ann.by);
  // Whoever has no quiet hours is shown it: all that was due is through by then.
  await tellOf(BOXES[1], ann);
  await pushes(1);
  await fared(ann, 'DELIVERED');
  expect(push.pushes).toHaveLength(1);
  await fared(ben, 'PENDING');
  ahead += 2 * HOUR;
  await eventually('it is shown', () => (push.pushes.some(({ text }) => text['body']?.includes('CBHU 380417 5') && text['language'] === 'en') ? true : null));
}, 120_000); // prettier-ignore

it('a browser has one owner, who said it last, and takes no more devices than there may be', async () => {
  const browser = await subscribe(ann.by);
  await make(ann.by, {});
  await make(ben.by, {});
  expect(await save(ann.by, browser, 'Laptop')).toEqual({ id: browser.id, name: 'Laptop' });
  await save(ben.by, browser, 'Laptop');
  expect([(await devicesOf(ann.by)).length, (await devicesOf(ben.by)).length]).toEqual([0, 1]);
  const taken = await ann.by.need(`mutation { deleteAlertDevice(id: "${(await devicesOf(ben.by))[0]?.id}") { ... on Error { code } } }`);
  expect(taken).toEqual({ deleteAlertDevice: { code: 'NOT_FOUND' } });
  await tellOf(BOXES[0], ann, ben);
  await pushes(1);
  await fared(ben, 'DELIVERED');
  await world.letters(ann, 1);
  await settled(ann);
  expect(push.pushes.map(({ text }) => text['language'])).toEqual(['en']);
  for (let count = 1; count < 10; count += 1) await subscribe(ben.by);
  const { id } = await subscribe(ben.by);
  expect([id, (await devicesOf(ben.by)).length]).toEqual(['', 10]);
}, 120_000); // prettier-ignore

it('what cannot be a subscription is refused', async () => {
  const { endpoint, ...keys } = push.subscribe('');
  for (const no of ['http://push.example/1', 'https://10.0.0.1/1', 'https://169.254.169.254/1', 'https://[::1]/1', 'nothing', `https://push.example/${'x'.repeat(2000)}`])
    expect(await save(ben.by, { endpoint: no, ...keys }), no).toEqual({ code: 'REFUSED_ENDPOINT' });
  const off = Buffer.from(keys.p256dh, 'base64url');
  off[64] = (off[64] ?? 0) ^ 1;
  for (const bad of [{ p256dh: off.toString('base64url') }, { p256dh: 'AAAA' }, { auth: 'AAAA' }])
    expect(await save(ben.by, { endpoint, ...keys, ...bad })).toEqual({ code: 'BAD_DEVICE' });
  expect(await save(ben.by, { endpoint, ...keys }, ' ')).toEqual({ code: 'BAD_NAME' });
  expect(await devicesOf(ben.by)).toEqual([]);
}, 60_000); // prettier-ignore

it('whoever may not see a shipment any more is shown nothing of it, nor whoever may not sign in', async () => {
  await make(ann.by, {});
  await make(ben.by, {});
  await subscribe(ann.by);
  await subscribe(ben.by);
  down = 503;
  await tellOf(BOXES[0], ann, ben);
  await world.letters(ann, 1);
  await world.letters(ben, 1);
  await settled(ann);
  await settled(ben);
  await world.operator.need(`mutation { revokeGrant(id: "${world.grantOfAnn}") { __typename } }`);
  await world.operator.need(`mutation { changeUser(id: "${ben.id}", role: MEMBER, isDisabled: true) { __typename } }`);
  down = null;
  ahead += 2 * MINUTE;
  await fared(ann, 'EMPTY');
  expect(push.pushes).toEqual([]);
}, 120_000); // prettier-ignore
