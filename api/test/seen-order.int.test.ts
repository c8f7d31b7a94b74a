import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInOperator } from './testing/access/accounts.ts';
import { askingAs, bearer, type Somebody } from './testing/access/asking.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

// An order tells what it follows from: whoever sees a cargo in part has it where what he sees puts it.
const SORTS = ['URGENCY', 'PHASE', 'CHANGED', 'DEPARTURE', 'ARRIVAL', 'DECLARED', 'RELEASED'];
const ORDERS = SORTS.flatMap((by) =>
  ['ASCENDING', 'DESCENDING'].map((direction) => [by, direction] as const),
);

let system: SampleSystem;
let operator: Somebody;
let all: readonly string[] = [];
let inPart: readonly string[] = [];
/** Sees half of all whole, and milestones of the others. */
let mixed: Somebody;
/** Sees milestones of them, and when they arrive. */
let milestones: Somebody;

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  operator = await signInOperator(system);
  await eventually('all shipments are listed', async () => ((await list(operator, {})).totalCount >= 12 ? true : null));
  all = (await list(operator, {})).ids.toSorted();
  inPart = all.filter((_, index) => index % 2 === 0);
  mixed = askingAs(system.url, bearer(await newKey(await given((id) => (inPart.includes(id) ? ['MILESTONES'] : ALL_GROUPS)), null)));
  milestones = askingAs(system.url, bearer(await newKey(await given(() => ALL_GROUPS), ['MILESTONES', 'ETA'])));
}, 300_000); // prettier-ignore
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

/** An organisation to which each shipment is granted as far as is said. */
async function given(groupsOf: (shipment: string) => readonly string[]): Promise<string> {
  const save = 'mutation { saveOrganisation(name: "Part", kinds: [TRADER], keys: [], sources: []) { ... on Organisation { id } ... on Error { message } } }';
  const of = (await operator.need<{ saveOrganisation: { id: string } }>(save)).saveOrganisation.id;
  const grant = 'mutation ($shipment: ID!, $of: ID!, $groups: [FieldGroup!]!) { grantShipment(shipment: $shipment, organisation: $of, groups: $groups) { ... on Grant { id } ... on Error { message } } }';
  for (const shipment of all) await operator.need(grant, { shipment, of, groups: groupsOf(shipment) });
  return of;
} // prettier-ignore

async function newKey(of: string, groups: readonly string[] | null): Promise<string> {
  const query = 'mutation ($of: ID!, $groups: [FieldGroup!]) { createApiKey(name: "part", organisation: $of, groups: $groups) { ... on NewApiKey { token } ... on Error { message } } }';
  return (await operator.need<{ createApiKey: { token: string } }>(query, { of, groups })).createApiKey.token;
} // prettier-ignore

interface Listed {
  readonly totalCount: number;
  readonly ids: readonly string[];
  readonly arrivals: readonly (string | null)[];
  readonly end: string | null;
}

async function list(who: Somebody, { by = 'URGENCY', direction = 'DESCENDING', first = 100, after = null, filter = {} }: { by?: string; direction?: string; first?: number; after?: string | null; filter?: object }): Promise<Listed> {
  const query = 'query ($filter: ShipmentFilter, $sort: ShipmentSort, $first: Int!, $after: String) { shipments(filter: $filter, sort: $sort, first: $first, after: $after) { totalCount edges { node { id arrivesAt } } pageInfo { hasNextPage endCursor } } }';
  type Answer = { shipments: { totalCount: number; edges: { node: { id: string; arrivesAt: string | null } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
  const { shipments } = await who.need<Answer>(query, { filter, sort: { by, direction }, first, after });
  const { totalCount, edges, pageInfo } = shipments;
  return { totalCount, ids: edges.map(({ node }) => node.id), arrivals: edges.map(({ node }) => node.arrivesAt), end: pageInfo.hasNextPage ? pageInfo.endCursor : null };
} // prettier-ignore

const towards = (direction: string, ids: readonly string[]) =>
  direction === 'ASCENDING' ? ids.toSorted() : ids.toSorted().toReversed();

it.each(ORDERS)('by %s %s each is there once, page by page, and counted', async (by, direction) => {
  for (const who of [mixed, milestones]) {
    const whole = await list(who, { by, direction });
    expect(whole.totalCount).toBe(all.length);
    expect(whole.ids.toSorted()).toEqual(all);
    for (const first of [2, 5]) {
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page: Listed = await list(who, { by, direction, first, after });
        paged.push(...page.ids);
        after = page.end;
      } while (after !== null);
      expect(paged).toEqual(whole.ids);
    }
  }
}); // prettier-ignore

it.each(['ASCENDING', 'DESCENDING'])('by arrival %s they stand by the arrivals that are shown', async (direction) => {
  for (const who of [mixed, milestones]) {
    const { arrivals } = await list(who, { by: 'ARRIVAL', direction });
    const known = arrivals.filter((time) => time !== null);
    expect(known.length).toBeGreaterThan(3);
    expect(arrivals.slice(0, known.length)).toEqual(known);
    expect(direction === 'ASCENDING' ? known : known.toReversed()).toEqual(known.toSorted());
  }
}); // prettier-ignore

it.each(ORDERS.filter(([by]) => by === 'DECLARED' || by === 'RELEASED'))('by %s %s what is seen without papers is last, by id', async (by, direction) => {
  expect((await list(milestones, { by, direction })).ids).toEqual(towards(direction, all));
  const ever = { from: '2000-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' };
  const filter = by === 'DECLARED' ? { declared: ever } : { released: ever };
  const dated = (await list(operator, { by, direction, filter })).ids.filter((id) => !inPart.includes(id));
  expect(dated.length).toBeGreaterThan(0);
  const rest = all.filter((id) => !dated.includes(id));
  expect((await list(mixed, { by, direction })).ids).toEqual([...dated, ...towards(direction, rest)]);
}); // prettier-ignore
