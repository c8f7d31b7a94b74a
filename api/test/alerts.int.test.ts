import { listWaitingMatters } from 'graph-schema/cypher/feed/alert-matters';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeMember, signIn, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { openSmtpServer, type SmtpServer } from './testing/smtp-server.ts';

const BILL = 'COSU6415530971';
const PASSWORD = 'long enough to be one';
const [MINUTE, HOUR] = [60_000, 3_600_000];
const ZONE = 'Asia/Shanghai';

interface Person {
  readonly by: Somebody;
  readonly id: string;
  readonly address: string;
}

/** The wall clock of the API, which a test puts forward, and what the mail server answers next; then 250. */
let ahead = 0;
const replies: number[] = [];
/** What it answers next about whom a letter comes from; then 250. */
const senders: number[] = [];
let smtp: SmtpServer;
let system: SampleSystem;
let operator: Somebody;
/** Both are shown the shipment, each by a grant of his own firm. */
let ann: Person;
let ben: Person;
let grantOfAnn: string;
const wall = () => Date.now() + ahead;

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  smtp = await openSmtpServer(
    () => replies.shift() ?? 250,
    () => senders.shift() ?? 250,
  );
  system = await startSampleSystem(undefined, undefined, undefined, undefined, wall, smtp.url);
  operator = await signInOperator(system);
  const { lookup } = await operator.need<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
    `{ lookup(number: "${BILL}") { shipments { shipment { id } } } }`,
  );
  const ids = new Map([[BILL, lookup.shipments[0]?.shipment.id ?? '']]);
  ann = await makePerson('ann', 'ZH_CN', ids);
  ben = await makePerson('ben', 'EN', ids);
  const { grants } = await ann.by.need<{ grants: { id: string }[] }>('{ grants { id } }');
  grantOfAnn = grants[0]?.id ?? '';
}, 300_000);
beforeEach(async () => {
  for (const { by } of [ann, ben]) {
    const { alertRules } = await by.need<{ alertRules: { id: string }[] }>('{ alertRules { id } }');
    for (const { id } of alertRules)
      await by.need(`mutation { deleteAlertRule(id: "${id}") { __typename } }`);
  }
  smtp.letters.length = 0;
});
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
  await smtp.close();
});

async function makePerson(login: string, language: string, ids: ReadonlyMap<string, string>): Promise<Person> {
  const shown = { ...NOTHING, granted: [{ number: BILL, groups: ALL_GROUPS, until: null }] };
  const firm = await makeMember(operator, system.url, login, shown, ids);
  const { createUser } = await operator.need<{ createUser: { id: string } }>(
    'mutation ($login: String!, $password: String!, $of: ID!) { createUser(login: $login, name: $login, password: $password, role: MEMBER, organisation: $of) { ... on User { id } ... on Error { message } } }',
    { login, password: PASSWORD, of: firm.id },
  );
  const [by, address] = [await signIn(system, login, PASSWORD), `${login}@firm.example`];
  expect(await make(by, {})).toEqual({ code: 'NO_ADDRESS' });
  await by.need(`mutation { saveAlertAddress(address: "${address}", language: ${language}) { ... on AlertAddress { address } ... on Error { message } } }`);
  return { by, address, id: createUser.id };
} // prettier-ignore

const MAKE = `mutation ($name: String!, $codes: [String!], $watchList: ID, $hours: AlertHours!) {
  did: createAlertRule(name: $name, codes: $codes, watchList: $watchList, hours: $hours) { ... on AlertRule { id name } ... on Error { code } } }`;
async function make(by: Somebody, over: Record<string, unknown>): Promise<{ id?: string; code?: string }> {
  const given = { name: 'Out of the gate', codes: ['GATED_OUT'], hours: { zone: ZONE }, ...over };
  return (await by.need<{ did: { id?: string; code?: string } }>(MAKE, given)).did;
}

interface Log {
  readonly state: string;
  readonly matters: number;
  readonly attempts: readonly { readonly status: number | null }[];
}
async function logOf({ by }: Person): Promise<readonly Log[]> {
  return (await by.need<{ alertLetters: Log[] }>('{ alertLetters { state matters attempts { status } } }')).alertLetters;
} // prettier-ignore

