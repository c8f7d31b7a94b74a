import { statement } from 'graph-schema/cypher/statement';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  BILL,
  BOXES as boxes,
  logOf,
  make,
  settled,
  startAlertWorld,
  ZONE,
  type AlertWorld,
} from './testing/alert-world.ts';
import { eventually } from './testing/deadline.ts';
import { openSmtpServer, type SmtpServer } from './testing/smtp-server.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** The wall clock of the API, which a test puts forward, and what the mail server answers next; then 250. */
let ahead = 0;
const replies: number[] = [];
/** What it answers next about whom a letter comes from; then 250. */
const senders: number[] = [];
let smtp: SmtpServer;
let world: AlertWorld;
let { ann, ben, eve, system, operator, grantOfAnn, tell, found, lettersTo, letters } = {} as AlertWorld;
const wall = () => Date.now() + ahead;

beforeAll(async () => {
  smtp = await openSmtpServer(
    () => replies.shift() ?? 250,
    () => senders.shift() ?? 250,
  );
  world = await startAlertWorld(wall, smtp);
  ({ ann, ben, eve, system, operator, grantOfAnn, tell, found, lettersTo, letters } = world);
}, 300_000);
beforeEach(() => world.clear());
afterAll(() => world.stop());

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

it('a rule that is changed tells what it asks for now, and goes on where it was', async () => {
  const { id } = await make(ben.by, { name: 'Loaded', codes: ['LOADED'] });
  const change = `mutation ($id: ID!, $name: String!, $codes: [String!], $etaHours: Int) { did: changeAlertRule(id: $id, name: $name, codes: $codes, etaHours: $etaHours, hours: { zone: "${ZONE}" }) {
    ... on AlertRule { id name codes etaHours state } ... on Error { code } } }`;
  const ask = async (by: typeof ben.by, given: object) =>
    (await by.need<{ did: object }>(change, { id, name: 'Out', codes: ['GATED_OUT'], ...given })).did;
  expect(await ask(ann.by, {})).toEqual({ code: 'NOT_FOUND' });
  expect(await ask(ben.by, { name: ' ' })).toEqual({ code: 'BAD_NAME' });
  expect(await ask(ben.by, { codes: ['GATE_OUT'] })).toEqual({ code: 'UNKNOWN_CODE' });
  expect(await ask(ben.by, { etaHours: 12 })).toEqual({ id, name: 'Out', codes: ['GATED_OUT'], etaHours: 12, state: 'ENABLED' });
  await ben.by.need(`mutation { pauseAlertRule(id: "${id}") { __typename } }`);
  // What is left out is asked for no more.
  expect(await ask(ben.by, {})).toMatchObject({ etaHours: null, state: 'PAUSED' });
  await tell(boxes[0]);
  await ben.by.need(`mutation { enableAlertRule(id: "${id}") { __typename } }`);
  await found(ben, 1);
  ahead += MINUTE;
  const [letter] = await letters(ben, 1);
  expect(letter?.text).toMatch(/CBHU 380417 5[^]*alert rules: Out\./);
  await settled(ben);
}, 120_000); // prettier-ignore

it('a rule that would wait in vain is refused with what is wrong in it, and a stored one says so', async () => {
  const asked = `mutation ($numbers: [String!], $codes: [String!]) { did: createAlertRule(name: "Vain", numbers: $numbers, codes: $codes, hours: { zone: "${ZONE}" }) {
    ... on AlertRule { id doubt } ... on AlertError { code value message } } }`;
  const save = async (given: object) =>
    (await ben.by.need<{ did: Record<string, string | null> }>(asked, { codes: ['GATED_OUT'], ...given })).did;
  expect(await save({ numbers: [BILL, '???'] })).toEqual({ code: 'BAD_NUMBER', value: '???', message: '“???” cannot be read as the number of a paper or a box.' });
  expect(await save({ codes: ['GATED_OUT', 'GATE_OUT'] })).toEqual({ code: 'UNKNOWN_CODE', value: 'GATE_OUT', message: 'There is no status “GATE_OUT”.' });
  const { id, doubt } = await save({ numbers: [] });
  expect(doubt).toBeNull();
  // As it was saved before anybody looked.
  const stored = statement<{ id: string; filter: string }>('storeFilter', 'MATCH (r:AlertRule {id: $id}) SET r.filter = $filter');
  for (const [filter, why] of [[{ numbers: [], codes: ['GATED_OUT'] }, 'NO_NUMBER'], [{ codes: ['GATE_OUT'] }, 'UNKNOWN_CODE']] as const) {
    await system.access.accounts.write((run) => run(stored, { id: id ?? '', filter: JSON.stringify(filter) }));
    expect(await ben.by.need('{ alertRules { doubt } }')).toEqual({ alertRules: [{ doubt: why }] });
  }
}, 60_000); // prettier-ignore

it('a letter that is tried again in quiet hours keeps nothing else waiting', async () => {
  await make(ben.by, { name: 'By day', hours: { zone: ZONE, quietFrom: inMinutes(20), quietUntil: inMinutes(90) } });
  await tell(boxes[0]);
  await found(ben, 1);
  replies.push(451);
  ahead += MINUTE;
  await eventually('a failed attempt', async () => ((await logOf(ben))[0]?.attempts[0]?.status === 451 ? true : null));
  ahead += 30 * MINUTE;
  await make(ben.by, { name: 'At any time' });
  await tell(boxes[1]);
  await found(ben, 1, 2);
  ahead += MINUTE;
  const [first] = await letters(ben, 1);
  expect([first?.text.includes('CBHU 380417 5'), first?.text.includes('CBHU 380422 0')]).toEqual([false, true]);
  // Whoever goes on knows of the one that waits.
  await system.restartAlerts();
  ahead += 2 * HOUR;
  const [, second] = await letters(ben, 2);
  expect([second?.text.includes('CBHU 380417 5'), second?.text.includes('CBHU 380422 0')]).toEqual([true, false]);
  await settled(ben);
  expect((await logOf(ben)).slice(0, 2).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
  expect(lettersTo(ben)).toHaveLength(2);
}, 120_000); // prettier-ignore

it('what has no room in a letter comes with the next one, the gravest first', async () => {
  const { id } = await make(ben.by, {});
  await tell(boxes[0]);
  await found(ben, 1);
  const gaps = statement<{ reader: string; rule: string; at: number }>(
    'foundGaps',
    `UNWIND range(1, 101) AS n CREATE (:AlertMatter {key: $reader + ' gap ' + n, reader: $reader, rules: [$rule], kind: 'MISSED', at: $at, letter: ''})`,
  );
  await system.access.accounts.write((run) => run(gaps, { reader: ben.id, rule: id ?? '', at: wall() }));
  ahead += MINUTE;
  const [first, second] = await letters(ben, 2);
  expect(first?.text.match(/^- /gm)).toHaveLength(100);
  expect(first?.text).toContain('2 more pieces of news follow in the next letter.');
  expect(first?.text).not.toContain('CBHU 380417 5');
  expect(second?.text.match(/^- /gm)).toHaveLength(2);
  expect(second?.text).toContain('CBHU 380417 5');
  await settled(ben);
  expect((await logOf(ben)).slice(0, 2).map(({ matters }) => matters)).toEqual([2, 100]);
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
  // Somebody else is sent what was found later: by then his would have gone, too.
  await make(eve.by, {});
  await tell(boxes[0]);
  await found(eve, 1);
  ahead += MINUTE;
  await letters(eve, 1);
  expect(lettersTo(ben)).toHaveLength(1);
}, 120_000); // prettier-ignore
