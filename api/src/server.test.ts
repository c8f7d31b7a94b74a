import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from './context.ts';
import { createApiServer, type ApiServer } from './server.ts';
import { readSettings } from './settings.ts';

let api: ApiServer;
let url: string;
beforeAll(async () => {
  const broken = (): never => {
    throw new Error('a secret of the receivers');
  };
  const services = { access: { providers: [] }, ingest: { forward: broken }, log: pino({ level: 'silent' }) };
  api = createApiServer(services as unknown as Services, readSettings({}));
  await new Promise<void>((resolve) => api.http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(api.http.address() as AddressInfo).port}`;
});
afterAll(() => api.stop());

const OTHER_SITE = { 'sec-fetch-site': 'cross-site', 'x-request-id': 'order-17' };

async function told(path: string, init: RequestInit) {
  const response = await fetch(url + path, init);
  const [type, name] = ['content-type', 'x-request-id'].map((header) => response.headers.get(header));
  return { status: response.status, type, name, text: await response.text() };
}

it('what is no address leads nowhere, and ends nothing', async () => {
  const { port } = api.http.address() as AddressInfo;
  const first = async (lines: readonly string[]): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    socket.write([...lines, 'Host: localhost', '', ''].join('\r\n'));
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return bytes.toString().split('\r\n')[0] ?? '';
  };
  expect(await first(['GET // HTTP/1.1'])).toBe('HTTP/1.1 404 Not Found');
  const upgrade = ['GET // HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket'];
  expect(await first(upgrade)).toBe('HTTP/1.1 404 Not Found');
  expect((await told('/healthz', {})).status).toBe(200);
});

describe('a façade tells as a problem (RFC 9457)', () => {
  it.each([
    ['GET', '/v2/events'],
    ['GET', '/epcis/v2/events'],
    ['POST', '/epcis/v2/capture'],
    ['GET', '/export/shipments.csv'],
    ['GET', '/openapi.json'],
  ])('that a page of another site may not ask: %s %s', async (method, path) => {
    const { text, ...answer } = await told(path, { method, headers: OTHER_SITE });
    expect(answer).toEqual({ status: 403, type: 'application/problem+json', name: 'order-17' });
    expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status: 403, code: 'CROSS_SITE', title: expect.any(String) as string });
  }); // prettier-ignore

  it('that it failed where nothing of it could answer, and no more', async () => {
    const { text, ...answer } = await told('/epcis/v2/capture', { headers: { 'x-request-id': 'order-18' } });
    expect(answer).toEqual({ status: 500, type: 'application/problem+json', name: 'order-18' });
    expect(JSON.parse(text)).toEqual({
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      code: 'INTERNAL',
    });
  });

  it('GraphQL tells it without', async () => {
    const { status, type } = await told('/graphql?query={viewer{kind}}', { headers: OTHER_SITE });
    expect([status, type]).toEqual([403, 'application/json; charset=utf-8']);
  });
});
