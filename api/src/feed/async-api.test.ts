import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { OPERATOR } from 'graph-schema/domain/access/asker';
import { getNamedType, isObjectType, isUnionType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { dcsaCallbacks } from '../dcsa/callback-form.ts';
import { epcisSubscriptions } from '../epcis/subscription-form.ts';
import { contextOf, sampleViews } from '../events/testing/sample-context.ts';
import { createRestApp } from '../rest/rest-app.ts';
import { FACADES } from '../rest/facades.ts';
import { schema } from '../schema.ts';
import type { Context } from '../context.ts';
import { ASYNCAPI_PATH, asyncApiDocument } from './async-api.ts';
import type { ToldEntry } from './told-batch.ts';

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

  it('has every subscription that there is, with what it is answered with', () => {
    const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(5);
    const channels: Record<string, object> = document.channels;
    const operations = Object.values<{ channel: { $ref: string } }>(document.operations).map(({ channel }) => channel.$ref);
    for (const { name, type } of fields) {
      expect(channels[name], name).toMatchObject({ address: '/graphql', title: `Subscription ${name}` });
      expect(operations, name).toContain(`#/channels/${name}`);
      const named = getNamedType(type);
      const members = isUnionType(named) ? named.getTypes().map((one) => one.name) : [named.name];
      expect(references(channels[name]), name).toEqual(expect.arrayContaining(members.map((one) => `#/components/schemas/${one}`)));
    }
    expect(document.components.schemas['LivePositions']).toMatchObject({
      properties: { hidden: { type: 'integer' }, moved: { type: 'array', items: { $ref: '#/components/schemas/MapPosition' } } },
    });
  });

  it('describes what subscribers of standards are called with', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const [views, { dcsaCallback, epcisCallback }] = [sampleViews(), document.channels];
    const telling = {
      ...contextOf(views),
      webhook: { id: '7cec849f-72f7-4a9d-bc86-080d3c5b7c98', events: JSON.stringify({ query: {}, queryName: 'all' }) },
      asker: OPERATOR,
      see: async () => new Map(views.map((view) => [view.id, view])),
      mask: (id: string) => id,
      at: 0,
    };
    const entries = views.map(({ id, facts }) => ({ shipment: id, kind: 'VISIBLE', claims: facts.claims })) as unknown as ToldEntry[];
    const called = { webhook: telling.webhook.id, id: 'i', body: '[]', secrets: ['c2VjcmV0'] } as never;
    for (const [form, message, subscribed] of [
      [dcsaCallbacks, dcsaCallback.messages.events, '{}'],
      [epcisSubscriptions, epcisCallback.messages.document, telling.webhook.events],
    ] as const) {
      const told = await form.tell(entries, { ...telling, webhook: { ...telling.webhook, events: subscribed } } as never);
      expect(told?.count).toBeGreaterThan(5);
      expect(ajv.validate(message.payload, JSON.parse(told?.body ?? '')), JSON.stringify(ajv.errors)).toBe(true);
      expect(ajv.validate({ ...message.headers, additionalProperties: false }, form.headersOf(called, 0)), JSON.stringify(ajv.errors)).toBe(true);
    }
  });

  it('is served', async () => {
    const app = createRestApp(FACADES, () => ({}) as Context);
    const served = await app.request(`http://api.example${ASYNCAPI_PATH}`);
    expect(served.status).toBe(200);
    expect(await served.json()).toMatchObject({ asyncapi: '3.0.0', servers: { sse: { host: 'api.example' } } });
  });
}); // prettier-ignore
