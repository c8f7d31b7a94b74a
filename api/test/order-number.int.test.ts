import neo4j from 'neo4j-driver';
import { findShipmentsByNumber } from 'graph-schema/cypher/read/find-shipments-by-number';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { ask } from './testing/ask.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
const [TOLD, BETWEEN, TAKEN_BACK] = [
  '2026-11-18T08:00:00Z',
  '2026-11-19T08:00:00Z',
  '2026-11-20T08:00:00Z',
] as const;
/** Nothing of the sample world is told; its senders have their keys. */
const BEFORE = '2020-01-01T00:00:00Z';
const BILL = 'COSU6400000017';
const OTHER_BILL = 'COSU6400000025';

let system: SampleSystem;
beforeAll(async () => {
  system = await startSampleSystem(undefined, undefined, BEFORE);
  await bill(
    '1',
    `BGM+705+${BILL}+9`,
    'RFF+BN:8200000017',
    'RFF+ON:PO-5001',
    'EQD+CN+CSQU3054383+45G1:102:5+++5',
  );
  await bill('2', 'BGM+714+SHFW260701+9', `RFF+BM:${BILL}`, 'RFF+ON:PO-4711/2');
  await bill('3', 'BGM+714+SHFW260702+9', `RFF+BM:${BILL}`);
  await bill('4', `BGM+705+${OTHER_BILL}+9`, 'RFF+ON:po 4711.2', 'EQD+CN+CBHU6142088+45G1:102:5+++5');
  await eventually('the bills are read', async () => ((await found('PO-4711/2')).length >= 2 ? true : null));
  await system.playUntil(BEFORE);
}, START_MS);
afterAll(() => system.stop());

/** A contract of carriage as a carrier sends it: the bill itself, the numbers beside it, its boxes. */
async function bill(ref: string, begin: string, ...segments: readonly string[]): Promise<void> {
  const isBack = begin.endsWith('+1');
  const body = [
    'UNH+1+IFTMCS:D:99B:UN',
    begin,
    'DTM+137:202611181500:203',
    ...segments.filter((one) => one.startsWith('RFF')),
    'NAD+CA+COSU:160:86',
    ...segments.filter((one) => !one.startsWith('RFF')),
  ];
  const text = ["UNA:+.? '", `UNB+UNOC:3+COSU+FWD+261118:1500+${ref}'`, ...body.map((one) => `${one}'`), `UNT+${body.length + 1}+1'`, `UNZ+1+${ref}'`]; // prettier-ignore
  await system.deliver('sample-ocean-carrier', text.join('\n'), isBack ? TAKEN_BACK : TOLD);
}

interface Hits {
  readonly lookup: { readonly shipments: readonly { readonly via: { readonly scheme: string; readonly value: string }; readonly shipment: { readonly title: { readonly value: string } } }[] };
} // prettier-ignore

async function hits(number: string, asOf: string | null = null) {
  const query = `query ($number: String!, $asOf: DateTime) { lookup(number: $number, asOf: $asOf) {
    shipments { via { scheme value } shipment { title { value } } } } }`;
  const { data, errors } = await ask<Hits>(system.url, query, { number, asOf });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.lookup.shipments;
}

async function found(number: string, asOf: string | null = null): Promise<string[]> {
  return (await hits(number, asOf)).map(({ shipment }) => shipment.title.value).sort();
}

describe('an order number', () => {
  const all = [OTHER_BILL, 'SHFW260701'];

  it.each(['PO-4711/2', 'po4711-2', 'PO 4711.2', '订单号：PO-4711/2'])('written %s leads to all whose papers name it', async (number) => {
    expect(await found(number)).toEqual(all);
    expect((await hits(number)).map(({ via }) => via)).toContainEqual({ scheme: 'REFERENCE', value: 'PO47112' });
  }); // prettier-ignore

  it('of the master alone leads to no house in it', async () =>
    expect(await found('PO-5001')).toEqual([BILL]));

  it('is answered among many numbers, in two statements', async () => {
    system.takeStatements();
    const query = 'query ($numbers: [String!]!) { lookupMany(numbers: $numbers) { hits { shipment { title { value } } } } }'; // prettier-ignore
    const { data } = await ask<{ lookupMany: { hits: { shipment: { title: { value: string } } }[] }[] }>(system.url, query, { numbers: ['PO-5001', 'PO-9999'] }); // prettier-ignore
    expect(data?.lookupMany.map((one) => one.hits.map(({ shipment }) => shipment.title.value))).toEqual([[BILL], []]); // prettier-ignore
    expect(system.takeStatements()).toEqual(['findShipmentsByNumber', 'summariesById']);
  });

  it('limits a list', async () => {
    const query = 'query ($po: String!) { shipments(filter: { purchaseOrder: $po }) { edges { node { title { value } } } } }';
    const listed = await eventually('the summaries are derived', async () => {
      const { data, errors } = await ask<{ shipments: { edges: { node: { title: { value: string } } }[] } }>(system.url, query, { po: 'po 4711/2' });
      if (!data) throw new Error(JSON.stringify(errors));
      const titles = data.shipments.edges.map(({ node }) => node.title.value);
      return titles.length >= all.length ? titles : null;
    });
    expect(listed.sort()).toEqual(all);
  }); // prettier-ignore

  it('with a slip of the hand is suggested', async () => {
    const query = 'query ($number: String!) { suggestions(number: $number) { number { scheme value } } }';
    const { data } = await ask<{ suggestions: { number: { value: string } }[] }>(system.url, query, { number: 'PO47121' }); // prettier-ignore
    expect(data?.suggestions.map(({ number }) => number)).toContainEqual({ scheme: 'REFERENCE', value: 'PO47112' }); // prettier-ignore
  });

  it('is found by the index of numbers, not by looking through them', async () => {
    const { neo4j: at } = readSettings(process.env);
    const driver = neo4j.driver(at.uri, neo4j.auth.basic(at.user, at.password));
    const { summary } = await driver.executeQuery(`EXPLAIN ${findShipmentsByNumber.text}`, { keys: [''] });
    await driver.close();
    const plan = JSON.stringify(summary.plan);
    expect(plan).toMatch(/NodeUniqueIndexSeek/);
    expect(plan).not.toMatch(/LabelScan|AllNodesScan|DirectedRelationshipTypeScan|CartesianProduct/);
  });

  it('that its sender takes back leads there no more, and did so before', async () => {
    await bill('5', 'BGM+714+SHFW260701+1');
    await eventually('the word is taken back', async () =>
      (await found('PO-4711/2')).includes('SHFW260701') ? null : true,
    );
    expect(await found('PO-4711/2')).toEqual([OTHER_BILL]);
    expect(await found('PO-4711/2', BETWEEN)).toEqual(all);
    expect(await found('PO-5001', BETWEEN)).toEqual([BILL]);
  });
});
