import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServiceClock } from '../../clock.ts';
import { sampleDeliveries } from '../sample-deliveries.ts';
import { runWorld } from './run-world.ts';

interface Received {
  readonly key: string;
  readonly receivedAt: string | null;
  readonly bytes: Buffer;
}

const anchor = '2026-11-21T09:07:00Z';
const anchorMs = Date.parse(anchor);

let server: Server;
let ingestUrl: string;
let dataFolder: string;
let received: Received[];
/** Answers of the receiver before it accepts. */
let firstAnswers: number[];

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await bodyOf(request);
  if (request.url === '/readyz') {
    response.end(JSON.stringify({ status: 'ready', queue: { waiting: 0, active: 0 } }));
    return;
  }
  const refusal = firstAnswers.shift();
  if (refusal) {
    response.writeHead(refusal, { 'retry-after': '0.01' }).end();
    return;
  }
  const stated = request.headers['throughline-received-at'];
  const key = (request.headers.authorization ?? '').replace('Bearer ', '');
  received.push({ key, receivedAt: typeof stated === 'string' ? stated : null, bytes });
  response.writeHead(202).end(JSON.stringify({ rawId: `r${received.length}` }));
}

beforeEach(async () => {
  received = [];
  firstAnswers = [];
  dataFolder = mkdtempSync(join(tmpdir(), 'sample-world-'));
  server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  ingestUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

afterEach(() => {
  server.close();
  rmSync(dataFolder, { recursive: true });
});

/** Runs the world from `serviceStart` until a printed line satisfies `until`; answers the printed lines. */
async function run(serviceStart: number, rate: number, until: (line: string) => boolean): Promise<string[]> {
  const stop = new AbortController();
  const printed: string[] = [];
  const wallStart = Date.now();
  await runWorld({
    settings: { ingestUrl, dataFolder, aisPort: null, clockRate: rate, secret: 'test-secret' },
    serviceNow: createServiceClock({ originMs: serviceStart, wallMs: wallStart, rate }, Date.now),
    wallNow: Date.now,
    print: (line) => {
      printed.push(line);
      if (until(line)) stop.abort();
    },
    signal: stop.signal,
  });
  return printed;
}

const isReady = (line: string): boolean => line === 'sample world ready';

describe('the running sample world', { timeout: 60_000 }, () => {
  it('plays the past with its receipt times, and says what can be looked up', async () => {
    const printed = await run(anchorMs, 1, isReady);
    const past = sampleDeliveries(anchor).filter(({ deliverAt }) => Date.parse(deliverAt) <= anchorMs);
    expect(received).toHaveLength(past.length);
    expect(received.map(({ receivedAt }) => receivedAt).toSorted()).toEqual(
      past.map(({ deliverAt }) => deliverAt).toSorted(),
    );
    const line = printed.find((text) => text.startsWith('{')) ?? '{}';
    const { sampleNumbers } = JSON.parse(line) as { sampleNumbers: { kind: string; number: string }[] };
    expect(new Set(sampleNumbers.map(({ kind }) => kind))).toEqual(
      new Set([
        'MASTER_BILL',
        'HOUSE_BILL',
        'BOOKING',
        'CONTAINER',
        'AWB',
        'RAIL_NOTE',
        'DECLARATION',
        'TRANSIT',
      ]),
    );
  });

  it('sends again what a busy or failing receiver did not take', async () => {
    firstAnswers = [429, 503, 429];
    await run(anchorMs, 1, isReady);
    expect(received).toHaveLength(
      sampleDeliveries(anchor).filter(({ deliverAt }) => Date.parse(deliverAt) <= anchorMs).length,
    );
  });

  it('goes on live without receipt times, and a second start sends nothing twice', async () => {
    await run(anchorMs, 1, isReady);
    const afterFirst = received.length;
    const hours = 6;
    await run(anchorMs + hours * 3_600_000, 1, isReady);
    const due = sampleDeliveries(anchor).filter(({ deliverAt }) => {
      const at = Date.parse(deliverAt);
      return at > anchorMs && at <= anchorMs + hours * 3_600_000;
    });
    expect(due.length).toBeGreaterThan(3);
    expect(received.length - afterFirst).toBe(due.length);
    // An hour of service time in a second: the next message and the positions come within moments.
    await run(anchorMs + hours * 3_600_000, 36_000, (line) => /^\d{4}-/.test(line));
    const live = received.filter(({ receivedAt }) => receivedAt === null);
    expect(live.some(({ bytes }) => bytes.toString('latin1').includes('!AIVDM'))).toBe(true);
    expect(live.length).toBeGreaterThanOrEqual(2);
  });

  it('registers its senders with hashes only, and keeps their keys to the owner', async () => {
    await run(anchorMs, 1, isReady);
    const sources = readFileSync(join(dataFolder, 'sources.json'), 'utf8');
    const keysFile = join(dataFolder, 'sample-world', 'keys.json');
    const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, string>;
    for (const key of Object.values(keys)) expect(sources).not.toContain(key);
    expect(received.every(({ key }) => Object.values(keys).includes(key))).toBe(true);
    expect(statSync(keysFile).mode & 0o777).toBe(0o600);
  });
});
