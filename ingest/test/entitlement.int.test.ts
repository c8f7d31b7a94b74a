import { spawn } from 'node:child_process';
import { listNotEntitledReasons, listReceivedMessages } from 'graph-schema/cypher/read/received-messages';
import type { Entitlement } from 'graph-schema/domain/source';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { push, until, writeSources, type TestSender } from './ingest-process.ts';
import { openIngestUnderTest, type IngestUnderTest } from './ingest-under-test.ts';

// What a source may not speak of stays in its raw message, is told, and is taken once it may.
const sender = (maySpeakOf: Entitlement | null): TestSender => ({
  id: 'depot',
  key: 'key-of-depot',
  profile: { maySpeakOf },
});
const NARROW = sender({ kinds: null, places: ['CNNBO'], parties: null });
const WIDE = sender({ kinds: null, places: ['CNNBO', 'NLRTM'], parties: null });

let system: IngestUnderTest;
beforeAll(async () => {
  system = await openIngestUnderTest({}, { senders: [NARROW] });
});
afterAll(() => system.close());

const report = [
  'UNB+UNOA:2+DEPOT+THROUGHLINE+261121:0930+1',
  'UNH+1+CODECO:D:95B:UN:ITG14',
  'BGM+34+GI1+9',
  'EQD+CN+CSQU3054383+45G1:102:5++3+5',
  'RFF+BM:COSU6412345678',
  'DTM+7:202611210910:203',
  'LOC+165+CNNBO:139:6',
  'EQD+CN+CBHU3804175+45G1:102:5++3+5',
  'RFF+BM:COSU6412345678',
  'DTM+7:202611210912:203',
  'LOC+165+NLRTM:139:6',
  'UNT+11+1',
  'UNZ+1+1',
  '',
].join("'\n");

/** Boxes of which something stands. */
const told = async () =>
  (
    await system.under.query<{ box: string }>(
      `MATCH (e:Event)<-[a:ATTESTS]-() WHERE coalesce(a.withdrawn, false) = false
       MATCH (e)-[:ABOUT]->(i:Identifier) RETURN DISTINCT i.key AS box ORDER BY box`,
    )
  ).map(({ box }) => box);
const row = async (id: string) => (await system.rawRows()).find((one) => one.id === id);

/** `npm run replay -- <rawId>` beside the running server. */
function replay(id: string): Promise<number | null> {
  const script = new URL('../src/main/replay.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--conditions=development', '--import', 'tsx', script, id], {
    env: { ...process.env, THROUGHLINE_DATA: system.data, REDIS_PREFIX: system.redisPrefix },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

it('a source that is given more is believed by what it sent before', async () => {
  const answer = await push(system.url(), NARROW.key, report);
  const { rawId } = (await answer.json()) as { rawId: string };
  await system.read([rawId]);
  expect(await told()).toEqual(['CONTAINER:CSQU3054383']);
  const parked = await row(rawId);
  expect(parked).toMatchObject({ outcome: 'READ', events: 1 });
  expect(JSON.parse(parked?.issues ?? '[]')).toMatchObject([
    { code: 'NOT_ENTITLED', at: 'GATED_IN', value: 'place NLRTM' },
  ]);
  const whenever = { format: null, before: null, since: '', until: '9' };
  const listed = { ...whenever, source: NARROW.id, reason: 'place NLRTM', limit: 10 };
  const waiting = () => system.under.graph.read((tx) => tx.run(listReceivedMessages.NOT_ENTITLED, listed));
  expect(await waiting()).toMatchObject([{ id: rawId, notEntitled: 1, notEntitledFor: ['place NLRTM'] }]);
  const reasons = await system.under.graph.read((tx) => tx.run(listNotEntitledReasons, { source: null }));
  expect(reasons).toMatchObject([{ source: NARROW.id, reason: 'place NLRTM', messages: 1 }]);

  writeSources(system.data, [WIDE]);
  // Nothing changes by itself: the operator says what is to be read again.
  expect(await told()).toEqual(['CONTAINER:CSQU3054383']);
  const asked = { source: NARROW.id, which: 'NOT_ENTITLED', reason: 'place NLRTM' };
  const readAgain = (headers: Readonly<Record<string, string>>) =>
    fetch(`${system.url()}/internal/read-again`, { method: 'POST', headers, body: JSON.stringify(asked) });
  expect((await readAgain({ origin: 'https://elsewhere.example' })).status).toBe(403);
  const again = await readAgain({});
  expect(await again.json()).toEqual({ reread: 1, hasMore: false });
  await until('the second box is told', async () => (await told()).length === 2);
  expect(await told()).toEqual(['CONTAINER:CBHU3804175', 'CONTAINER:CSQU3054383']);
  await until('nothing waits any more', async () => (await waiting()).length === 0);
  expect(JSON.parse((await row(rawId))?.issues ?? '[]')).toEqual([]);

  // And taken back where it may no longer.
  writeSources(system.data, [NARROW]);
  expect(await replay(rawId)).toBe(0);
  expect(await told()).toEqual(['CONTAINER:CSQU3054383']);
});
