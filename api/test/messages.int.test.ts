import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { listParked, parkedEdges } from 'graph-schema/cypher/read/list-parked';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { readSettings } from '../src/settings.ts';
import { eventually } from './testing/deadline.ts';
import { ANCHOR, startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
const TERMINAL = 'ningbo-terminal';
/** The coffee and one of its boxes. */
const COFFEE = 'COSU6415530971';
const BOX = 'CBHU3804175';

/** A gate move of a box that is at sea that day, told under somebody else's bill. */
const IMPOSSIBLE = `UNB+UNOA:2+NGBTERM+CARRIERX+261105:0900+0900'
UNH+1+CODECO:D:95B:UN:ITG14'
BGM+36+GO2611050900+9'
NAD+CF+COSU:160:20'
EQD+CN+${BOX}+22G1:102:5++3+5'
RFF+BM:COSU6499999990'
DTM+7:202611050900:203'
LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ'
CNT+16:1'
UNT+9+1'
UNZ+1+0900'
`;
const NONSENSE = 'This is no message of any format.';
const FILE = 'gate_20261121_nonsense.txt';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const idOf = (text: string) => `${TERMINAL}:${hashOf(text)}`;

let system: SampleSystem;
let operator: Somebody;
beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  operator = await signInOperator(system);
  await system.deliver(TERMINAL, IMPOSSIBLE);
  await system.deliver(TERMINAL, NONSENSE, ANCHOR, FILE);
  for (const text of [IMPOSSIBLE, NONSENSE])
    await eventually('it is read', async () => (await outcomeOf(text)) ?? null);
}, START_MS);
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

interface Row {
  readonly id: string;
  readonly receivedAt: string;
  readonly outcome: string | null;
  readonly deliveries: number;
  readonly fileName: string | null;
  readonly sender: { readonly id: string; readonly name: string };
}
interface Page {
  readonly receivedMessages: { readonly messages: readonly Row[]; readonly next: string | null };
}

async function list(args: string): Promise<Page['receivedMessages']> {
  const row = 'id receivedAt outcome deliveries fileName sender { id name }';
  const answer = await operator.need<Page>(`{ receivedMessages(${args}) { messages { ${row} } next } }`);
  return answer.receivedMessages;
}
const idsOf = async (args: string) => (await list(args)).messages.map(({ id }) => id);

async function outcomeOf(text: string): Promise<string | null> {
  const [row] = (await list(`find: "${hashOf(text)}"`)).messages;
  return row?.outcome ?? null;
}

