import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claim, container, documentRef, placeRef } from 'graph-schema/domain/claim';
import { listKnownClaims } from 'graph-schema/cypher/read/known-claims';
import { listKnownRetractions } from 'graph-schema/cypher/read/known-retractions';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { Interpretation, ReadMessage } from 'graph-schema/domain/message';
import { standingAt } from 'graph-schema/domain/known/standing-at';
import { voiceOf } from 'graph-schema/facts/facts-from-rows';
import { readClaim } from 'graph-schema/identity/claim-text';
import { createConclusions } from '../src/graph-writer/conclude/conclusions.ts';
import { createWriterMemory } from '../src/graph-writer/write-facts.ts';
import { buryMessage } from '../src/pipeline/bury.ts';
import { planWriting } from '../src/pipeline/plan-writing.ts';
import { processRaw, type Pipeline } from '../src/pipeline/steps.ts';
import { newDelivery, openFolderStore, sha256Hex } from '../src/raw/folder-store.ts';
import { rawMessageId, type RawStore } from '../src/raw/raw-store.ts';
import { requestReplay } from '../src/raw/request-replay.ts';
import { openSourceRegistry } from '../src/sources/source-registry.ts';
import { graphPicture } from '../src/testing/graph-picture.ts';
import { listFixtures } from '../src/testing/fixture-files.ts';
import { openIngestUnderTest, RECEIVED_AT, type IngestUnderTest } from './ingest-under-test.ts';

const HOUR_MS = 3_600_000;

let system: IngestUnderTest;
beforeAll(async () => {
  system = await openIngestUnderTest();
});
afterAll(() => system.close());
beforeEach(() => system.under.clear());

