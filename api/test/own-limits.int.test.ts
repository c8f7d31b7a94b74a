import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { signIn, signInOperator } from './testing/access/accounts.ts';
import type { Followed, Somebody } from './testing/access/asking.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { BILL, gate } from './testing/sealed-gate.ts';
import { openSmtpServer, type SmtpServer } from './testing/smtp-server.ts';
import {
  openAfter,
  openOf,
  toldBy,
  type Entry,
  type Exception,
  type Open,
} from './testing/told-exceptions.ts';
import { openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

const PASSWORD = 'long enough to be one';
const MINUTE = 60_000;
const SEAL = { kind: 'SEAL_CHANGED', of: null };
/** Forwarders hold a changed seal for grave, and let nothing lie for longer than an hour; terminals wait for weeks. */
const RULES = {
  organisations: {
    FORWARDER: { rows: [{ ...SEAL, severity: 'CRITICAL', worseHours: null }, { kind: 'DWELL_OVER_LIMIT', of: 'ORIGIN', hours: 1, severity: 'WARNING', worseHours: null }] },
    TERMINAL: { rows: [{ ...SEAL, hours: 1000, worseHours: 2000 }] },
  },
}; // prettier-ignore

const DWELL: Open = ['DWELL_OVER_LIMIT', 'WARNING'];

/** One who asks for a firm that is judged by some limits. */
interface Person {
  readonly name: string;
  readonly organisation: string;
  readonly by: Somebody;
}
/** Where he is told. */
interface Side extends Person {
  readonly hook: WebhookReceiver | null;
  readonly live: Followed<{ statusFeed: Page }>;
  cursor: string;
}
interface Page {
  readonly entries: readonly Entry[];
  readonly behind: number;
  readonly cursor: string;
  readonly reason?: string;
} // prettier-ignore

let ahead = 0;
let system: SampleSystem;
let smtp: SmtpServer;
let operator: Somebody;
let sides: Side[] = [];
let shipment = '';
const side = (name: string): Side => sides.find((one) => one.name === name) as Side;

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  smtp = await openSmtpServer(() => 250);
  system = await startSampleSystem(undefined, undefined, undefined, undefined, () => Date.now() + ahead, smtp.url, RULES);
  operator = await signInOperator(system);
  await system.deliver('ningbo-terminal', gate('IN', '202611201000', 'AB100234'));
  shipment = await eventually('the shipment', async () => (await rows(operator, { bill: BILL }))[0]?.id ?? null);
  const people: Person[] = [];
  for (const [name, kinds] of [['plain', ['TRADER']], ['sharp', ['FORWARDER']], ['lax', ['TERMINAL']], ['desk', ['OPERATOR', 'FORWARDER']]] as const)
    people.push(await makePerson(name, kinds));
  // Summaries are judged by limits of a kind once somebody is of it.
  await eventually('forwarders are looked for', async () => ((await rows(people.at(-1)?.by ?? operator, { bill: BILL, exceptions: ['DWELL_OVER_LIMIT'] })).length > 0 ? true : null));
  sides = await Promise.all(people.map(listening));
}, 300_000); // prettier-ignore
afterAll(async () => {
  delete process.env['ACCESS'];
  for (const { live, hook } of sides) await Promise.all([live.close(), hook?.close()]);
  await system.stop();
  await smtp.close();
});

const SAVE =
  'mutation ($id: ID, $name: String!, $kinds: [OrganisationKind!]!) { saveOrganisation(id: $id, name: $name, kinds: $kinds, keys: [], sources: []) { ... on Organisation { id } ... on Error { message } } }';
const USER =
  'mutation ($login: String!, $password: String!, $of: ID!) { createUser(login: $login, name: $login, password: $password, role: ADMIN, organisation: $of) { ... on User { id } ... on Error { message } } }';
const GRANT =
  'mutation ($shipment: ID!, $of: ID!, $groups: [FieldGroup!]!) { grantShipment(shipment: $shipment, organisation: $of, groups: $groups) { ... on Grant { id } ... on Error { message } } }';
const save = (id: string | null, name: string, kinds: readonly string[]) =>
  operator.need<{ saveOrganisation: { id: string } }>(SAVE, { id, name, kinds });

async function makePerson(name: string, kinds: readonly string[]): Promise<Person> {
  const of = (await save(null, name, kinds)).saveOrganisation.id;
  if (!kinds.includes('OPERATOR')) await operator.need(GRANT, { shipment, of, groups: ALL_GROUPS });
  await operator.need(USER, { login: name, password: PASSWORD, of });
  const by = await signIn(system, name, PASSWORD);
  await by.need(
    `mutation { saveAlertAddress(address: "${name}@firm.example", language: EN) { __typename } }`,
  );
  return { name, organisation: of, by };
}

const FEED =
  '{ __typename ... on FeedPage { cursor behind entries { id kind change { opened { id kind severity } changed { id kind severity } closed { id kind severity } } } } ... on ResyncError { reason cursor } }';
const filter = () => `{ shipments: ["${shipment}"] }`;