describe('a received message', () => {
  it('is found by the number that it is about, however it is written, and by the paper that it names', async () => {
    expect(await idsOf('find: "cbhu 380417-5"')).toContain(idOf(IMPOSSIBLE));
    expect(await idsOf('find: "COSU6499999990"')).toEqual([idOf(IMPOSSIBLE)]);
    const coffee = await list(`find: "${COFFEE}", first: 200`);
    expect(coffee.messages.length).toBeGreaterThan(3);
    expect(coffee.messages.map(({ id }) => id)).not.toContain(idOf(IMPOSSIBLE));
  });

  it('is found by its hash, the beginning of it, its id, and a part of its file name', async () => {
    for (const find of [hashOf(NONSENSE), hashOf(NONSENSE).slice(0, 10), idOf(NONSENSE), '20261121_nonsense'])
      expect(await idsOf(`find: "${find}"`), find).toEqual([idOf(NONSENSE)]);
    expect(await idsOf('find: "no such file"')).toEqual([]);
  });

  it('says who sent it, under which name, and what became of it', async () => {
    const [row] = (await list(`find: "${FILE}"`)).messages;
    expect(row).toMatchObject({
      outcome: 'UNREADABLE',
      fileName: FILE,
      sender: { id: TERMINAL },
      deliveries: 1,
    });
  });

  it('is listed by outcome, source, format and time, with a number and without', async () => {
    for (const found of ['', `find: "${FILE}", `]) {
      expect(await idsOf(`${found}show: UNREADABLE`)).toEqual([idOf(NONSENSE)]);
      expect(await idsOf(`${found}show: READ, first: 200`)).not.toContain(idOf(NONSENSE));
      expect(await idsOf(`${found}show: DEAD`)).toEqual([]);
      expect(await idsOf(`${found}show: UNREADABLE, source: "none"`)).toEqual([]);
      expect(await idsOf(`${found}show: UNREADABLE, format: "edifact-codeco"`)).toEqual([]);
      expect(await idsOf(`${found}show: UNREADABLE, from: "${ANCHOR}"`)).toEqual([idOf(NONSENSE)]);
      expect(await idsOf(`${found}show: UNREADABLE, until: "${ANCHOR}"`)).toEqual([]);
    }
    expect(await idsOf('format: "edifact-codeco", first: 200')).toContain(idOf(IMPOSSIBLE));
  });

  it('is listed once over all pages, the newest first', async () => {
    const whole = await idsOf(`find: "${COFFEE}", first: 200`);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Page['receivedMessages'] = await list(
        `find: "${COFFEE}", first: 2${after === null ? '' : `, after: "${after}"`}`,
      );
      paged.push(...page.messages.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(paged).toEqual(whole);
  });

  it('opens to its text, its findings and what it says, with the words for each', async () => {
    const fields = `__typename ... on ReceivedMessage { text { span } issues { code evidence { span } }
      claims { code about { value } parked evidence { span } } shipments { title { value } } }`;
    const asked = 'query ($id: ID!) { receivedMessage(id: $id) { ' + fields + ' } }';
    const said = await operator.need<{ receivedMessage: object }>(asked, { id: idOf(IMPOSSIBLE) });
    expect(said.receivedMessage).toMatchObject({
      text: { span: IMPOSSIBLE },
      claims: [{ code: 'GATED_OUT', about: { value: BOX }, parked: 'CONTRADICTED' }],
      shipments: [],
    });
    const coffee = await idsOf(`find: "${COFFEE}", first: 200`);
    const shown = await Promise.all(
      coffee.map((id) => operator.need<{ receivedMessage: { shipments: { title: { value: string } }[] } }>(asked, { id })),
    );
    const titles = shown.flatMap(({ receivedMessage }) => receivedMessage.shipments.map(({ title }) => title.value));
    expect(titles).toContain(COFFEE);
    const none = await operator.need<{ receivedMessage: object }>(asked, { id: 'none' });
    expect(none.receivedMessage).toEqual({ __typename: 'NotFoundError' });
  }); // prettier-ignore
});

describe('what is parked of a number', () => {
  it('is told with its reason and with what it contradicts', async () => {
    const { parkedOfNumber } = await operator.need<{ parkedOfNumber: object[] }>(
      `{ parkedOfNumber(number: "cbhu 380417-5") { box { value } statement { reason milestone { code } } contradicts { code voices { source { id } } } } }`,
    );
    expect(parkedOfNumber).toMatchObject([
      {
        box: { value: BOX },
        statement: { reason: 'CONTRADICTED', milestone: { code: 'GATED_OUT' } },
        contradicts: [{ code: 'LOADED' }, { code: 'DISCHARGED' }],
      },
    ]);
  });

  it('is found by the paper that the parked message names as well', async () => {
    const asked = (number: string) =>
      operator.need<{ parkedOfNumber: { box: { value: string } }[] }>(
        `{ parkedOfNumber(number: "${number}") { box { value } } }`,
      );
    expect((await asked('COSU6499999990')).parkedOfNumber).toEqual([{ box: { value: BOX } }]);
    expect((await asked('COSU6400000001')).parkedOfNumber).toEqual([]);
  });
});

describe('what is parked of all', () => {
  const LOOKED = { reasons: ['CONTRADICTED'], before: [0, ''], looked: 1 };
  interface Claim {
    readonly id: string;
    readonly box: { readonly value: string };
    readonly reason: string;
    readonly numbers: readonly { readonly value: string }[];
    readonly time: { readonly instant: string };
    readonly voices: readonly { readonly source: { id: string }; readonly evidence: { rawId: string } }[];
  }
  const FIELDS =
    'claims { id box { value } reason code numbers { value } time { instant } voices { source { id } evidence { rawId } } } next';
  const page = async (args: string, by = operator) =>
    (await by.need<{ parkedClaims: { claims: Claim[]; next: string | null } }>(`{ parkedClaims(${args}) { ${FIELDS} } }`))
      .parkedClaims;

  it('is told with its box, reason, papers, source and message', async () => {
    const { claims } = await page('reason: CONTRADICTED, first: 200');
    expect(claims.find(({ box }) => box.value === BOX)).toMatchObject({
      reason: 'CONTRADICTED',
      code: 'GATED_OUT',
      numbers: [{ value: 'COSU6499999990' }],
      voices: [{ source: { id: TERMINAL }, evidence: { rawId: idOf(IMPOSSIBLE) } }],
    });
    const others = await page('reason: BETWEEN_CYCLES, first: 200');
    expect(others.claims.filter(({ reason }) => reason !== 'BETWEEN_CYCLES')).toEqual([]);
    expect((await page(`source: "${TERMINAL}", first: 200`)).claims.map(({ box }) => box.value)).toContain(BOX);
    expect((await page('source: "none"')).claims).toEqual([]);
  });

  it('is read page by page, the latest event first, each claim once', async () => {
    const whole = await page('first: 200');
    expect(whole.next).toBeNull();
    const times = whole.claims.map(({ time }) => Date.parse(time.instant));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { claims, next } = await page(`first: 1${after && `, after: "${after}"`}`);
      paged.push(...claims.map(({ id }) => id));
      after = next;
    }
    expect(paged).toEqual(whole.claims.map(({ id }) => id));
    expect(await page('after: "nowhere"')).toEqual({ claims: [], next: null });
    const { parkedClaims } = await operator.need<{ parkedClaims: { edges: { cursor: string; node: { id: string } }[]; pageInfo: object } }>(
      '{ parkedClaims(first: 1) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
    );
    const [edge] = parkedClaims.edges;
    expect(edge?.node.id).toBe(paged[0]);
    expect(parkedClaims.pageInfo).toEqual({ hasNextPage: paged.length > 1, hasPreviousPage: false, endCursor: edge?.cursor });
    expect((await page(`first: 200, after: "${edge?.cursor}"`)).claims.map(({ id }) => id)).toEqual(paged.slice(1));
  });

  it('looks at so many at once, and goes on behind them', async () => {
    const { neo4j: at } = readSettings(process.env);
    const driver = neo4j.driver(at.uri, neo4j.auth.basic(at.user, at.password));
    // Of nobody who stands by them, and later than all others.
    await driver.executeQuery(
      "UNWIND range(1, 6000) AS n CREATE (:Event:OfTest {id: 'of-test-' + n, parked: 'CONTRADICTED', at: 2000000000000 + n, code: 'GATED_OUT'})",
    );
    const asked = `source: "${TERMINAL}", reason: CONTRADICTED`;
    const first = await page(asked);
    const then = await page(`${asked}, after: "${first.next}"`);
    const whole = await page(`source: "${TERMINAL}", first: 200, after: "${first.next}"`);
    const plans = await Promise.all(
      [listParked, parkedEdges].map(({ text }) => driver.executeQuery(`EXPLAIN ${text}`, { ...LOOKED, source: null, without: [], limit: 1 })),
    );
    await driver.executeQuery('MATCH (e:OfTest) DETACH DELETE e');
    await driver.close();
    expect(first.claims).toEqual([]);
    expect(then.claims.map(({ box }) => box.value)).toContain(BOX);
    expect(then.next).toBeNull();
    // What of other reasons was passed over before the edge comes behind it.
    expect(whole.claims).toEqual((await page(`source: "${TERMINAL}", first: 200`)).claims);
    for (const { summary } of plans) {
      const plan = JSON.stringify(summary.plan);
      // Backwards along the index, only what is of one instant being sorted.
      expect(plan).toMatch(/"PartialTop@/);
      expect(plan).toMatch(/"NodeIndexSeek@/);
      expect(plan).not.toMatch(/LabelScan|IndexScan@/);
    }
  }, 60_000);
}); // prettier-ignore

describe('a replay', () => {
  const REPLAY =
    'mutation ($id: ID!) { replayMessage(id: $id) { __typename ... on ReplayedMessage { id waited } } }';

  it('has one message read again, counts as no delivery, and is in the audit trail', async () => {
    const { replayMessage } = await operator.need<{ replayMessage: object }>(REPLAY, { id: idOf(NONSENSE) });
    expect(replayMessage).toMatchObject({ __typename: 'ReplayedMessage', id: idOf(NONSENSE) });
    const [row] = (await list(`find: "${FILE}"`)).messages;
    expect(row).toMatchObject({ outcome: 'UNREADABLE', deliveries: 1 });
    expect(Date.parse(row?.receivedAt ?? '')).toBe(Date.parse(ANCHOR));
    const { auditTrail } = await operator.need<{ auditTrail: { action: string; subject: string }[] }>(
      '{ auditTrail(first: 500) { action subject } }',
    );
    expect(auditTrail).toContainEqual({ action: 'replayMessage', subject: idOf(NONSENSE) });
  });

  it('acts once under one idempotency key', async () => {
    const send = async () => {
      const response = await fetch(system.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': 'replay-once',
          ...operator.credentials,
        },
        body: JSON.stringify({ query: REPLAY, variables: { id: idOf(IMPOSSIBLE) } }),
      });
      return ((await response.json()) as { data: object }).data;
    };
    expect(await send()).toEqual(await send());
    const replayed = { action: 'replayMessage', subject: idOf(IMPOSSIBLE) };
    const { auditTrail } = await operator.need<{ auditTrail: object[] }>(
      '{ auditTrail(first: 500) { action subject } }',
    );
    expect(auditTrail.filter((entry) => isDeepStrictEqual({ ...entry }, replayed))).toHaveLength(1);
  });

  it('of what is not stored says so, and leaves no trail', async () => {
    const { replayMessage } = await operator.need<{ replayMessage: object }>(REPLAY, { id: 'none:none' });
    expect(replayMessage).toEqual({ __typename: 'NotFoundError' });
    const { auditTrail } = await operator.need<{ auditTrail: { subject: string }[] }>(
      '{ auditTrail(first: 500) { subject } }',
    );
    expect(auditTrail.map(({ subject }) => subject)).not.toContain('none:none');
  });
});

