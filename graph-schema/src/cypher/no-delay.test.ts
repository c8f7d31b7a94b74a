import { once } from 'node:events';
import { connect, createServer, Socket, type AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { sendWithoutDelay } from './no-delay.ts';

it('hands what is written in one tick to the system in one piece', async () => {
  sendWithoutDelay();
  const server = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(client, 'connect');
  const [one, many] = [vi.spyOn(Socket.prototype, '_write'), vi.spyOn(Socket.prototype, '_writev' as '_write')];
  const ofClient = (spy: typeof one) => spy.mock.contexts.filter((context) => context === client).length;
  for (let i = 0; i < 100; i += 1) client.write('piece');
  let echoed = '';
  client.on('data', (chunk: Buffer) => (echoed += chunk.toString()));
  await vi.waitFor(() => expect(echoed).toBe('piece'.repeat(100)));
  expect([ofClient(one), ofClient(many)]).toEqual([0, 1]);
  vi.restoreAllMocks();
  client.destroy();
  server.close();
}); // prettier-ignore