const boxes = ['CBHU3804175', 'CBHU3804220'] as const;
/** Minutes of the day; the terminal corrects itself each time, which is news. */
let minute = 16 * 60;
const told = new Set<string>();
async function tell(box: string): Promise<string> {
  minute += 1;
  const hhmm = `${Math.floor(minute / 60)}${String(minute % 60).padStart(2, '0')}`;
  await system.deliver('ningbo-terminal', gateOut(box, hhmm, told.has(box) ? 'RECTIFIED' : 'ORIGINAL'));
  told.add(box);
  return `2026-11-21 ${hhmm.slice(0, 2)}:${hhmm.slice(2)} +08:00`;
}
/** Waits until so much is found that is still to be told to somebody, each by so many of his rules. */
const found = (person: Person, count: number, by = 1) =>
  eventually(`${count} matters of ${person.address}`, async () => {
    const { alertRules } = await person.by.need<{ alertRules: { id: string }[] }>('{ alertRules { id } }');
    const ids = alertRules.map(({ id }) => id);
    const rows = await system.access.accounts.read(listWaitingMatters, { reader: person.id, rules: ids, limit: 100 });
    return rows.filter(({ rules }) => rules.length >= by).length >= count ? rows : null;
  }); // prettier-ignore
const lettersTo = ({ address }: Person) => smtp.letters.filter(({ to }) => to === address);
const letters = (person: Person, count: number) =>
  eventually(`${count} letters to ${person.address}`, () => (lettersTo(person).length >= count ? lettersTo(person) : null)); // prettier-ignore
const settled = (person: Person) =>
  eventually('nothing is under way', async () => ((await logOf(person)).every(({ state }) => state !== 'PENDING') ? true : null)); // prettier-ignore
const inMinutes = (of: number) => (Math.floor(wall() / MINUTE) + 8 * 60 + of + 2 * 1440) % 1440;

it('a rule tells a person once what happened, where, when, who says so, and where to look; all of a minute in one letter', async () => {
  expect(await make(ben.by, {})).toMatchObject({ name: 'Out of the gate' });
  // By two rules, in the other language, and each matter once.
  await make(ann.by, { name: '出闸' });
  await make(ann.by, { name: '第二条' });
  const times = [await tell(boxes[0]), await tell(boxes[1])];
  await found(ben, 2);
  await found(ann, 2);
  expect(smtp.letters).toEqual([]);
  ahead += MINUTE;
  const [letter] = await letters(ben, 1);
  expect(letter?.subject).toContain(BILL);
  for (const part of [BILL, 'Gated out full: CBHU 380417 5', 'CBHU 380422 0', 'Ningbo', 'says ', 'Out of the gate', ...times])
    expect(letter?.text).toContain(part);
  expect(letter?.text).toMatch(/http:\/\/127\.0\.0\.1:4000\/en\/shipments\/shp_\S+/);
  const [chinese] = await letters(ann, 1);
  for (const part of [BILL, '重箱', '宁波', '据', '/zh-CN/shipments/shp_']) expect(chinese?.text).toContain(part);
  await settled(ben);
  await settled(ann);
  expect(await logOf(ben)).toEqual([{ state: 'DELIVERED', matters: 2, attempts: [{ status: null }] }]);
  expect(chinese?.text.match(/CBHU 380417 5/g)).toHaveLength(1);
  // However long one waits, and whoever else begins: no second one.
  await system.restartAlerts();
  ahead += HOUR;
  await tell(boxes[0]);
  await found(ben, 1);
  ahead += MINUTE;
  const [, second] = await letters(ben, 2);
  expect(second?.text).not.toContain('CBHU 380422 0');
  expect(second?.messageId).not.toBe(letter?.messageId);
}, 120_000); // prettier-ignore

it('quiet hours hold back what comes in them, and then tell it together', async () => {
  await make(ben.by, {});
  await make(ann.by, { hours: { zone: ZONE, quietFrom: inMinutes(-60), quietUntil: inMinutes(90) } });
  await tell(boxes[0]);
  await found(ann, 1);
  await found(ben, 1);
  ahead += MINUTE;
  await letters(ben, 1);
  await tell(boxes[1]);
  await found(ann, 2);
  expect(lettersTo(ann)).toEqual([]);
  ahead += 2 * HOUR;
  const [together] = await letters(ann, 1);
  for (const box of ['CBHU 380417 5', 'CBHU 380422 0']) expect(together?.text).toContain(box);
  await settled(ann);
}, 120_000);

