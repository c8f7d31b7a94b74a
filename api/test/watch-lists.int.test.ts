import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMember, signIn, signInOperator, type Member } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

/** What the firm sees, a box of it, and what it does not see. */
const [SEEN, BOX, UNSEEN] = ['COSU6415530971', 'CBHU3804175', 'COSU6412780350'];
/** Nobody has told of these yet. */
const [UNTOLD_BILL, UNTOLD_BOX] = ['COSU6499990001', 'CSQU3054383'];
const PASSWORD = 'long enough to be one';

let system: SampleSystem;
let operator: Somebody;
let firm: Member;
/** Two people of a firm, and one of another that sees nothing. */
let [ann, ben, eve]: Somebody[] = [];

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  operator = await signInOperator(system);
  const ids = new Map([[SEEN, await idOf(SEEN)]]);
  const shown = { ...NOTHING, granted: [{ number: SEEN, groups: ALL_GROUPS, until: null }] };
  firm = await makeMember(operator, system.url, 'firm', shown, ids);
  const other = await makeMember(operator, system.url, 'other', NOTHING, ids);
  [ann, ben, eve] = [await person(firm.id, 'ann'), await person(firm.id, 'ben'), await person(other.id, 'eve')];
}, 300_000); // prettier-ignore
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

async function person(organisation: string, login: string): Promise<Somebody> {
  await operator.need(
    'mutation ($login: String!, $password: String!, $organisation: ID!) { createUser(login: $login, name: $login, password: $password, role: MEMBER, organisation: $organisation) { ... on User { id } ... on Error { message } } }',
    { login, password: PASSWORD, organisation },
  );
  return signIn(system, login, PASSWORD);
} // prettier-ignore

async function idOf(number: string): Promise<string> {
  const { lookup } = await operator.need<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
    'query ($number: String!) { lookup(number: $number) { shipments { shipment { id } } } }',
    { number },
  );
  return lookup.shipments[0]?.shipment.id ?? '';
}

const as = (who: Somebody | undefined): Somebody => {
  if (!who) throw new Error('there is nobody');
  return who;
};

interface Row {
  readonly said: string;
  readonly outcome: string;
  readonly why: string | null;
  readonly key: string | null;
  readonly repairs: readonly { readonly value: string }[];
}
interface Added {
  readonly code?: string;
  readonly list: { readonly id: string; readonly size: number };
  readonly rows: readonly Row[];
}

const ADD = `mutation ($id: ID!, $numbers: [String!], $shipments: [ID!]) { did: addToWatchList(id: $id, numbers: $numbers, shipments: $shipments) {
  ... on WatchAddition { list { id size } rows { said outcome why key repairs { value } } } ... on Error { code } } }`;
const REMOVE = `mutation ($id: ID!, $keys: [ID!], $shipments: [ID!]) { did: removeFromWatchList(id: $id, keys: $keys, shipments: $shipments) {
  ... on WatchList { id size } ... on Error { code } } }`;

