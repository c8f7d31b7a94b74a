import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import neo4j, { type Driver } from 'neo4j-driver';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { FORMATS } from '../src/formats/index.ts';
import { applyMigrations } from '../src/graph-writer/migrations.ts';
import { planClaim } from '../src/graph-writer/plan-batch.ts';
import { readMessage } from '../src/pipeline/read.ts';
import { freePort, push, startIngestProcess, writeSources } from '../test/ingest-process.ts';
import { prepareBare, writeBare, type BareRow } from './bare-driver.ts';
import { cpuOf, cpuPerItem, type CpuByProcess } from './process-cpu.ts';
import { trafficBlock, type TrafficMessage } from './traffic.ts';

// How fast messages become journeys, next to how fast the bare driver writes the same events down. Blocks of both in
// the order A B B A, the first pairs thrown away; started by scripts/bench.mjs, which owns the stores.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '7' },
    /** Boxes of a block, forty events each: a block takes several seconds, so that filling and draining count little. */
    boxes: { type: 'string', default: '1000' },
    /** Pairs thrown away at most, while the JVM still translates its own code, at first for 60 µs an event. */
    'warm-up': { type: 'string', default: '24' },
    'neo4j-pid': { type: 'string' },
    'redis-pid': { type: 'string' },
  },
});
const KEYS = { 'bench-carrier': 'bench-carrier-key', 'bench-terminal': 'bench-terminal-key' } as const;
/** CPU µs an event that a server may spend on translating its own code and be called warm: that passes in hours of service. */
const WARM = 8;
/** Pushes under way at once, as from a few senders. */
const SENDERS = 4;

interface Block {
  readonly messages: readonly TrafficMessage[];
  readonly rows: readonly BareRow[];
  /** Different claims, and claims with their repetitions. */
  readonly events: number;
  readonly attested: number;
}

interface Run {
  readonly seconds: number;
  readonly perSecond: number;
  readonly cpu: CpuByProcess;
}

const places = loadGazetteer();

/** The messages of a block and, read beforehand and outside the measurement, the rows that the bare driver writes. */
function prepareBlock(block: number, boxes: number): Block {
  const messages = trafficBlock({ block, boxes });
  const rows = new Map<string, BareRow>();
  let attested = 0;
  for (const { bytes, source: id } of messages) {
    const source = { ...sampleSource, id, placeAliases: {} };
    const { interpretation } = readMessage(bytes, { receivedAt: '2026-11-21T02:00:00Z', source, places }, FORMATS);
    if (interpretation.issues.some((issue) => issue.severity === 'ERROR'))
      throw new Error(`the generated traffic is not clean: ${JSON.stringify(interpretation.issues[0])}`);
    for (const message of interpretation.messages) {
      for (const said of message.attested) {
        const planned = planClaim(said, null, 0, false);
        if (!planned) throw new Error('a generated claim names nothing');
        attested += 1;
        const { event } = said;
        const at = Date.parse(event.time.instant);
        const place = event.place?.unLocode ?? '-';
        rows.set(planned.id, [planned.id, planned.subject, place, event.code, event.classifier, at, id]);
      }
    }
  }
  return { messages, rows: [...rows.values()], events: rows.size, attested };
} // prettier-ignore

async function measure(pids: Readonly<Record<string, number>>, events: number, work: () => Promise<void>): Promise<Run> {
  const before = cpuOf(pids);
  const start = process.hrtime.bigint();
  await work();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, perSecond: events / seconds, cpu: cpuPerItem(before, cpuOf(pids), events) };
} // prettier-ignore