it('what two rules find is told once, when the first of them tells it, and by the other where that one is gone', async () => {
  const digest = await make(ben.by, { name: 'Once a day', hours: { zone: ZONE, digestAt: inMinutes(45) } });
  await make(ben.by, { name: 'At once' });
  await tell(boxes[0]);
  await found(ben, 1, 2);
  ahead += MINUTE;
  const [first] = await letters(ben, 1);
  expect(first?.text).toContain('CBHU 380417 5');
  await settled(ben);
  ahead += HOUR;
  await tell(boxes[1]);
  await found(ben, 1, 2);
  expect(await ben.by.need(`mutation { deleteAlertRule(id: "${digest.id}") { __typename } }`)).toBeDefined();
  ahead += MINUTE;
  const [, second] = await letters(ben, 2);
  expect([second?.text.includes('CBHU 380417 5'), second?.text.includes('CBHU 380422 0')]).toEqual([
    false,
    true,
  ]);
  await settled(ben);
  expect(lettersTo(ben)).toHaveLength(2);
}, 120_000);

it('a mail server that does not take us as a sender is asked again: that is ours to mend', async () => {
  await make(ben.by, {});
  await tell(boxes[0]);
  await found(ben, 1);
  senders.push(550);
  ahead += MINUTE;
  await eventually('a failed attempt', async () =>
    (await logOf(ben))[0]?.attempts[0]?.status === 550 ? true : null,
  );
  ahead += 2 * MINUTE;
  await letters(ben, 1);
  await settled(ben);
  expect((await logOf(ben))[0]).toMatchObject({
    state: 'DELIVERED',
    attempts: [{ status: 550 }, { status: null }],
  });
}, 120_000);

it('a mail server that fails is asked again by whoever goes on, with the same letter, and nothing is lost over it', async () => {
  await make(ben.by, {});
  await tell(boxes[0]);
  await found(ben, 1);
  // The process ends with what it found, and before the letter went.
  await system.restartAlerts();
  replies.push(451);
  ahead += MINUTE;
  await eventually('a failed attempt', async () => ((await logOf(ben))[0]?.attempts[0]?.status === 451 ? true : null));
  await tell(boxes[1]);
  await found(ben, 1);
  await system.restartAlerts();
  expect(lettersTo(ben)).toEqual([]);
  ahead += 2 * MINUTE;
  const both = await letters(ben, 2);
  expect(both.map(({ text }) => [text.includes('CBHU 380417 5'), text.includes('CBHU 380422 0')])).toEqual([[true, false], [false, true]]);
  await settled(ben);
  const [, first] = await logOf(ben);
  expect(first).toMatchObject({ state: 'DELIVERED', attempts: [{ status: 451 }, { status: null }] });
  // An address that is none is not tried again.
  await tell(boxes[0]);
  await found(ben, 1);
  replies.push(550);
  ahead += MINUTE;
  await eventually('a dead letter', async () => ((await logOf(ben))[0]?.state === 'DEAD' ? true : null));
  expect(lettersTo(ben)).toHaveLength(2);
}, 120_000); // prettier-ignore

it('whoever may not see a shipment any more is told nothing of it, though it was found before', async () => {
  const list = await ann.by.need<{ did: { id: string } }>('mutation { did: createWatchList(name: "Week 47") { ... on WatchList { id } } }');
  await ann.by.need(`mutation { addToWatchList(id: "${list.did.id}", numbers: ["${BILL}"]) { __typename } }`);
  expect(await make(ben.by, { watchList: list.did.id })).toEqual({ code: 'NO_SUCH_LIST' });
  const { id } = await make(ann.by, { watchList: list.did.id });
  expect(await ben.by.need(`mutation { deleteAlertRule(id: "${id}") { ... on Error { code } } }`)).toEqual({ deleteAlertRule: { code: 'NOT_FOUND' } });
  await make(ben.by, {});
  await tell(boxes[0]);
  await found(ann, 1);
  await found(ben, 1);
  const revoked = await operator.need(`mutation { revokeGrant(id: "${grantOfAnn}") { __typename } }`);
  expect(revoked).toEqual({ revokeGrant: { __typename: 'Grant' } });
  ahead += MINUTE;
  await letters(ben, 1);
  await eventually('a letter that was not sent', async () => ((await logOf(ann))[0]?.state === 'EMPTY' ? true : null));
  expect(lettersTo(ann)).toEqual([]);
  // Nor whoever may not sign in any more.
  await tell(boxes[1]);
  await found(ben, 1);
  const disabled = await operator.need(`mutation { changeUser(id: "${ben.id}", role: MEMBER, isDisabled: true) { __typename } }`);
  expect(disabled).toEqual({ changeUser: { __typename: 'User' } });
  ahead += MINUTE;
  await system.restartAlerts();
  expect(lettersTo(ben)).toHaveLength(1);
}, 120_000); // prettier-ignore