async function add(who: Somebody | undefined, id: string, numbers: string[], shipments: string[] = []): Promise<Added> {
  return (await as(who).need<{ did: Added }>(ADD, { id, numbers, shipments })).did;
} // prettier-ignore
async function remove(
  who: Somebody | undefined,
  id: string,
  what: { keys?: string[]; shipments?: string[] },
) {
  return (await as(who).need<{ did: { size?: number; code?: string } }>(REMOVE, { id, ...what })).did;
}
async function create(who: Somebody | undefined, name: string): Promise<{ id?: string; code?: string }> {
  const asked =
    'mutation ($name: String!) { did: createWatchList(name: $name) { ... on WatchList { id } ... on Error { code } } }';
  return (await as(who).need<{ did: { id?: string; code?: string } }>(asked, { name })).did;
}
async function listsOf(who: Somebody | undefined, shipment: string | null = null) {
  const asked = 'query ($shipment: ID) { watchLists(shipment: $shipment) { id name size changedAt } }';
  return (await as(who).need<{ watchLists: { id: string; name: string | null; size: number }[] }>(asked, { shipment })).watchLists;
} // prettier-ignore
async function titlesOf(who: Somebody | undefined, watchList: string, filter: object = {}): Promise<string[]> {
  const asked = 'query ($filter: ShipmentFilter) { shipments(filter: $filter, first: 100) { totalCount edges { node { title { value } } } } }';
  interface Page { readonly shipments: { readonly totalCount: number; readonly edges: readonly { readonly node: { readonly title: { readonly value: string } } }[] } }
  const { shipments } = await as(who).need<Page>(asked, { filter: { ...filter, watchList } });
  expect(shipments.totalCount).toBe(shipments.edges.length);
  return shipments.edges.map(({ node }) => node.title.value);
} // prettier-ignore
interface Entry {
  readonly key: string;
  readonly said: string;
  readonly number: { readonly scheme: string } | null;
  readonly addedBy: string | null;
  readonly shipments: readonly { readonly title: { readonly value: string } }[];
}
async function entriesOf(who: Somebody | undefined, id: string, page: { first?: number; after?: string | null } = {}) {
  const asked = `query ($id: ID!, $first: Int, $after: ID) { watchList(id: $id) { entries(first: $first, after: $after) {
    next entries { key said number { scheme } addedBy shipments { title { value } } } } } }`;
  type Answer = { watchList: { entries: { next: string | null; entries: Entry[] } } | null };
  return (await as(who).need<Answer>(asked, { id, ...page })).watchList?.entries ?? null;
} // prettier-ignore

describe('what somebody follows by himself', () => {
  it('is there before anything is in it, and is his alone', async () => {
    expect(await listsOf(ann)).toEqual([{ id: 'followed', name: null, size: 0, changedAt: null }]);
    const { rows, list } = await add(ann, 'followed', [` ${BOX.slice(0, 4)} ${BOX.slice(4)} `]);
    expect([list, rows]).toMatchObject([{ id: 'followed', size: 1 }, [{ outcome: 'ADDED', key: BOX }]]);
    expect(await titlesOf(ann, 'followed')).toEqual([SEEN]);
    expect(await entriesOf(ann, 'followed')).toMatchObject({ next: null, entries: [{ key: BOX, number: { scheme: 'CONTAINER' }, addedBy: 'ann' }] });
    for (const another of [ben, eve, operator]) {
      expect(await titlesOf(another, 'followed')).toEqual([]);
      expect((await entriesOf(another, 'followed'))?.entries).toEqual([]);
    }
    // A program follows nothing by itself.
    expect(await listsOf(firm.by)).toEqual([]);
    expect(await add(firm.by, 'followed', [BOX])).toEqual({ code: 'NOT_FOUND' });
  }); // prettier-ignore

  it('says on a shipment whether it is followed, and ends with all that leads there', async () => {
    const id = await idOf(SEEN);
    expect((await listsOf(ann, id)).map((list) => list.id)).toEqual(['followed']);
    expect(await listsOf(ben, id)).toEqual([]);
    expect((await add(ann, 'followed', [SEEN], [id, 'shp_none'])).rows).toMatchObject([
      { outcome: 'ADDED' },
      { said: SEEN, outcome: 'ADDED', key: id },
      { said: 'shp_none', outcome: 'NOT_FOUND', key: null },
    ]);
    expect(await titlesOf(ann, 'followed')).toEqual([SEEN]);
    expect(await remove(ann, 'followed', { shipments: [id] })).toMatchObject({ size: 0 });
    expect(await listsOf(ann, id)).toEqual([]);
    expect(await titlesOf(ann, 'followed')).toEqual([]);
  });
});