it('that an operator looked at messages and lists of cargo is in the audit trail, once for each and not once for a row, and every file that he took', async () => {
  const asked = [
    '{ shipments(first: 50) { edges { node { id } } } }',
    '{ lookupMany(numbers: ["COSU6415530971", "26638154"]) { hits { shipment { id } } } }',
    `{ receivedMessage(id: "${idOf(NONSENSE)}") { ... on ReceivedMessage { text { span } } } }`,
    `{ receivedMessages(source: "${TERMINAL}", first: 20) { messages { id } } }`,
  ];
  for (const query of [...asked, ...asked]) await operator.need(query);
  for (const file of ['shipments.csv', 'shipments.xlsx'])
    expect((await (await operator.get(`/export/${file}`)).arrayBuffer()).byteLength).toBeGreaterThan(500);
  const written = [
    { action: 'listed', subject: null, times: 1 },
    { action: 'exported', subject: null, times: 2 },
    { action: 'sawMessage', subject: idOf(NONSENSE), times: 1 },
    { action: 'listedMessages', subject: TERMINAL, times: 1 },
  ];
  const found = await eventually('all is written', async () => {
    const { auditTrail } = await operator.need<{ auditTrail: { action: string; subject: string | null }[] }>('{ auditTrail(first: 500) { action subject } }');
    const counted = written.map((one) => ({
      ...one,
      times: auditTrail.filter(({ action, subject }) => action === one.action && subject === one.subject).length,
    }));
    return counted.every(({ times }, index) => times >= (written[index]?.times ?? 0)) ? counted : null;
  });
  expect(found).toEqual(written);
}); // prettier-ignore

