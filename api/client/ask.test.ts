import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createClient } from './create-client.ts';
import { RequestError } from './request-error.ts';

let server: Server | null = null;
afterEach(() => void server?.close());

/** A service that answers everything so. */
async function answering(status: number, headers: Record<string, string>, body: string): Promise<string> {
  server = createServer((_, response) => response.writeHead(status, headers).end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const GRAPHQL = { 'content-type': 'application/graphql-response+json' };
const PROBLEM = { 'content-type': 'application/problem+json' };
const refused = (code: string, more = {}) =>
  JSON.stringify({ errors: [{ message: 'No.', extensions: { code, ...more } }] });

it.each([
  ['who one is', 401, GRAPHQL, refused('UNAUTHENTICATED'), { code: 'UNAUTHENTICATED', status: 401, message: 'No.' }],
  ['a failure', 500, GRAPHQL, refused('INTERNAL_SERVER_ERROR'), { code: 'INTERNAL', status: 500 }],
  ['part of it only', 200, GRAPHQL, '{"data":null,"errors":[{"message":"No."}]}', { code: 'REFUSED', status: 200 }],
  ['a limit', 429, { ...PROBLEM, 'retry-after': '42' }, '{"code":"TOO_MANY","detail":"Wait."}', { code: 'TOO_MANY', status: 429, retryAfterSeconds: 42, message: 'Wait.' }],
  ['a limit, as GraphQL tells it', 200, GRAPHQL, refused('TOO_MANY', { retryAfterSeconds: 42 }), { code: 'TOO_MANY', retryAfterSeconds: 42 }],
  ['a proxy', 502, { 'content-type': 'text/html' }, '<h1>Bad gateway</h1>', { code: 'NO_GRAPHQL', status: 502, retryAfterSeconds: null }],
  ['nothing', 200, GRAPHQL, '{}', { code: 'NO_GRAPHQL', status: 200 }],
] as const)('tells %s by a code', async (_, status, headers, body, expected) => {
  const { lookup } = createClient({ url: await answering(status, headers, body) });
  const error: unknown = await lookup('COSU6415530971').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RequestError);
  expect(error).toMatchObject(expected);
}); // prettier-ignore

it('tells that nobody answers', async () => {
  const url = await answering(200, {}, '');
  server?.close();
  await expect(createClient({ url }).lookup('COSU6415530971')).rejects.toMatchObject({ code: 'UNREACHABLE', status: null });
}); // prettier-ignore