describe('what cannot be followed', () => {
  it('says why, row by row, and keeps nothing else from being followed', async () => {
    const { rows, list } = await add(ann, 'followed', ['', 'Box', 'CBHU3804176', 'CBHU3804157', '浙B12345', BOX, BOX, UNTOLD_BILL]);
    expect(rows.map(({ outcome, why }) => why ?? outcome)).toEqual(['NO_NUMBER', 'NO_NUMBER', 'WRONG_CHECK_DIGIT', 'WRONG_CHECK_DIGIT', 'NOT_OF_CARGO', 'ADDED', 'ALREADY_THERE', 'ADDED']);
    // First what leads to cargo that he sees, also where two characters are swapped; then the right check digit.
    expect(rows[2]?.repairs.map(({ value }) => value)[0]).toBe(BOX);
    expect(rows[3]?.repairs.map(({ value }) => value)).toContain(BOX);
    expect(list.size).toBe(2);
    expect((await add(eve, 'followed', ['CBHU3804157'])).rows[0]?.repairs.map(({ value }) => value)).not.toContain(BOX);
    await remove(ann, 'followed', { keys: [BOX, UNTOLD_BILL, 'nothing'] });
    expect((await listsOf(ann))[0]?.size).toBe(0);
  }); // prettier-ignore

  it('is more than a list holds: then none of it is', async () => {
    const many = Array.from({ length: 5001 }, (_, index) => `HB${10_000_000 + index}`);
    expect(await add(ann, 'followed', many)).toEqual({ code: 'TOO_MUCH' });
    const { id = '' } = await create(ann, 'Everything');
    expect((await add(ann, id, many.slice(0, 5000))).list.size).toBe(5000);
    // Some are there already: they count once.
    expect((await add(ann, id, many.slice(1))).rows.filter(({ outcome }) => outcome === 'ADDED')).toHaveLength(1);
    const more = Array.from({ length: 5000 }, (_, index) => `HC${10_000_000 + index}`);
    expect(await add(ann, id, more)).toEqual({ code: 'TOO_MUCH' });
    expect((await listsOf(ann)).find((list) => list.id === id)?.size).toBe(5001);
    const began = performance.now();
    expect(await titlesOf(ann, id)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(10_000);
    const deleted = await as(ann).need<{ did: { size: number } }>('mutation ($id: ID!) { did: deleteWatchList(id: $id) { ... on WatchList { size } } }', { id });
    expect(deleted.did.size).toBe(5001);
  }, 120_000); // prettier-ignore
});

describe('a list of a firm', () => {
  it('is seen and changed by its people and programs, and is nothing to anybody else', async () => {
    const { id = '' } = await create(ann, '  Coffee  ');
    expect(await create(ben, 'Coffee')).toEqual({ code: 'NAME_TAKEN' });
    expect(await create(ben, '   ')).toEqual({ code: 'BAD_NAME' });
    expect(await create(eve, 'Coffee')).not.toHaveProperty('code');
    expect((await add(ben, id, [SEEN])).rows).toMatchObject([{ outcome: 'ADDED' }]);
    expect((await add(firm.by, id, [SEEN, UNSEEN])).rows).toMatchObject([{ outcome: 'ALREADY_THERE' }, { outcome: 'ADDED' }]);
    for (const one of [ann, ben, firm.by]) {
      expect((await listsOf(one)).find((list) => list.id === id)).toMatchObject({ name: 'Coffee', size: 2 });
      expect(await titlesOf(one, id)).toEqual([SEEN]);
    }
    // What they do not see is followed as what nobody has told of.
    expect((await entriesOf(ann, id))?.entries.map(({ said, shipments }) => [said, shipments.length])).toEqual([[UNSEEN, 0], [SEEN, 1]]);
    for (const one of [eve, operator]) {
      expect((await listsOf(one)).map((list) => list.id)).not.toContain(id);
      expect(await entriesOf(one, id)).toBeNull();
      expect(await titlesOf(one, id)).toEqual([]);
      expect(await add(one, id, [BOX])).toEqual({ code: 'NOT_FOUND' });
      expect(await remove(one, id, { keys: [SEEN] })).toEqual({ code: 'NOT_FOUND' });
      for (const call of [`renameWatchList(id: "${id}", name: "Mine")`, `deleteWatchList(id: "${id}")`])
        expect(await as(one).need(`mutation { did: ${call} { ... on Error { code } } }`)).toEqual({ did: { code: 'NOT_FOUND' } });
    }
    const renamed = await as(ben).need(`mutation { did: renameWatchList(id: "${id}", name: "Coffee 2026") { ... on WatchList { name size } } }`);
    expect(renamed).toEqual({ did: { name: 'Coffee 2026', size: 2 } });
    for (const call of ['renameWatchList(id: "followed", name: "Mine")', 'deleteWatchList(id: "followed")'])
      expect(await as(ann).need(`mutation { did: ${call} { ... on Error { code } } }`)).toEqual({ did: { code: 'OWN_LIST' } });
    // Beside other filters, and as a download.
    expect(await titlesOf(ann, id, { bill: SEEN })).toEqual([SEEN]);
    expect(await titlesOf(ann, id, { bill: UNSEEN })).toEqual([]);
    const file = await as(ann).get(`/export/shipments.csv?watchList=${id}`);
    expect((await file.text()).trim().split('\r\n')).toHaveLength(2);
  }); // prettier-ignore

  it('tells nobody what a number that he does not see leads to', async () => {
    // A list is no way to try out numbers: what is there and what is not are answered the same.
    const { id = '' } = await create(eve, 'Guesses');
    const { rows } = await add(eve, id, [SEEN, UNSEEN, BOX, UNTOLD_BILL]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['ADDED', 'ADDED', 'ADDED', 'ADDED']);
    expect((await entriesOf(eve, id))?.entries.every(({ shipments }) => shipments.length === 0)).toBe(true);
    expect(await titlesOf(eve, id)).toEqual([]);
    expect(await listsOf(eve, await idOf(SEEN))).toEqual([]);
    expect((await add(eve, id, [], [await idOf(SEEN)])).rows).toMatchObject([
      { outcome: 'NOT_FOUND', key: null },
    ]);
  });

  it('goes page by page, what was added last first, in the order in which it was', async () => {
    const { id = '' } = await create(ann, 'Pages');
    await add(ann, id, ['HB10000001', 'HB10000002', 'HB10000003']);
    await add(ann, id, ['HB10000004', 'HB10000005']);
    const first = await entriesOf(ann, id, { first: 3 });
    const second = await entriesOf(ann, id, { first: 3, after: first?.next ?? null });
    const keys = [first, second].map((page) => page?.entries.map(({ key }) => key));
    expect(keys).toEqual([
      ['HB10000004', 'HB10000005', 'HB10000001'],
      ['HB10000002', 'HB10000003'],
    ]);
    expect(second?.next).toBeNull();
  });

  it('is changed once by a request that is sent twice, and says in the audit trail who did', async () => {
    const send = () =>
      fetch(system.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'watch-twice', ...as(ann).credentials },
        body: JSON.stringify({ query: 'mutation { createWatchList(name: "Once") { ... on WatchList { id } ... on Error { code } } }' }),
      }).then((response) => response.json() as Promise<{ data: { createWatchList: { id: string } } }>);
    const [once, twice] = [await send(), await send()];
    expect(twice.data).toEqual(once.data);
    const { auditTrail } = await operator.need<{ auditTrail: { action: string; subject: string }[] }>('{ auditTrail(first: 100) { action subject } }');
    const { id } = once.data.createWatchList;
    expect(auditTrail.filter(({ subject }) => subject === id).map(({ action }) => action)).toEqual(['createWatchList']);
    expect(auditTrail.map(({ action }) => action)).toEqual(expect.arrayContaining(['addToWatchList', 'renameWatchList', 'removeFromWatchList', 'deleteWatchList']));
  }); // prettier-ignore
});

