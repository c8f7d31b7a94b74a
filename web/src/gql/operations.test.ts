import { readdirSync, readFileSync } from 'node:fs';
import { stringifyDocument } from '@urql/core';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { listOperations } from '../../scripts/operations.mjs';
import { LookupDocument } from '../features/search/lookup.graphql.ts';
import { operationId } from './operation-id.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const operations = await listOperations();

describe('every operation of the pages', () => {
  it('is what the schema has', () => {
    const schema = buildSchema(read('../../../api/schema.graphql'));
    const wrong = operations.flatMap(({ name, text }) =>
      validate(schema, parse(text)).map(({ message }) => `${name}: ${message}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is in the list of the API, and nothing else is: npm run persisted', () => {
    const list = JSON.parse(read('../../../api/persisted-operations.json')) as Record<string, string>;
    const missing = operations.filter(({ id, text }) => list[id] !== text).map(({ name }) => name);
    const isAsked = new Set(operations.map(({ id }) => id));
    const left = Object.entries(list).flatMap(([id, text]) => (isAsked.has(id) ? [] : [text.split('\n')[0]]));
    expect({ missing, left }).toEqual({ missing: [], left: [] });
  });

  it('has a name of its own, and stands where the list looks for it', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
    const src = new URL('..', import.meta.url);
    const elsewhere = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.graphql\.ts$|\.test\.ts$/.test(file))
      .filter((file) => /\bgraphql\(/.test(readFileSync(new URL(file, src), 'utf8')));
    expect(elsewhere).toEqual([]);
  });

  it('is sent by the id that the list has', async () => {
    const { id } = operations.find(({ name }) => name === 'Lookup') ?? {};
    expect(await operationId(stringifyDocument(LookupDocument))).toBe(id);
  });
});
