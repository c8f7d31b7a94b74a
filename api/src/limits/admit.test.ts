import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { admit } from './admit.ts';
import { RateLimit } from './rate-limit.ts';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  vi.useRealTimers();
});

/** Answers by the name that the request has then. */
async function serve(limit: number): Promise<string> {
  const rate = new RateLimit(limit);
  const opened = createServer((request, response) => {
    void admit(request, response, rate).then((isAdmitted) => {
      if (isAdmitted) response.end(String(request.headers['x-request-id']));
    });
  });
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}`;
}

const as = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

it('counts by key, says what is left, and is full until the minute is over', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T09:07:18Z'), toFake: ['Date'] });
  const url = await serve(2);
  const first = await fetch(url, as('a'));
  expect(first.status).toBe(200);
  expect(first.headers.get('ratelimit')).toBe('"minute";r=1;t=60');
  expect(first.headers.get('ratelimit-policy')).toBe('"minute";q=2;w=60');
  vi.setSystemTime(Date.now() + 18_000);
  await fetch(url, as('a'));
  const over = await fetch(url, as('a'));
  expect(over.status).toBe(429);
  expect(over.headers.get('retry-after')).toBe('42');
  expect(await over.json()).toMatchObject({ status: 429, code: 'TOO_MANY' });
  expect((await fetch(url, as('b'))).status).toBe(200);
  vi.setSystemTime(Date.now() + 42_000);
  expect((await fetch(url, as('a'))).headers.get('ratelimit')).toBe('"minute";r=1;t=60');
});

it('counts a key as one, however its header is written', async () => {
  const url = await serve(2);
  for (const authorization of ['Bearer tl_a', 'bearer  tl_a'])
    expect((await fetch(url, { headers: { authorization } })).status).toBe(200);
  expect((await fetch(url, { headers: { authorization: 'BEARER tl_a' } })).status).toBe(429);
});

it('does not count who comes without a key, and names every request', async () => {
  const url = await serve(0);
  const named = await fetch(url, { headers: { 'x-request-id': 'order-17' } });
  expect([named.status, named.headers.get('x-request-id'), await named.text()]).toEqual([200, 'order-17', 'order-17']);
  const unnamed = await fetch(url);
  expect(unnamed.headers.get('ratelimit')).toBeNull();
  expect(await unnamed.text()).toBe(unnamed.headers.get('x-request-id'));
}); // prettier-ignore
