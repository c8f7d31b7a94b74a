import { getNamedType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createRestApp } from '../rest/rest-app.ts';
import { FACADES } from '../rest/facades.ts';
import { schema } from '../schema.ts';
import type { Context } from '../context.ts';
import { ASYNCAPI_PATH, asyncApiDocument } from './async-api.ts';

const document = asyncApiDocument('localhost');

/** Each reference in it, with where it leads. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : references(inner),
  );
}

function find(path: string): unknown {
  const steps = path.slice(2).split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
}

describe('the AsyncAPI document', () => {
  it('refers only to what it has, and defines nothing that nobody refers to', () => {
    const all = references(document);
    expect(all.filter((path) => !path.startsWith('#/') || find(path) === undefined)).toEqual([]);
    const unused = Object.keys(document.components.schemas).filter((id) => !all.includes(`#/components/schemas/${id}`));
    expect(unused).toEqual([]);
  });

  it('tells the fields that GraphQL has, under the same names', () => {
    for (const [id, described] of Object.entries(document.components.schemas)) {
      const type = schema.getType(id);
      if (!isObjectType(type)) continue;
      const { properties } = described as { properties: Record<string, unknown> };
      const own = Object.keys(type.getFields());
      // The shipment as it is now is read, not pushed.
      const missing = own.filter((field) => getNamedType(type.getFields()[field]!.type).name !== 'Shipment' && !(field in properties)); // prettier-ignore
      expect(missing, id).toEqual([]);
      expect(Object.keys(properties).filter((field) => !own.includes(field)), id).toEqual([]);
    }
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['FeedPage', 'FeedEntry', 'FeedClaim', 'FeedChange', 'ResyncError'])); // prettier-ignore
  });

  it('is served', async () => {
    const app = createRestApp(FACADES, () => ({}) as Context);
    const served = await app.request(`http://api.example${ASYNCAPI_PATH}`);
    expect(served.status).toBe(200);
    expect(await served.json()).toMatchObject({ asyncapi: '3.0.0', servers: { sse: { host: 'api.example' } } });
  });
}); // prettier-ignore