/** From here on he is told by every way that there is. */
async function listening(person: Person): Promise<Side> {
  const { by, name } = person;
  // The webhooks of an operator are the service's, which is judged as everybody is.
  const hook = name === 'desk' ? null : await openWebhookReceiver(() => 204);
  if (hook)
    await by.need(`mutation { createWebhook(url: "${hook.url}/hook", filter: ${filter()}) { __typename } }`);
  await by.need(
    `mutation { createAlertRule(name: "Seals", codes: ["GATED_OUT"], exceptions: [SEAL_CHANGED], numbers: ["${BILL}"], hours: { zone: "Asia/Shanghai" }) { ... on AlertRule { id } ... on Error { message } } }`,
  );
  const { feedCursor } = await by.need<{ feedCursor: string }>('{ feedCursor }');
  const live = by.follow<{ statusFeed: Page }>(`subscription { statusFeed(filter: ${filter()}) ${FEED} }`);
  await live.next('the first page');
  return { ...person, hook, live, cursor: feedCursor };
}

interface Row {
  readonly id: string;
  readonly attention: string | null;
  readonly exceptions: readonly Exception[];
}
const LIST =
  'query ($filter: ShipmentFilter) { shipments(first: 100, filter: $filter, sort: { by: URGENCY }) { totalCount edges { node { id attention exceptions { kind severity } } } } }';
async function rows(by: Somebody, asked: object): Promise<readonly Row[]> {
  const { shipments } = await by.need<{ shipments: { totalCount: number; edges: { node: Row }[] } }>(LIST, {
    filter: asked,
  });
  expect(shipments.totalCount).toBe(shipments.edges.length);
  return shipments.edges.map(({ node }) => node);
}

async function onPage({ by }: Side): Promise<Open[]> {
  const { node } = await by.need<{
    node: { journey: { exceptions: (Exception & { closedAt: string | null })[] } };
  }>(`{ node(id: "${shipment}") { ... on Shipment { journey { exceptions { kind severity closedAt } } } } }`);
  return openOf(node.journey.exceptions.filter(({ closedAt }) => closedAt === null));
}

/** What the list says, by its row and by every filter that there is for it. */
async function onList({ by }: Side): Promise<Open[]> {
  const [row] = await rows(by, { bill: BILL });
  const open = openOf(row?.exceptions ?? []);
  for (const kind of ['SEAL_CHANGED', 'DWELL_OVER_LIMIT', 'ROLLED'])
    expect([kind, (await rows(by, { bill: BILL, exceptions: [kind] })).length > 0]).toEqual([
      kind,
      open.some(([one]) => one === kind),
    ]);
  for (const severity of ['WARNING', 'CRITICAL'])
    expect([severity, (await rows(by, { bill: BILL, attention: [severity] })).length > 0]).toEqual([
      severity,
      row?.attention === severity,
    ]);
  return open;
}

async function changesSince({ by, cursor }: Side): Promise<Page> {
  return (
    await by.need<{ changes: Page }>(
      `{ changes(after: "${cursor}", first: 1000, filter: ${filter()}) ${FEED} }`,
    )
  ).changes;
}

async function liveUntil({ live }: Side, ids: readonly string[]): Promise<Entry[]> {
  const told: Entry[] = [];
  while (!ids.every((id) => told.some((one) => one.id === id))) {
    const answer = await live.next('the live feed');
    if (!answer?.data) throw new Error(`the feed ended: ${JSON.stringify(answer)}`);
    told.push(...answer.data.statusFeed.entries);
  }
  return told;
}

it.each([
  ['plain', [], [['SEAL_CHANGED', 'WARNING']]],
  ['sharp', [DWELL], [['SEAL_CHANGED', 'CRITICAL']]],
  ['desk', [DWELL], [['SEAL_CHANGED', 'CRITICAL']]],
  ['lax', [], []],
] as [string, Open[], Open[]][])(
  '%s: page, list, filters, feed, webhook and letter say the same, before and after',
  async (name, before, now) => {
    const one = side(name);
    if (name === 'plain') {
      for (const each of sides)
        expect([each.name, await onPage(each)]).toEqual([each.name, await onList(each)]);
      expect([await onPage(side('sharp')), await onPage(side('lax'))]).toEqual([[DWELL], []]);
      await system.deliver('ningbo-terminal', gate('OUT', '202611211500', 'ZZ900001'));
    }
    // Whose limits find nothing is told of the move alone, and he asks last.
    const awaited = name === 'lax' ? 'ADDED' : 'DERIVED';
    const entries = await eventually('the gate-out is judged', async () => {
      const page = await changesSince(one);
      return page.behind === 0 && page.entries.some(({ kind }) => kind === awaited) ? page.entries : null;
    });
    expect(await onPage(one)).toEqual(now);
    expect(await onList(one)).toEqual(now);
    expect(openAfter(before, entries)).toEqual(now);
    expect(
      await liveUntil(
        one,
        entries.map(({ id }) => id),
      ),
    ).toEqual(entries);
    if (one.hook) {
      const { hook } = one;
      await eventually('the webhook', () =>
        entries.every(({ id }) => toldBy(hook).some((call) => call.id === id)) ? true : null,
      );
      expect(toldBy(hook)).toEqual(entries);
    }
    const seals = now.map(
      ([, severity]) => `${severity === 'CRITICAL' ? 'Critical' : 'Warning'}: Seal changed`,
    );
    const text = await eventually('a letter', () => {
      ahead += MINUTE;
      const own = smtp.letters
        .flatMap(({ to, text: said }) => (to === `${name}@firm.example` ? said : []))
        .join('\n');
      return ['Gated out', ...seals].every((part) => own.includes(part)) ? own : null;
    });
    expect(text.match(/\w+: Seal changed/g) ?? []).toEqual(seals);
  },
  120_000,
);

