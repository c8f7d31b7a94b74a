import { createHash } from 'node:crypto';
import { createSchema, createYoga } from 'graphql-yoga';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { persistedOperations, type OperationsRule } from './persisted-operations.ts';
import { readOperations } from './read-operations.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const OPERATION = 'query Hello($name: String!) { hello(name: $name) }';
const ID = hash(OPERATION);
const KEY = { authorization: 'Bearer tl_of-nobody' };
const SHARE_LINK = { authorization: 'Bearer tls_of-nobody' };
const byId = (id: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } });

const schema = createSchema({
  typeDefs: 'type Query { hello(name: String!): String! }',
  resolvers: { Query: { hello: (_: unknown, { name }: { name: string }) => `Hello ${name}` } },
});

async function ask(rule: OperationsRule, body: object, headers: Record<string, string> = {}) {
  const { plugin } = persistedOperations(new Map([[ID, OPERATION]]), rule);
  const yoga = createYoga({ schema, plugins: [plugin], logging: false });
  const response = await yoga.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ variables: { name: 'you' }, ...body }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { hello: string };
    errors?: { extensions: { code: string } }[];
  };
  return [response.status, data?.hello ?? errors?.[0]?.extensions.code];
}

describe('an operation', () => {
  it.each([
    ['allowed', 'by id', byId(ID), {}, 200, 'Hello you'],
    ['allowed', 'as text', { query: OPERATION }, {}, 200, 'Hello you'],
    ['allowed', 'by an unknown id', byId(hash('')), {}, 404, 'PERSISTED_OPERATION_NOT_FOUND'],
    ['allowed', 'not at all', {}, {}, 400, 'OPERATION_MISSING'],
    ['required', 'by id', byId(ID), {}, 200, 'Hello you'],
    ['required', 'as text', { query: OPERATION }, {}, 403, 'PERSISTED_OPERATION_REQUIRED'],
    ['required', 'as text beside its id', { query: OPERATION, ...byId(ID) }, {}, 403, 'PERSISTED_OPERATION_REQUIRED'],
    ['required', 'as text, in a session', { query: OPERATION }, { cookie: 'tl_session=one' }, 403, 'PERSISTED_OPERATION_REQUIRED'],
    ['required', 'as text, by a share link', { query: OPERATION }, SHARE_LINK, 403, 'PERSISTED_OPERATION_REQUIRED'],
    ['required', 'as text, by the key of an API', { query: OPERATION }, KEY, 200, 'Hello you'],
    ['required', 'by an unknown id', byId(hash('')), KEY, 404, 'PERSISTED_OPERATION_NOT_FOUND'],
  ] as const)('%s, %s', async (rule, _, body, headers, status, said) => {
    expect(await ask(rule, body, headers)).toEqual([status, said]);
  });

  it('over a socket follows the same rule', () => {
    const { textOf } = persistedOperations(new Map([[ID, OPERATION]]), 'required');
    const nobody = { bearer: null, session: null };
    expect(textOf({ query: '', ...byId(ID) }, nobody)).toBe(OPERATION);
    expect(textOf({ query: '{ other }' }, { ...nobody, bearer: 'tl_of-nobody' })).toBe('{ other }');
    const refused = (params: object) => {
      try {
        return textOf(params, nobody);
      } catch (error) {
        return (error as { extensions: { code: string } }).extensions.code;
      }
    };
    expect(refused({ query: '{ other }' })).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(refused({ query: '', ...byId(hash('')) })).toBe('PERSISTED_OPERATION_NOT_FOUND');
    expect(refused({ query: '' })).toBe('OPERATION_MISSING');
  });
}); // prettier-ignore

it('that the pages ask is valid, and stands under the hash of its text', () => {
  const sdl = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  const operations = [...readOperations()];
  expect(operations.length).toBeGreaterThan(10);
  for (const [id, text] of operations) {
    expect(id).toBe(hash(text));
    expect(validate(sdl, parse(text))).toEqual([]);
  }
});
