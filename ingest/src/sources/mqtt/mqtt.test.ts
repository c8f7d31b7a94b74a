import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import { connectAsync } from 'mqtt';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { Arrival, Intake } from '../intake.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { subscribeOverMqtt } from './mqtt.ts';

it('a message that is too large is told and not taken, and keeps nothing behind it waiting', async () => {
  const aedes = await Aedes.createBroker();
  const server = createServer(aedes.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const taken: string[] = [];
  const intake: Intake = {
    accept: async ({ bytes }: Arrival) => {
      taken.push(Buffer.from(bytes).toString());
      return { outcome: 'ACCEPTED', rawId: 'x', sha256: 'x', receivedAt: 'x' };
    },
  };
  const sources = { find: () => sampleSource } as unknown as SourceRegistry;
  const told: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => told.push(line) });
  const subscription = { source: 's', url, topics: ['a'], clientId: 'c', username: null, passwordFile: null };
  const receiver = subscribeOverMqtt(subscription, intake, sources, 10, log);
  const publisher = await connectAsync(url);
  await vi.waitFor(() => expect(aedes.connectedClients).toBe(2), { timeout: 15_000 });
  await vi.waitFor(
    async () => {
      await publisher.publishAsync('a', 'much too large', { qos: 1 });
      await publisher.publishAsync('a', 'small', { qos: 1 });
      expect(taken).toContain('small');
    },
    { timeout: 15_000, interval: 100 },
  );
  expect(taken).not.toContain('much too large');
  expect(taken.join()).toContain('{"notTaken":{"reason":"TOO_LARGE","name":"a","bytes":14,"bytesMax":10,');
  expect(told.join()).toMatch(/"bytes":14.*MQTT message is too large/);
  await receiver.stop();
  await publisher.endAsync(true);
  await new Promise<void>((resolve) => aedes.close(() => resolve()));
  server.close();
});
