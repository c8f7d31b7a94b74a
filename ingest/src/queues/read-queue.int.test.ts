import { Redis } from 'ioredis';
import { pino } from 'pino';
import neo4j from 'neo4j-driver';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPublisher } from '../publisher/publisher.ts';
import { openReadQueue, startReadWorker } from './read-queue.ts';

const url = process.env['REDIS_URL'] ?? '';
const log = pino({ level: 'silent' });
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

let runs = 0;
async function open(process: (name: string) => Promise<void>) {
  const prefix = `queue-test-${globalThis.process.pid}-${(runs += 1)}`;
  const buried: string[] = [];
  let ready = 0;
  const queue = openReadQueue(url, prefix, log, () => (ready += 1));
  closing.push(() => queue.close());
  const worker = startReadWorker(url, prefix, {
    process,
    bury: async (name, reason) => void buried.push(`${name}: ${reason}`),
    concurrency: 2,
    log,
  });
  closing.push(() => worker.close());
  await vi.waitFor(() => expect(ready).toBe(1), { timeout: 10_000 });
  return { queue, buried };
}
const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 50 });

describe('the queue of messages to read', () => {
  it('has one job for a message however often it is queued, and takes it again afterwards', async () => {
    const done: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { queue } = await open(async (name) => {
      if (done.length === 0) await held;
      done.push(name);
    });
    await queue.enqueue('a~1');
    await queue.enqueueAll(['a~1', 'a~1']);
    await soon(async () => expect(await queue.counts()).toMatchObject({ active: 1, waiting: 0 }));
    release();
    await soon(() => expect(done).toEqual(['a~1']));
    await soon(async () => expect(await queue.counts()).toMatchObject({ active: 0, waiting: 0, failed: 0 }));
    await queue.enqueueAll(['a~1', 'b~2']);
    await soon(() => expect(done).toEqual(['a~1', 'a~1', 'b~2']));
  });

  it('buries a message after its last attempt and keeps nothing that would bar it from the queue', async () => {
    let attempts = 0;
    const { queue, buried } = await open(async () => {
      attempts += 1;
      throw new Error('the format has a bug');
    });
    await queue.enqueue('bad~1');
    await soon(() => expect(buried).toEqual(['bad~1: the format has a bug']));
    expect(attempts).toBe(5);
    await soon(async () =>
      expect(await queue.counts()).toMatchObject({ active: 0, waiting: 0, delayed: 0, failed: 0 }),
    );
  });

  it('uses up no attempt while the graph is away', async () => {
    let tries = 0;
    const { queue, buried } = await open(async () => {
      tries += 1;
      if (tries <= 2) throw new neo4j.Neo4jError('away', 'ServiceUnavailable', '08000', '');
    });
    await queue.enqueue('patient~1');
    await soon(async () => {
      expect(tries).toBe(3);
      expect(await queue.counts()).toMatchObject({ active: 0, waiting: 0, delayed: 0 });
    });
    expect(buried).toEqual([]);
  });
});

it('nudges whoever listens on the topic of this installation', async () => {
  const heard: string[] = [];
  const listener = new Redis(url);
  const publisher = createPublisher(url, 'nudge-test', () => undefined);
  closing.push(async () => listener.disconnect());
  closing.push(() => publisher.close());
  await listener.subscribe('nudge-test:journey:changed');
  listener.on('message', (_, text) => heard.push(text));
  const change = { shipmentId: 'shp_1', lane: 2, seq: 7 };
  // A nudge before the connection stands is lost, which harms nobody.
  await vi.waitFor(() => {
    publisher.publish('journey:changed', [change]);
    expect(heard.map((text) => JSON.parse(text) as unknown)).toContainEqual(change);
  });
});
