import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql as execute } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { createClient, graphql } from './index.ts';
import { filled } from './testing/filled.ts';
import { schema } from './testing/socket-service.ts';

let server: Server | null = null;
afterEach(() => void server?.close());

/** A service that has so many shipments and answers pages of them; what it was asked is noted. */
async function listing(count: number, asked: object[]): Promise<string> {
  const ids = Array.from({ length: count }, (_, index) => `shp_${index}`);
  const rootValue = {
    shipments({ after, first, ...rest }: { after?: string | null; first: number }) {
      asked.push({ after, first, ...rest });
      const from = after ? ids.indexOf(after) + 1 : 0;
      const page = ids.slice(from, from + first);
      const pageInfo = { hasNextPage: from + first < count, endCursor: page.at(-1) ?? null };
      return { pageInfo, edges: page.map((id) => ({ cursor: id, node: { id } })) };
    },
    lookupMany({ numbers, ...rest }: { numbers: readonly string[] }) {
      asked.push({ count: numbers.length, ...rest });
      return numbers.map((query) => ({ query }));
    },
  };
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(parts).toString()) as { query: string; variables: Record<string, unknown> }; // prettier-ignore
      void execute({
        schema,
        source: query,
        rootValue,
        variableValues: variables,
        fieldResolver: filled,
      }).then((answer) => response.end(JSON.stringify(answer)));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

it('lists page by page to the end, each asked for behind the last row of the one before', async () => {
  const asked: object[] = [];
  const client = createClient({ url: await listing(5, asked) });
  const options = { filter: { phases: ['IN_TRANSIT' as const] }, asOf: '2026-11-01T00:00:00Z', first: 2 };
  const found: string[] = [];
  for await (const { edges } of client.shipments(options)) found.push(...edges.map(({ node }) => node.id));
  expect(found).toEqual(['shp_0', 'shp_1', 'shp_2', 'shp_3', 'shp_4']);
  const { first, ...rest } = options;
  expect(asked).toEqual([null, 'shp_1', 'shp_3'].map((after) => ({ after, first, ...rest })));
});

it('goes on behind a row, and asks for no page that nobody takes', async () => {
  const asked: object[] = [];
  const client = createClient({ url: await listing(5, asked) });
  for await (const { edges } of client.shipments({ after: 'shp_1', first: 2 })) {
    expect(edges.map(({ cursor }) => cursor)).toEqual(['shp_2', 'shp_3']);
    break;
  }
  expect(asked).toEqual([{ after: 'shp_1', first: 2 }]);
});

it('looks more numbers up than one request takes, in their order', async () => {
  const asked: object[] = [];
  const client = createClient({ url: await listing(0, asked) });
  const numbers = Array.from({ length: 250 }, (_, index) => `COSU${index}`);
  const found = await client.lookupMany(numbers, '2026-11-01T00:00:00Z');
  expect(found.map(({ query }) => query)).toEqual(numbers);
  expect(asked).toEqual([100, 100, 50].map((count) => ({ count, asOf: '2026-11-01T00:00:00Z' })));
});

it('asks anything else by a document that the schema types', async () => {
  const client = createClient({ url: await listing(7, []) });
  const document = graphql(`
    query Ids($first: Int!) {
      shipments(first: $first) {
        edges {
          node {
            id
          }
        }
      }
    }
  `);
  const { shipments } = await client.ask(document, { first: 1 });
  const ids: readonly string[] = shipments.edges.map(({ node }) => node.id);
  expect(ids).toEqual(['shp_0']);
});
