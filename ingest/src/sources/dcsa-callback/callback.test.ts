import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Door } from '../http/door.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { receiveDcsaCallback } from './callback.ts';

it('nobody hears so before the body, of which this one never sends any', async () => {
  const sources = { findByKey: () => null } as unknown as SourceRegistry;
  const door = { bytesMax: 1000 } as Door;
  const server = createServer((asked, response) => {
    void receiveDcsaCallback(door, sources, pino({ level: 'silent' }), asked, response, 'nobody');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-length': 1_000_000 };
    const asking = request({ host: '127.0.0.1', port, method: 'POST', headers });
    asking.on('response', ({ statusCode }) => resolve(statusCode));
    asking.on('error', reject);
    asking.flushHeaders();
  });
  expect(status).toBe(404);
  server.closeAllConnections();
  server.close();
});
