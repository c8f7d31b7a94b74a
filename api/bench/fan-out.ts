import { fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stopChild } from '../test/testing/child.ts';
import { eventually } from '../test/testing/deadline.ts';
import { gateIn } from '../test/testing/faults/told-boxes.ts';
import { freePort } from '../test/testing/free-port.ts';
import { isReady, startBuiltApi } from './built-api.ts';
import { median, rounded } from './figures.ts';
import { openSubscribers, type Protocol, type Subscribers } from './subscribers.ts';

// How long it takes until everybody who follows the feed knows of one change, and what that costs, next to a bare WebSocket server
// that sends a text of the same size to as many. Started by scripts/bench.mjs, which owns the stores.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    subscribers: { type: 'string', default: '1000,10000' },
    rounds: { type: 'string', default: '7' },
    'neo4j-pid': { type: 'string' },
    'redis-pid': { type: 'string' },
  },
});
const WARM_UP_ROUNDS = 3;
const KEY = 'bench-key';
const BILL = 'COSU6400099001';
const FEED = `subscription { statusFeed { ... on FeedPage { cursor entries { id shipmentId kind claims { code equipmentReference time { instant } place { unLocode } } } } } }`;

interface Round {
  /** From the first who knew to the last, milliseconds. */
  readonly spreadMs: number;
  /** From the change (its delivery as a message, or the order to broadcast) to the last, milliseconds. */
  readonly lastMs: number;
  /** CPU of the sending process for each who was told, microseconds. */
  readonly cpu: number;
}

/** User and system time of a process so far, microseconds: fields 14 and 15 of its `stat`, in hundredths of a second. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

async function rounds(count: number, subscribers: Subscribers, pid: number, change: () => Promise<void>): Promise<Round[]> {
  const all: Round[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + Number(values.rounds); round += 1) {
    const before = cpuOf(pid);
    const told = subscribers.next();
    await change();
    const { firstMs, lastMs } = await told;
    all.push({ spreadMs: lastMs - firstMs, lastMs, cpu: (cpuOf(pid) - before) / count });
  }
  return all.slice(WARM_UP_ROUNDS);
} // prettier-ignore

const summary = (all: readonly Round[]) => ({
  lastMs: Math.round(median(all.map(({ lastMs }) => lastMs))),
  spreadMs: Math.round(median(all.map(({ spreadMs }) => spreadMs))),
  cpuMicroseconds: rounded(median(all.map(({ cpu }) => cpu)), 1),
});

async function startIngest(data: string, port: number) {
  const keySha256 = createHash('sha256').update(KEY).digest('hex');
  const source = { id: 'bench', name: 'bench', kind: 'TERMINAL', defaultZone: 'Asia/Shanghai', keySha256 };
  writeFileSync(join(data, 'sources.json'), JSON.stringify([source]));
  const server = fileURLToPath(new URL('../../ingest/dist/main/server.js', import.meta.url));
  const env = { ...process.env, THROUGHLINE_DATA: data, INGEST_PORT: String(port), LOG_LEVEL: 'error', COMPUTED_ETA: 'off', DERIVER: 'off' };
  const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  await eventually('ingest is ready', async () => (await isReady(url)) || null, 60_000);
  return { url, child };
} // prettier-ignore

async function main(): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const data = mkdtempSync(join(tmpdir(), 'throughline-fan-out-'));
  const ingest = await startIngest(data, await freePort());
  const api = await startBuiltApi(await freePort(), {});
  const barePort = await freePort();
  const bare = fork(new URL('bare-broadcast.ts', import.meta.url), [String(barePort)]);
  await once(bare, 'message');
  let serial = 0;
  const push = async () => {
    const { message } = gateIn(BILL, (serial += 1));
    const headers = { authorization: `Bearer ${KEY}` };
    const response = await fetch(`${ingest.url}/v1/messages`, { method: 'POST', headers, body: message });
    if (response.status !== 202) throw new Error(`push answered ${response.status}`);
  };
  let told = '';
  const feed: Protocol = {
    url: api.url.replace('http', 'ws'),
    subprotocol: 'graphql-transport-ws',
    hello: '{"type":"connection_init"}',
    reply: (text) => (text.includes('"connection_ack"') ? JSON.stringify({ id: '1', type: 'subscribe', payload: { query: FEED } }) : null),
    isReady: (text) => text.includes('"type":"next"'),
    counts: (text) => {
      const isTold = text.includes('"ADDED"');
      if (isTold) told = text;
      return isTold;
    },
  };
  const broadcast: Protocol = { url: `ws://127.0.0.1:${barePort}`, subprotocol: null, hello: null, reply: () => null, isReady: null, counts: () => true };
  const results: object[] = [];
  try {
    for (const count of values.subscribers.split(',').map(Number)) {
      const following = await openSubscribers(count, feed);
      const ours = summary(await rounds(count, following, api.pid, push));
      following.close();
      const listening = await openSubscribers(count, broadcast);
      const send = async () => void (await fetch(`http://127.0.0.1:${barePort}`, { method: 'POST', body: told }));
      const floor = summary(await rounds(count, listening, bare.pid ?? -1, send));
      listening.close();
      const ratio = rounded(floor.cpuMicroseconds / ours.cpuMicroseconds, 3);
      results.push({ subscribers: count, feed: ours, bare: floor, ratio });
      say(
        `${count} subscribers: the last knows ${ours.lastMs} ms after the message was delivered, ${ours.spreadMs} ms after the first, ` +
          `${ours.cpuMicroseconds} µs of CPU each; bare ${floor.lastMs} ms, ${floor.spreadMs} ms, ${floor.cpuMicroseconds} µs; ratio ${ratio}`,
      );
    }
    const load = loadavg().map((one) => rounded(one));
    if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'fan-out', results, load })}\n`);
    else say(`load ${load.join(' ')}, Node ${process.version}`);
  } finally {
    bare.kill();
    await api.stop();
    await stopChild(ingest.child);
    rmSync(data, { recursive: true, force: true });
  }
} // prettier-ignore

await main();
