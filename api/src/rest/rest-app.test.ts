import { OpenAPIHono } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import type { Facade, RestEnv } from './facade.ts';
import { createRestApp, isRestPath } from './rest-app.ts';

const failures: unknown[] = [];
const context = { log: { error: (...args: unknown[]) => failures.push(args) } } as unknown as Context;
const broken = new OpenAPIHono<RestEnv>();
broken.get('/v9/broken', () => {
  throw new Error('a secret of the database');
});
const facade: Facade = { paths: ['/v9'], name: 'Nine', description: 'The ninth.', app: broken };
const app = createRestApp([facade], () => context);

describe('the door of the façades', () => {
  it('names each request, by the name that its caller gave where that is one', async () => {
    const named = await app.request('/openapi.json', { headers: { 'x-request-id': 'order-17' } });
    expect(named.headers.get('x-request-id')).toBe('order-17');
    const odd = await app.request('/openapi.json', { headers: { 'x-request-id': 'a b<script>' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers an unknown path as a problem', async () => {
    const response = await app.request('/v9/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('says of a failure that there was one, and no more; the log has the rest', async () => {
    const response = await app.request('/v9/broken', { headers: { 'x-request-id': 'r1' } });
    expect(response.status).toBe(500);
    expect(response.headers.get('x-request-id')).toBe('r1');
    expect(await response.text()).not.toContain('secret');
    expect(failures).toMatchObject([[{ requestId: 'r1', path: '/v9/broken' }, 'request failed']]);
  });

  it.each([
    ['/v9', true],
    ['/v9/broken', true],
    ['/v99', false],
    ['/openapi.json', true],
    ['/graphql', false],
  ])('%s: %s', (path, expected) => {
    expect(isRestPath([facade], path)).toBe(expected);
  });
});