it('a source says how much it sent in the last hour, and how long its messages waited, but for those that were read again', async () => {
  const { neo4j: at } = readSettings(process.env);
  const driver = neo4j.driver(at.uri, neo4j.auth.basic(at.user, at.password));
  const rows = [
    ['2026-11-21T09:00:00.000Z', '2026-11-21T09:00:00.400Z', null],
    ['2026-11-21T08:30:00.000Z', '2026-11-21T08:30:02.000Z', null],
    ['2026-11-21T05:00:00.000Z', '2026-11-21T05:01:30.000Z', null],
    ['2026-11-21T04:00:00.000Z', '2026-11-21T08:00:00.000Z', 'replay-1'],
    ['2026-11-21T08:59:00.000Z', null, null],
  ];
  await driver.executeQuery(
    `CREATE (:Source:OfTest {id: 'of-test', name: 'Of test', kind: 'TERMINAL'})
WITH 1 AS one UNWIND range(0, size($rows) - 1) AS n WITH n, $rows[n] AS r
CREATE (:RawMessage:OfTest {id: 'of-test:' + n, source: 'of-test', receivedAt: r[0], closedAt: r[1], reading: r[2], deliveries: []})`,
    { rows },
  );
  const pace = 'messagesLastHour lagMedianSeconds lagMostSeconds';
  const said = await operator.need<{ own: object; stated: object }>(
    `{ own: source(id: "of-test") { ... on SourceReport { ${pace} } } stated: source(id: "${TERMINAL}") { ... on SourceReport { ${pace} } } }`,
  );
  await driver.executeQuery('MATCH (n:OfTest) DETACH DELETE n');
  await driver.close();
  expect(said.own).toEqual({ messagesLastHour: 3, lagMedianSeconds: 2, lagMostSeconds: 90 });
  // The sample world says by itself when it received something.
  expect(said.stated).toMatchObject({ lagMedianSeconds: null, lagMostSeconds: null });
});
