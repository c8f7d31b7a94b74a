import { createSocket, type Socket } from 'node:dgram';
import pino from 'pino';
import { afterEach, expect, it, vi } from 'vitest';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { Intake } from '../intake.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { listenForAisDatagrams } from './ais-udp.ts';

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

function station(port: number): (line: string) => Promise<void> {
  const socket = createSocket('udp4');
  open.push(socket);
  return (line) =>
    new Promise((resolve, reject) =>
      socket.send(`${line}\n`, port, '127.0.0.1', (error) => (error ? reject(error) : resolve())),
    );
}

it('keeps the sentences of two stations apart that number their messages alike', async () => {
  const taken: string[] = [];
  const accept: Intake['accept'] = async ({ bytes }) => {
    taken.push(Buffer.from(bytes).toString());
    return { outcome: 'ACCEPTED', rawId: 'r', sha256: 's', receivedAt: '2026-11-21T02:00:00Z' };
  };
  const sources = { find: () => sampleSource } as unknown as SourceRegistry;
  const log = pino({ level: 'silent' });
  const listener = await listenForAisDatagrams('127.0.0.1', 0, sampleSource.id, { accept }, sources, log);
  const [a, b] = [station(listener.port), station(listener.port)];
  await a('!AIVDM,2,1,3,A,first-of-a,0*00');
  await b('!AIVDM,2,1,3,A,first-of-b,0*00');
  await a('!AIVDM,2,2,3,A,second-of-a,0*00');
  await b('!AIVDM,2,2,3,A,second-of-b,0*00');
  await vi.waitFor(
    () => expect(taken.join('')).toMatch(/second-of-a[^]*second-of-b|second-of-b[^]*second-of-a/),
    {
      timeout: 10_000,
    },
  );
  await listener.stop();
  const ofOne = (name: string) => taken.filter((text) => text.includes(`-of-${name}`)).join('');
  for (const name of ['a', 'b']) {
    expect(ofOne(name)).toContain(`first-of-${name}`);
    expect(ofOne(name)).not.toContain(`-of-${name === 'a' ? 'b' : 'a'}`);
  }
});
