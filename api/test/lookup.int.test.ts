import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ask } from './testing/ask.ts';
import { listGoldenQueries, readExpectation } from './testing/golden.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
let system: SampleSystem;

beforeAll(async () => {
  system = await startSampleSystem();
}, START_MS);
afterAll(() => system.stop());

describe('golden queries over the sample world', () => {
  it.each(listGoldenQueries())('$name', async (golden) => {
    const answer = await ask(system.url, golden.query);
    expect(answer).toEqual(readExpectation(golden, answer));
  });
});

interface Hits {
  readonly lookup: {
    readonly shipments: readonly { readonly shipment: { readonly id: string; readonly title: { readonly value: string } } }[];
  };
} // prettier-ignore

const HITS =
  'query ($number: String!) { lookup(number: $number) { shipments { shipment { id title { value } } } } }';

describe('a lookup', () => {
  it('of ten thousand characters finds nothing, soon', async () => {
    const began = performance.now();
    for (const number of ['9'.repeat(10_000), 'COSU64'.repeat(1667), '提'.repeat(10_000)]) {
      const answer = await ask<Hits>(system.url, HITS, { number });
      expect(answer).toEqual({ data: { lookup: { shipments: [] } } });
    }
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('leads to ids that answer for themselves', async () => {
    const found = await ask<Hits>(system.url, HITS, { number: '172-26114686' });
    const id = found.data?.lookup.shipments[0]?.shipment.id;
    const byId = await ask(
      system.url,
      'query ($id: ID!) { shipment(id: $id) { __typename ... on Shipment { id title { value } } } }',
      { id },
    );
    expect(byId).toEqual({
      data: { shipment: { __typename: 'Shipment', id, title: { value: '172-26114686' } } },
    });
    const asNodes = await ask(
      system.url,
      `query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id ... on Shipment { title { value } } } nodes(ids: $ids) { __typename id } }`,
      { id, ids: ['shp_none', id] },
    );
    expect(asNodes).toEqual({
      data: { node: { id, title: { value: '172-26114686' } }, nodes: [null, { __typename: 'Shipment', id }] },
    });
  });

  it('of a master with houses asks the graph as often as that of a bill alone', async () => {
    const query = `query ($number: String!) { lookup(number: $number) { candidates { found } shipments { shipment {
      identifiers { value } related { title { value } }
      journey { logistics { code voices { source { id } } } legs { id } livePosition { at } geometry { stops { kind } } }
    } } } }`; // prettier-ignore
    const asked = async (number: string) => {
      system.takeStatements();
      const answer = await ask<Hits>(system.url, query, { number });
      return { shipments: answer.data?.lookup.shipments.length, statements: system.takeStatements() };
    };
    const house = await asked('JLR26CKG00117');
    const master = await asked('COSU6412780350');
    expect([house.shipments, master.shipments]).toEqual([1, 3]);
    expect(master.statements).toEqual(house.statements);
    expect(master.statements).toEqual([
      'findShipmentsByNumber',
      'journeyFacts',
      'shipNames',
      'runClaims',
      // When sources and ships were heard last and not, how far words of arrivals were off, then where the ships are.
      'sourceFreshness',
      'findMeans',
      'trackEnds',
      'readLearnedAnew',
      'findMeans',
      'listTracks',
    ]);
  });

  it('in the name of who looks at a page of another site is refused, over HTTP and over the socket', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    const body = JSON.stringify({ query: HITS, variables: { number: '172-26114686' } });
    const [answer] = (await once(
      request(system.url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
      }).end(body),
      'response',
    )) as [IncomingMessage];
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    answer.resume();
    const socket = new WebSocket(system.url.replace(/^http/, 'ws'), 'graphql-transport-ws', { headers });
    const [refused] = (await once(socket, 'error')) as [Error];
    expect(refused.message).toContain('403');
  });

  it('of what the schema does not know is refused in the words of GraphQL', async () => {
    const answer = await ask(system.url, '{ lookup(number: "x") { parties } }');
    expect(answer.errors?.[0]?.message).toContain('Cannot query field "parties"');
  });
});