describe('a number that nobody has told of', () => {
  it('is followed, and becomes cargo when somebody tells of it', async () => {
    const { rows } = await add(operator, 'followed', [UNTOLD_BOX]);
    expect(rows).toMatchObject([{ outcome: 'ADDED' }]);
    expect((await entriesOf(operator, 'followed'))?.entries).toMatchObject([{ key: UNTOLD_BOX, shipments: [] }]);
    expect(await titlesOf(operator, 'followed')).toEqual([]);
    await system.deliver('ningbo-terminal', gateOut(UNTOLD_BOX, '1712').replaceAll(SEEN, UNTOLD_BILL));
    await eventually('it is told', async () => ((await titlesOf(operator, 'followed')).length > 0 ? true : null));
    expect(await titlesOf(operator, 'followed')).toEqual([UNTOLD_BILL]);
    expect((await entriesOf(operator, 'followed'))?.entries).toMatchObject([{ key: UNTOLD_BOX, shipments: [{ title: { value: UNTOLD_BILL } }] }]);
    await remove(operator, 'followed', { shipments: [await idOf(UNTOLD_BILL)] });
    expect((await entriesOf(operator, 'followed'))?.entries).toEqual([]);
  }, 60_000); // prettier-ignore

  it('is not followed as an older use of its box, or as the houses of its bill', async () => {
    const box = 'CBHU9051171';
    const { lookup } = await operator.need<{ lookup: { shipments: { shipment: { id: string; title: { value: string } } }[] } }>(
      'query ($number: String!) { lookup(number: $number) { shipments { shipment { id title { value } } } } }', { number: box });
    expect(lookup.shipments.length).toBeGreaterThan(1);
    await add(operator, 'followed', [box, UNSEEN]);
    const [newest, older] = lookup.shipments.map(({ shipment }) => shipment);
    expect((await titlesOf(operator, 'followed')).toSorted()).toEqual([newest?.title.value, UNSEEN].toSorted());
    expect(await listsOf(operator, older?.id)).toEqual([]);
    expect((await listsOf(operator, newest?.id)).map((list) => list.id)).toEqual(['followed']);
  }); // prettier-ignore
});

