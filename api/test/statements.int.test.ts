import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

/** All that a page shows of a journey. */
const SHIPMENT = `{ id title { value } related { title { value } } journey {
  phase logistics { code voices { source { id } } } documents { code } legs { id } containers { reference }
  livePosition { at } geometry { stops { kind } } } }`;
/** Positions are looked for where a cargo is, and once more where it is to come from. */
const TIMES_MAX = 2;
/** Enough that a statement for each would show. */
const MANY = 2 * TIMES_MAX;

let system: SampleSystem;
let ids: readonly string[];

beforeAll(async () => {
  system = await startSampleSystem();
  // Summaries are derived beside intake.
  ids = await eventually('all shipments are listed', async () => {
    const { shipments } = await need<List>('{ shipments(first: 100) { edges { node { id } } } }');
    return shipments.edges.length >= 12 ? shipments.edges.map(({ node }) => node.id) : null;
  }, 60_000); // prettier-ignore
}, 300_000);
afterAll(() => system.stop());

interface List {
  readonly shipments: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

async function need<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await ask<T>(system.url, query, variables);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** With which the process looks for news all the while, whoever asks. */
const BY_ITSELF = 'laneStates';

/** Statements of the graph that ran more often since the last call than any number of shipments needs. */
function repeated(): string[] {
  const run = system.takeStatements().filter((name) => name !== BY_ITSELF);
  expect(run.length).toBeGreaterThan(0);
  return [...new Set(run)].filter((name) => run.filter((one) => one === name).length > TIMES_MAX);
}

describe('many shipments are read with as few statements as one', () => {
  it('as nodes', async () => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Shipment ${SHIPMENT} } }`;
    system.takeStatements();
    const { nodes } = await need<{ nodes: (object | null)[] }>(query, { ids: ids.slice(0, 12) });
    expect(nodes.filter(Boolean).length).toBeGreaterThan(MANY);
    expect(repeated()).toEqual([]);
  });

  it('as rows of a list with the journey of each', async () => {
    const query = `{ shipments(first: 12) { edges { node { id shipment ${SHIPMENT} } } } }`;
    system.takeStatements();
    expect((await need<List>(query)).shipments.edges.length).toBeGreaterThan(MANY);
    expect(repeated()).toEqual([]);
  });

  it('as entries of the feed', async () => {
    const after = (await need<{ feedCursor: string }>('{ feedCursor(at: "2026-01-01T00:00:00Z") }')).feedCursor;
    const query = `query ($after: String!) { changes(after: $after, first: 30) { ... on FeedPage { entries { shipment ${SHIPMENT} } } } }`;
    type Page = { changes: { entries: { shipment: { id: string } | null }[] } };
    // The feed is read by pieces of 16 batches, which the process keeps: what counts is what its shipments cost.
    await need<Page>(query, { after });
    system.takeStatements();
    const { changes } = await need<Page>(query, { after });
    expect(new Set(changes.entries.flatMap(({ shipment }) => shipment?.id ?? [])).size).toBeGreaterThan(MANY);
    expect(repeated()).toEqual([]);
  }); // prettier-ignore

  it('as what entries of a watch list lead to', async () => {
    const made = await need<{ createWatchList: { id: string } }>('mutation { createWatchList(name: "All") { ... on WatchList { id } ... on Error { message } } }');
    const list = made.createWatchList.id;
    const numbers = ['COSU6412780350', 'CBHU3804175', '172-26114686', '26638154', 'COSU6417702388', 'COSU6415530971', '8211240963'];
    await need('mutation ($list: ID!, $numbers: [String!], $ids: [ID!]) { addToWatchList(id: $list, numbers: $numbers, shipments: $ids) { __typename } }', { list, numbers, ids });
    const query = 'query ($list: ID!) { watchList(id: $list) { entries(first: 50) { entries { shipments { id title { value } phase next { code } eta { late } exceptions { kind } } } } } }';
    type Followed = { watchList: { entries: { entries: { shipments: object[] }[] } } };
    system.takeStatements();
    const { watchList } = await need<Followed>(query, { list });
    expect(watchList.entries.entries.filter(({ shipments }) => shipments.length > 0).length).toBeGreaterThan(MANY);
    expect(repeated()).toEqual([]);
  }); // prettier-ignore
});
