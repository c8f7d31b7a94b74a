import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { trafficBlock } from '../bench/traffic.ts';
import { FORMATS } from '../src/formats/index.ts';
import { planClaim } from '../src/graph-writer/plan-batch.ts';
import { readMessage } from '../src/pipeline/read.ts';
import { sha256Hex } from '../src/raw/folder-store.ts';
import { listFixtures } from '../src/testing/fixture-files.ts';
import { graphPicture } from '../src/testing/graph-picture.ts';
import { push, until } from './ingest-process.ts';
import { openIngestUnderTest, RECEIVED_AT, SENDER, type IngestUnderTest } from './ingest-under-test.ts';

// P6: acknowledged is durable. The server is killed again and again while senders push at load.
const SEED = Number(process.env['TEST_SEED'] ?? Date.now() % 1_000_000);
const KILLS = 4;
const SENDERS = 6;

let system: IngestUnderTest;
beforeAll(async () => {
  system = await openIngestUnderTest();
});
afterAll(() => system.close());

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function messages(): Uint8Array[] {
  const traffic = trafficBlock({ block: SEED % 1000, boxes: 30, eventsPerArray: 40, boxesPerInterchange: 15 });
  const fixtures = listFixtures().map((fixture) => fixture.bytes);
  return [...traffic.map((message) => new Uint8Array(message.bytes)), ...fixtures];
} // prettier-ignore

/** What a reading of the bytes attests: event and place in the bytes. */
function attestationsOf(bytes: Uint8Array): string[] {
  const source = { ...SENDER.profile, id: SENDER.id } as Parameters<typeof readMessage>[1]['source'];
  const { interpretation } = readMessage(bytes, { receivedAt: RECEIVED_AT, source, places }, FORMATS);
  const found = new Set<string>();
  for (const { attested } of interpretation.messages) {
    for (const said of attested) {
      const claim = planClaim(said, null, 0, false);
      if (claim) found.add(`${claim.id}@${said.span.start}`);
    }
  }
  return [...found].sort();
}
const places = loadGazetteer();

async function attestedInGraph(): Promise<Map<string, string[]>> {
  const rows = await system.under.query<{ id: string; said: string[] }>(
    `MATCH (w:RawMessage) OPTIONAL MATCH (w)-[a:ATTESTS]->(e:Event)
     RETURN w.id AS id, collect(e.id + '@' + toString(toInteger(a.start))) AS said`,
  );
  return new Map(rows.map((row) => [row.id, row.said.sort()]));
}

it(`loses nothing that it acknowledged when it is killed at any moment (seed ${SEED})`, async () => {
  const random = randomFrom(SEED + 1);
  const queue = messages().sort(() => random() - 0.5);
  const bytesOf = new Map(queue.map((bytes) => [`${SENDER.id}:${sha256Hex(bytes)}`, bytes]));
  const acknowledged = new Set<string>();
  let acks = 0;
  let sending = true;
  // Senders who try again until they are told 202: so the same bytes may well arrive twice.
  const sender = async () => {
    for (let bytes = queue.pop(); bytes; bytes = queue.pop()) {
      for (let done = false; !done;) {
        const response = await push(system.url(), SENDER.key, bytes, { 'throughline-received-at': RECEIVED_AT }).catch(() => null);
        const answer = response?.status === 202 ? ((await response.json().catch(() => null)) as { rawId: string } | null) : null;
        if (answer) {
          acknowledged.add(answer.rawId);
          acks += 1;
          done = true;
        } else await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }; // prettier-ignore
  const total = queue.length;
  const senders = Promise.all(Array.from({ length: SENDERS }, sender)).finally(() => (sending = false));

  const dropped = trafficBlock({ block: 2000 + (SEED % 1000), boxes: 6, eventsPerArray: 30 }).map((m) => m.bytes);
  const drop = join(system.data, 'drop', SENDER.id);
  mkdirSync(drop, { recursive: true });
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const at = Math.floor(total * ((kill - 1 + random()) / KILLS));
    await until(`${at} acknowledgements`, () => acks >= at || !sending, 120_000);
    const bytes = dropped[kill];
    if (bytes) {
      // One name for all: a newer file comes while the older one may still be under way.
      writeFileSync(join(system.data, 'incoming-file'), bytes);
      await until('the former file is taken', () => !readdirSync(drop).includes('report.txt'));
      renameSync(join(system.data, 'incoming-file'), join(drop, 'report.txt'));
    }
    await system.process().kill();
    if (kill === 2) {
      const redis = new Redis(process.env['REDIS_URL'] ?? '');
      await redis.flushall();
      redis.disconnect();
    }
    await system.restart();
    // The former file must be able to be taken before the next comes.
  }
  await senders;
  const redis = new Redis(process.env['REDIS_URL'] ?? '');
  await redis.flushall();
  redis.disconnect();
  await until('the drop folder is empty', () => readdirSync(drop).length === 0);
  const droppedIds = dropped.slice(1, KILLS + 1).map((bytes) => `${SENDER.id}:${sha256Hex(bytes)}`);
  await system.read([...acknowledged, ...droppedIds]);

  expect(acknowledged.size).toBe(bytesOf.size);
  const inGraph = await attestedInGraph();
  for (const [id, bytes] of bytesOf) expect(inGraph.get(id), id).toEqual(attestationsOf(bytes));

  // Numbers of a lane follow each other without a gap, whatever was cut off.
  const lanes = await system.under.query<{ count: number; first: number; last: number }>(
    'MATCH (f:FeedBatch) RETURN f.lane AS lane, toFloat(count(f)) AS count, toFloat(min(f.seq)) AS first, toFloat(max(f.seq)) AS last',
  );
  for (const lane of lanes) expect(lane.last - lane.first + 1).toBe(lane.count);

  // The same messages without any accident give the same graph.
  const after = await graphPicture(system.under);
  await system.process().stop();
  await system.under.clear();
  await system.restart();
  const again: string[] = [];
  for (const bytes of [...bytesOf.values(), ...dropped.slice(1, KILLS + 1)]) again.push(await system.send(bytes));
  await system.read(again);
  expect(await graphPicture(system.under)).toEqual(after);
}, 600_000); // prettier-ignore