describe('a watch list in the filter of the feed', () => {
  const CHANGES = `query ($after: String, $list: ID) { changes(after: $after, first: 500, filter: { watchList: $list }) { ... on FeedPage { cursor entries { shipmentId kind } } ... on Error { code } } }`;
  interface Page { readonly changes: { readonly cursor: string; readonly entries: readonly { readonly shipmentId: string }[] } }
  const told = async (who: Somebody | undefined, after: string, list: string) => {
    const { changes } = await as(who).need<Page>(CHANGES, { after, list });
    return [...new Set(changes.entries.map(({ shipmentId }) => shipmentId))];
  };
  const cursorOf = async (who: Somebody | undefined) => (await as(who).need<{ feedCursor: string }>('{ feedCursor(at: "2026-01-01T00:00:00Z") }')).feedCursor;

  it('tells of what is in it when it is told, of what is seen alone, and to whom the list is', async () => {
    const id = await idOf(SEEN);
    const { id: list = '' } = await create(ann, 'Told');
    const [own, another] = [await cursorOf(ann), await cursorOf(eve)];
    expect(await told(ann, own, list)).toEqual([]);
    await add(ann, list, [BOX, UNSEEN]);
    expect(await told(ann, own, list)).toEqual([id]);
    expect(await told(eve, another, list)).toEqual([]);
    await remove(ann, list, { keys: [BOX] });
    expect(await told(ann, own, list)).toEqual([]);
    await add(ann, list, [], [id]);
    expect(await told(ann, own, list)).toEqual([id]);
    expect(await told(operator, await cursorOf(operator), list)).toEqual([]);
  });

  it('names a list of the organisation in a webhook, and no other', async () => {
    const webhook = async (list: string) =>
      operator.need<{ did: { code?: string; webhook?: { filter: { watchList: string } } } }>(
        'mutation ($list: ID!) { did: createWebhook(url: "http://127.0.0.1:9/hook", filter: { watchList: $list }) { ... on WebhookSecret { webhook { filter { watchList } } } ... on Error { code } } }', { list });
    expect((await webhook('followed')).did.code).toBe('NO_SUCH_LIST');
    expect((await webhook((await create(ann, 'Of another')).id ?? '')).did.code).toBe('NO_SUCH_LIST');
    const { id = '' } = await create(operator, 'Called');
    expect((await webhook(id)).did.webhook?.filter.watchList).toBe(id);
  });
}); // prettier-ignore