/** Pushes all messages and waits until each has its outcome in the graph (only then does it leave `pending`). */
async function sendAll(url: string, pendingFolder: string, messages: readonly TrafficMessage[]): Promise<void> {
  let next = 0;
  const sender = async () => {
    for (let message = messages[next++]; message; message = messages[next++]) {
      for (;;) {
        const response = await push(url, KEYS[message.source], message.bytes);
        await response.arrayBuffer();
        if (response.status === 202) break;
        if (response.status !== 429) throw new Error(`push answered ${response.status}`);
      }
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  const deadline = Date.now() + 10 * 60_000;
  while (readdirSync(pendingFolder).length > 0) {
    if (Date.now() > deadline) throw new Error('messages stay pending');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
} // prettier-ignore

async function counts(driver: Driver) {
  const { records } = await driver.executeQuery(
    `RETURN COUNT { (:Event) } AS events, COUNT { (:RawMessage)-[:ATTESTS]->() } AS attested, COUNT { (:BareEvent) } AS bare,
       COUNT { (w:RawMessage) WHERE w.outcome <> 'READ' OR w.outcome IS NULL } AS notRead`,
  );
  return records[0]?.toObject() as { events: number; attested: number; bare: number; notRead: number };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

async function main(): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  const data = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  await applyMigrations({ uri, user, password });
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  await prepareBare(driver);
  writeSources(
    data,
    Object.entries(KEYS).map(([id, key]) => ({ id, key })),
  );
  const ingest = await startIngestProcess({
    data,
    redisPrefix: 'bench',
    port: await freePort(),
    isBuilt: true,
  });
  const pids: Record<string, number> = { ingest: ingest.pid, bench: process.pid };
  if (values['neo4j-pid']) pids['neo4j'] = Number(values['neo4j-pid']);
  if (values['redis-pid']) pids['redis'] = Number(values['redis-pid']);
  const pending = join(data, 'raw', 'pending');
  const sent = { events: 0, attested: 0, bare: 0 };
  const runA = async (block: Block) => {
    const run = await measure(pids, block.events, () => sendAll(ingest.url, pending, block.messages));
    sent.events += block.events;
    sent.attested += block.attested;
    return run;
  };
  const runB = async (block: Block) => {
    const run = await measure(pids, block.events, () => writeBare(driver, block.rows));
    sent.bare += block.events;
    return run;
  };
  const boxes = Number(values.boxes);
  const pairs = Number(values.pairs);
  const warmUp = Number(values['warm-up']);
  const results: { throughline: Run; bare: Run; ratio: number }[] = [];
  let number = 0;
  const nextPair = async () => {
    const block = prepareBlock(number, boxes);
    const oursFirst = number % 2 === 0;
    number += 1;
    const first = oursFirst ? await runA(block) : await runB(block);
    const second = oursFirst ? await runB(block) : await runA(block);
    const [throughline, bare] = oursFirst ? [first, second] : [second, first];
    const found = await counts(driver);
    if (found.events !== sent.events || found.attested !== sent.attested || found.bare !== sent.bare || found.notRead > 0)
      throw new Error(`counts differ: sent ${JSON.stringify(sent)}, found ${JSON.stringify(found)}`); // prettier-ignore
    const ratio = throughline.perSecond / bare.perSecond;
    const translating = throughline.cpu['jit of neo4j'] ?? 0;
    say(
      `${block.events} events in ${block.messages.length} messages: ${Math.round(throughline.perSecond)} against ` +
        `${Math.round(bare.perSecond)} events/s, ratio ${ratio.toFixed(2)}; translating ${translating} µs`,
    );
    return { throughline, bare, ratio, translating };
  };
  try {
    for (let isWarm = false; !isWarm && number < warmUp;) isWarm = (await nextPair()).translating < WARM;
    say(`${number} pairs of warming thrown away`);
    while (results.length < pairs) results.push(await nextPair());
    const report = summary(results, number - pairs);
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else say(`\n${written(report)}`);
  } catch (error) {
    say(ingest.logTail());
    throw error;
  } finally {
    await ingest.stop();
    await driver.close();
    rmSync(data, { recursive: true, force: true });
  }
}

function summary(results: readonly { throughline: Run; bare: Run; ratio: number }[], warmedBy: number) {
  const ratios = results.map((result) => result.ratio);
  const perEvent = (side: 'throughline' | 'bare') =>
    Object.fromEntries(
      Object.keys(results[0]?.[side].cpu ?? {}).map((name) => [name, median(results.map((r) => r[side].cpu[name] ?? 0))]),
    ); // prettier-ignore
  return {
    bench: 'intake',
    pairs: results.length,
    warmedBy,
    ratio: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
    eventsPerSecond: {
      throughline: Math.round(median(results.map((r) => r.throughline.perSecond))),
      bare: Math.round(median(results.map((r) => r.bare.perSecond))),
    },
    cpuMicrosecondsPerEvent: { throughline: perEvent('throughline'), bare: perEvent('bare') },
    machine: {
      cores: cpus().length,
      load: loadavg().map((load) => Number(load.toFixed(2))),
      node: process.version,
    },
  };
}

function written(report: ReturnType<typeof summary>): string {
  const { ratio, eventsPerSecond: rate, cpuMicrosecondsPerEvent: cpu, machine } = report;
  const spent = (side: Record<string, number>) =>
    Object.entries(side)
      .map(([name, each]) => `${name} ${each}`)
      .join(', ');
  return [
    `intake: ${ratio.median.toFixed(2)} of the bare driver's rate (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}, ${report.pairs} pairs)`,
    `  events a second: ${rate.throughline} through the whole path, ${rate.bare} by the bare driver`,
    `  CPU µs an event, whole path: ${spent(cpu.throughline)}`,
    `  CPU µs an event, bare driver: ${spent(cpu.bare)}`,
    `  machine: ${machine.cores} cores, load ${machine.load.join(' ')} at the end, Node ${machine.node}`,
  ].join('\n');
}

await main();