it('the gravest by the limits of whoever asks stand first, in pages as well', async () => {
  const severities = ['CRITICAL', 'WARNING', 'INFO', null];
  const { by } = side('desk');
  const all = await rows(by, {});
  const ranks = all.map(({ attention }) => severities.indexOf(attention));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  const paged: string[] = [];
  for (let cursor: string | null = null, isMore = true; isMore;) {
    const query = `query ($after: String) { shipments(first: 2, after: $after, sort: { by: URGENCY }) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    const { shipments }: Paged = await by.need<Paged>(query, { after: cursor });
    paged.push(...shipments.edges.map(({ node }) => node.id));
    [cursor, isMore] = [shipments.pageInfo.endCursor, shipments.pageInfo.hasNextPage];
  }
  expect(paged).toEqual(all.map(({ id }) => id));
});

/** Why an open subscription ended by itself. */
async function endOf({ live }: Side): Promise<string | undefined> {
  for (;;) {
    const answer = await live.next('the end of the live feed');
    if (!answer?.data) throw new Error(`it ended without a word: ${JSON.stringify(answer)}`);
    const { reason } = answer.data.statusFeed;
    if (reason) return reason;
  }
}

interface Paged {
  readonly shipments: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

it('an operator finds what was not judged by his limits yet by those for everybody', async () => {
  const asked = { bill: BILL, exceptions: ['SEAL_CHANGED'] };
  const { neo4j: at } = readSettings(process.env);
  const driver = neo4j.driver(at.uri, neo4j.auth.basic(at.user, at.password));
  // As it stands before the deriver comes to it; here it is behind it already, and is put back.
  const [kept] = (
    await driver.executeQuery('MATCH (m:ShipmentSummary {id: $shipment}) RETURN m.facets AS facets', {
      shipment,
    })
  ).records;
  const facets = kept?.get('facets') as string[];
  const set = (now: readonly string[]) =>
    driver.executeQuery('MATCH (m:ShipmentSummary {id: $shipment}) SET m.facets = $now', {
      shipment,
      now: [...now],
    });
  await set(facets.filter((term) => !/@|^(?:JUDGED|OWN):/.test(term)));
  const found = await rows(side('desk').by, asked);
  await set(facets);
  await driver.close();
  expect(facets).toContain('JUDGED:FORWARDER');
  expect(found).toHaveLength(1);
});

it('a firm that becomes another is judged as such at once, everywhere, and begins the feed anew', async () => {
  const [sharp, lax] = [side('sharp'), side('lax')];
  await save(sharp.organisation, 'sharp', ['TERMINAL']);
  await save(lax.organisation, 'lax', ['FORWARDER']);
  await eventually('lists follow', async () =>
    (await rows(lax.by, { bill: BILL, exceptions: ['SEAL_CHANGED'] })).length > 0 ? true : null,
  );
  for (const [one, now] of [
    [sharp, []],
    [lax, [['SEAL_CHANGED', 'CRITICAL']]],
  ] as const) {
    expect(await onPage(one)).toEqual(now);
    expect(await onList(one)).toEqual(now);
    const resync = await changesSince(one);
    expect(resync.reason).toBe('SIGHT_CHANGED');
    one.cursor = resync.cursor;
    expect(await endOf(one)).toBe('SIGHT_CHANGED');
    await eventually('a letter says that something may be missing', () => {
      ahead += MINUTE;
      const own = smtp.letters.filter(({ to }) => to === `${one.name}@firm.example`);
      return own.some(({ text }) => text.includes('limits changed')) || null;
    });
    await eventually(
      'the webhook says so',
      () => one.hook?.calls.some(({ body }) => body.includes('feed.resync')) || null,
    );
  }
  // The seal from before is seen again: it closes for whom it was open, and only for them.
  await system.deliver('ningbo-terminal', gate('IN', '202611211630', 'AB100234'));
  const closedFor = (one: Side) =>
    eventually(`${one.name} is told`, async () => {
      const { entries, behind } = await changesSince(one);
      if (behind > 0 || !entries.some(({ kind }) => kind === 'ADDED')) return null;
      return entries.flatMap(({ change }) => openOf(change?.closed ?? []));
    });
  await eventually('it closes', async () => ((await closedFor(lax)).length > 0 ? true : null));
  expect(await closedFor(lax)).toEqual([['SEAL_CHANGED', 'CRITICAL']]);
  expect(await closedFor(sharp)).toEqual([]);
  for (const one of sides)
    expect([one.name, await onPage(one), await onList(one)]).toEqual([one.name, [], []]);
}, 120_000);