/** `npm run replay -- …` beside the running server. */
function replay(...args: string[]): Promise<{ code: number | null; output: string }> {
  const script = new URL('../src/main/replay.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--conditions=development', '--import', 'tsx', script, ...args], {
    env: { ...process.env, THROUGHLINE_DATA: system.data, REDIS_PREFIX: system.redisPrefix },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}

function gate(code: EventCode, minute: number, thread: string | null = null, version = 1): ReadMessage {
  const instant = `2026-11-07T01:${String(minute).padStart(2, '0')}:00Z`;
  const event = claim({
    code,
    classifier: 'ACTUAL',
    time: { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' },
    place: placeRef({ unLocode: 'CNNBO' }),
    equipment: container('CSQU3054383'),
    loadState: 'FULL',
    documents: [documentRef('MASTER_BILL', 'TLNE6412345678')],
  });
  const attested = [{ event, messageRef: thread, span: { start: minute, end: minute + 1 }, recordedAt: null }];
  return { thread, version, attested, retraction: null };
} // prettier-ignore

/** What the one format of a pipeline says, and how long after the receipt it is read. */
interface Today {
  messages: readonly ReadMessage[] | null;
  hours?: number;
}

/** A pipeline whose one format says what the test wants it to say today. */
async function pipelineReading(folder: string, today: Today) {
  const raw = await openFolderStore(join(system.data, folder));
  const now = () => Date.parse(RECEIVED_AT) + 1000 + (today.hours ?? 0) * HOUR_MS;
  const counts = { units: 1, withEvents: 1, withPositions: 0, withIssuesOnly: 0, withoutContent: 0 };
  const { graph } = system.under;
  const pipeline: Pipeline = {
    raw,
    sources: openSourceRegistry(join(system.data, 'sources.json'), () => undefined),
    reader: {
      async plan({ header, reading }) {
        if (!today.messages) throw new Error('the format has a bug');
        const interpretation: Interpretation = { messages: today.messages, positions: [], statics: [], issues: [], counts };
        return planWriting(header, { format: 'of-the-test', interpretation, corrected: [] }, reading);
      },
      close: async () => undefined,
    },
    graph,
    corrections: () => ({}),
    memory: createWriterMemory(1000),
    conclusions: createConclusions(graph, now, () => null),
    publisher: { publish: () => undefined, close: async () => undefined },
    now,
  };
  return { raw, pipeline };
} // prettier-ignore

async function receive(raw: RawStore, pipeline: Pipeline, text: string, source = 'sample'): Promise<string> {
  const bytes = Buffer.from(text);
  const header = { source, sha256: sha256Hex(bytes), delivery: newDelivery(Date.now()), receivedAt: RECEIVED_AT };
  const name = await raw.accept({ ...header, contentType: null, fileName: null }, bytes);
  await processRaw(pipeline, name);
  return rawMessageId(header);
} // prettier-ignore

async function readAgain(raw: RawStore, pipeline: Pipeline, id: string): Promise<void> {
  const name = await requestReplay(raw, id, Date.now());
  if (name === null) throw new Error(`${id} is not stored`);
  await processRaw(pipeline, name);
}

/** What stands as of some hours after the receipt. */
async function knownAfter(hours: number): Promise<string[]> {
  const rows = [['CONTAINER:CSQU3054383', null, null]] as [string, null, null][];
  const found = await system.under.graph.read((tx) => tx.run(listKnownClaims, { rows, max: 100 }));
  const said = found.map(({ id, claim: text, said: voices }) => ({
    id,
    event: readClaim(text),
    said: voices.map(([voice, thread, version, replaces, knownAt, until]) => ({
      voice: voiceOf(voice), thread, version, replaces: replaces ?? false, knownAt, until,
    })),
  }));
  const threads = [...new Set(said.flatMap((one) => one.said.flatMap(({ thread }) => thread ?? [])))];
  const marks = await system.under.graph.read((tx) => tx.run(listKnownRetractions, { threads }));
  const at = Date.parse(RECEIVED_AT) + (hours === 0 ? -1 : hours * HOUR_MS);
  return standingAt(said, marks, at).map(({ event }) => event.code).sort();
} // prettier-ignore

describe('replay', () => {
  it('puts what a message says today in place of what it said, for its own voice only', async () => {
    const today: Today = { messages: [gate('GATED_IN', 10), gate('LOADED', 40)] };
    const { raw, pipeline } = await pipelineReading('raw-corrected', today);
    const id = await receive(raw, pipeline, 'one');
    // Another sender says the first of the two as well.
    today.messages = [gate('GATED_IN', 10)];
    await receive(raw, pipeline, 'two', 'plain');
    today.messages = [gate('GATED_OUT', 10), gate('LOADED', 40)];
    await readAgain(raw, pipeline, id);
    const stands = await system.under.query(
      `MATCH (w:RawMessage)-[:ATTESTS]->(e:Event) RETURN w.source AS source, e.code AS code ORDER BY source, code`,
    );
    expect(stands).toEqual([
      { source: 'plain', code: 'GATED_IN' },
      { source: 'sample', code: 'GATED_OUT' },
      { source: 'sample', code: 'LOADED' },
    ]);
    const before = await graphPicture(system.under);
    await readAgain(raw, pipeline, id);
    expect(await graphPicture(system.under)).toEqual(before);

    // The same as if today's reading had been the only one.
    await system.under.clear();
    const fresh = await pipelineReading('raw-fresh', today);
    await receive(fresh.raw, fresh.pipeline, 'one');
    today.messages = [gate('GATED_IN', 10)];
    await receive(fresh.raw, fresh.pipeline, 'two', 'plain');
    expect(await graphPicture(system.under)).toEqual(before);
  });

  it('restores what a wrongly read cancellation took away', async () => {
    const today: Today = { messages: [gate('GATED_IN', 10, 'T1')] };
    const { raw, pipeline } = await pipelineReading('raw-cancel', today);
    await receive(raw, pipeline, 'said');
    const said = await graphPicture(system.under);
    today.messages = [{ thread: 'T1', version: 5, attested: [], retraction: { kind: 'CANCEL', thread: 'T1', version: 5 } }];
    const id = await receive(raw, pipeline, 'no cancellation after all');
    expect(await graphPicture(system.under)).not.toEqual(said);
    today.messages = [];
    await readAgain(raw, pipeline, id);
    expect(await graphPicture(system.under)).toEqual(said);
  }); // prettier-ignore

  it('leaves what was known before as it was known then', async () => {
    const today: Today = { messages: [gate('GATED_IN', 10, 'T1'), gate('LOADED', 40, 'T2')] };
    const { raw, pipeline } = await pipelineReading('raw-then', today);
    const id = await receive(raw, pipeline, 'then');
    today.hours = 24;
    today.messages = [gate('GATED_OUT', 10, 'T1'), gate('LOADED', 40, 'T2')];
    await readAgain(raw, pipeline, id);
    today.hours = 48;
    today.messages = [gate('LOADED', 40, 'T2'), { thread: 'T3', version: 5, attested: [], retraction: { kind: 'CANCEL', thread: 'T2', version: 5 } }];
    await readAgain(raw, pipeline, id);
    today.hours = 72;
    today.messages = [gate('GATED_IN', 10, 'T1'), gate('LOADED', 40, 'T2')];
    await readAgain(raw, pipeline, id);
    expect(await knownAfter(0)).toEqual([]);
    expect(await knownAfter(1)).toEqual(['GATED_IN', 'LOADED']);
    expect(await knownAfter(25)).toEqual(['GATED_OUT', 'LOADED']);
    expect(await knownAfter(49)).toEqual([]);
    expect(await knownAfter(73)).toEqual(['GATED_IN', 'LOADED']);
  }); // prettier-ignore

  it('finds nothing that was known before in a message that could not be read', async () => {
    const today: Today = { messages: null };
    const { raw, pipeline } = await pipelineReading('raw-dead-then', today);
    await expect(receive(raw, pipeline, 'dead then')).rejects.toThrow('the format has a bug');
    const [name] = await raw.listPending();
    await buryMessage(pipeline, name ?? '', 'the format has a bug');
    const id = (await system.rawRows())[0]?.id ?? '';
    today.hours = 24;
    today.messages = [gate('GATED_IN', 10)];
    await readAgain(raw, pipeline, id);
    today.hours = 48;
    // A reading that is killed, and given up for another one.
    today.messages = [gate('GATED_IN', 10), gate('LOADED', 40)];
    const cut = { ...pipeline, conclusions: { expect: () => () => undefined, draw: () => Promise.reject(new Error('killed')) } };
    await expect(readAgain(raw, cut, id)).rejects.toThrow('killed');
    today.hours = 72;
    await readAgain(raw, pipeline, id);
    expect(await knownAfter(1)).toEqual([]);
    expect(await knownAfter(25)).toEqual(['GATED_IN']);
    expect(await knownAfter(49)).toEqual(['GATED_IN']);
    expect(await knownAfter(73)).toEqual(['GATED_IN', 'LOADED']);
  }); // prettier-ignore

  it('keeps known time, and counts no delivery', async () => {
    const today: Today = { messages: [gate('GATED_IN', 10)] };
    const { raw, pipeline } = await pipelineReading('raw-known', today);
    const id = await receive(raw, pipeline, 'known');
    await readAgain(raw, pipeline, id);
    expect(await system.rawRows()).toMatchObject([{ id, receivedAt: RECEIVED_AT, deliveries: 1, events: 1, attested: 1 }]);
    expect(await raw.listPending()).toEqual([]);
  }); // prettier-ignore

  it('gives a dead letter a new chance after the cause is gone, and leaves a good reading when it fails', async () => {
    const today: Today = { messages: null };
    const { raw, pipeline } = await pipelineReading('raw-dead', today);
    await expect(receive(raw, pipeline, 'dead')).rejects.toThrow('the format has a bug');
    const [name] = await raw.listPending();
    expect(await buryMessage(pipeline, name ?? '', 'the format has a bug')).toBe(true);
    expect(await system.rawRows()).toMatchObject([{ outcome: 'DEAD', issueCount: 1, deliveries: 1 }]);
    const id = (await system.rawRows())[0]?.id ?? '';
    today.messages = [gate('GATED_IN', 10)];
    await readAgain(raw, pipeline, id);
    expect(await system.rawRows()).toMatchObject([
      { id, outcome: 'READ', events: 1, attested: 1, issueCount: 0 },
    ]);
    today.messages = null;
    await expect(readAgain(raw, pipeline, id)).rejects.toThrow('the format has a bug');
    const [again] = await raw.listPending();
    expect(await buryMessage(pipeline, again ?? '', 'the format has a bug')).toBe(false);
    expect(await system.rawRows()).toMatchObject([{ id, outcome: 'READ', events: 1, attested: 1 }]);
    expect(await raw.listPending()).toEqual([]);
  });

  it('goes on where it was cut off', async () => {
    const today: Today = { messages: [gate('GATED_IN', 10)] };
    const { raw, pipeline } = await pipelineReading('raw-cut', today);
    const id = await receive(raw, pipeline, 'cut');
    today.messages = [gate('GATED_OUT', 10)];
    const name = (await requestReplay(raw, id, Date.now())) ?? '';
    // Killed after the facts were written and before the conclusions.
    const cut = { ...pipeline, conclusions: { expect: () => () => undefined, draw: () => Promise.reject(new Error('killed')) } };
    await expect(processRaw(cut, name)).rejects.toThrow('killed');
    expect(await raw.listPending()).toEqual([name]);
    await processRaw(pipeline, name);
    const stands = await system.under.query('MATCH (:RawMessage)-[:ATTESTS]->(e) RETURN e.code AS code');
    expect(stands).toEqual([{ code: 'GATED_OUT' }]);
  }); // prettier-ignore

  it('by command beside the running server: all twice changes nothing; an unknown id is an error', async () => {
    const ids: string[] = [];
    for (const { bytes } of listFixtures()) {
      if (bytes.length > 0) ids.push(await system.send(bytes));
      if (ids.length % 100 === 0) await system.read(ids);
    }
    await system.read(ids);
    const [picture, rows] = [await graphPicture(system.under), await outcomes()];
    for (let time = 1; time <= 2; time += 1) {
      const { code, output } = await replay('--all');
      expect(output).toContain('read again:');
      expect(code, output).toBe(0);
      expect(await graphPicture(system.under)).toEqual(picture);
      expect(await outcomes()).toEqual(rows);
    }
    expect(await replay(`sample:${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
    expect((await replay()).code).toBe(2);
  }, 300_000);
});

async function outcomes() {
  const rows = await system.rawRows();
  return rows
    .map(({ id, outcome, events, attested, deliveries, issueCount }) => ({ id, outcome, events, attested, deliveries, issueCount }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
} // prettier-ignore
