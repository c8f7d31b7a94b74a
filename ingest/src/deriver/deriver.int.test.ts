import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { claim, container, documentRef, placeRef } from 'graph-schema/domain/claim';
import { isConsequence, type FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { ShipmentSummary } from 'graph-schema/domain/summary/summary';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { LoadedFacts } from 'graph-schema/facts/load-facts';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { each, ship, told } from 'graph-schema/testing/journey-story';
import { ningbo, rotterdam, singapore } from 'graph-schema/testing/sample-locations';
import type { Graph } from '../graph-writer/graph.ts';
import { openGraphUnderTest, type GraphUnderTest } from '../testing/graph-under-test.ts';
import { createDerive, type Derive } from './derive-batch.ts';
import { startDeriver, type Deriver, type DerivedBatch } from './deriver.ts';

const derive = createDerive(loadGazetteer());
const running: Deriver[] = [];
const problems: unknown[] = [];
let under: GraphUnderTest;
let clock = Date.parse('2026-11-01T00:00:00Z');
beforeAll(async () => {
  under = await openGraphUnderTest();
});
beforeEach(() => under.clear());
afterEach(async () => {
  for (const deriver of running.splice(0)) await deriver.stop();
  problems.length = 0;
});
afterAll(() => under.close());

interface Watched {
  readonly batches: DerivedBatch[];
  readonly deriver: Deriver;
}

function start(over: { graph?: Pick<Graph, 'read' | 'write'>; derive?: Derive; rate?: number; derivedBy?: string } = {}): Watched {
  const batches: DerivedBatch[] = [];
  const deriver = startDeriver({
    graph: over.graph ?? under.graph,
    derive: over.derive ?? derive,
    now: () => clock,
    clockRate: over.rate ?? 60,
    owner: `test-${running.length}-${Math.round(performance.now())}`,
    derivedBy: over.derivedBy ?? 'this code',
    onDerived: (batch) => batches.push(batch),
    onProblem: (problem, error) => problems.push([problem, error]),
  });
  running.push(deriver);
  return { batches, deriver };
} // prettier-ignore

function said(events: readonly TrackingEvent[]): ReadMessage {
  const attested = events.map((event) => ({ event, messageRef: null, span: { start: 0, end: 1 }, recordedAt: null })); // prettier-ignore
  return { thread: null, version: 0, attested, retraction: null };
}

/** A box gated in under its bill: one shipment each. */
function gatedIn(index: number, minute: number): TrackingEvent {
  const instant = new Date(Date.parse('2026-10-20T00:00:00Z') + minute * 60_000).toISOString().replace('.000Z', 'Z');
  return claim({
    code: 'GATED_IN',
    classifier: 'ACTUAL',
    loadState: 'FULL',
    time: { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' },
    place: placeRef({ unLocode: 'CNNBO' }),
    equipment: container(`CBHU${String(index).padStart(7, '0')}`),
    documents: [documentRef('MASTER_BILL', `COSU64${String(index).padStart(8, '0')}`)],
  });
} // prettier-ignore

interface Stored {
  readonly anchor: string;
  readonly summary: ShipmentSummary;
  readonly changesAt: number | null;
  readonly attention: string | null;
}

async function summaries(): Promise<Stored[]> {
  const rows = await under.query<Omit<Stored, 'summary'> & { summary: string }>(
    `MATCH (s:Shipment) MATCH (m:ShipmentSummary {id: s.id})
     RETURN s.anchor AS anchor, m.summary AS summary, m.changesAt AS changesAt, m.attention AS attention ORDER BY anchor`,
  );
  return rows.map((row) => ({ ...row, summary: JSON.parse(row.summary) as ShipmentSummary }));
}

async function derivedEntries(): Promise<FeedEntry[]> {
  const rows = await under.query<{ entries: string }>(`MATCH (f:FeedBatch) RETURN f.entries AS entries ORDER BY f.lane, f.seq`);
  return rows.flatMap(({ entries }) => (JSON.parse(entries) as FeedEntry[]).filter(({ derived }) => derived));
} // prettier-ignore

async function until(what: string, holds: () => Promise<boolean> | boolean, limitMs = 40_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${limitMs} ms: ${what}; ${JSON.stringify(problems)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
} // prettier-ignore

/** Nothing of the feed is ahead of what was derived, but for what the deriver wrote itself. */
async function isAllDerived(): Promise<boolean> {
  const rows = await under.query<{ open: string[] }>(
    `MATCH (d:Deriver) MATCH (f:FeedBatch {lane: d.lane}) WHERE f.seq > d.seq RETURN collect(f.entries) AS open`,
  );
  return (rows[0]?.open ?? []).every((entries) => (JSON.parse(entries) as FeedEntry[]).every(isConsequence));
} // prettier-ignore

const MANY = 400;

it('derives many shipments in batches, each with an entry of the feed, and is then still', async () => {
  const { batches } = start();
  for (let i = 0; i < MANY; i += 40)
    await under.deliver({ source: 'a', messages: [said(Array.from({ length: 40 }, (_, k) => gatedIn(i + k, k)))] });
  await until('all are derived', async () => (await summaries()).length === MANY && (await isAllDerived()));
  const all = await summaries();
  expect(new Set(all.map(({ summary }) => `${summary.phase} ${summary.place?.unLocode}`))).toEqual(new Set(['AT_ORIGIN CNNBO']));
  expect((await derivedEntries()).length).toBe(MANY);
  expect(batches.length).toBeLessThan(MANY / 4);
  const before = batches.length;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(batches.length).toBe(before);
  expect(problems).toEqual([]);
}); // prettier-ignore

it('derives a chatty shipment a few times a second at most, and its last word counts', async () => {
  const { batches } = start();
  const begin = performance.now();
  for (let i = 0; i < 60; i += 1) await under.deliver({ source: 'a', messages: [said([gatedIn(1, i)])] });
  const last = told('TERMINAL', 'LOADED', '2026-10-22 10:00', ningbo, { load: 'FULL', on: ship('KAPOK', '114S', '9074729') }).event;
  const { equipment, documents } = gatedIn(1, 0);
  await under.deliver({ source: 'a', messages: [said([{ ...last, equipment, documents }])] });
  await until('the loading shows', async () => (await summaries())[0]?.summary.phase === 'IN_TRANSIT');
  const seconds = (performance.now() - begin) / 1000;
  const times = batches.reduce((sum, { derived }) => sum + derived, 0);
  expect(times / seconds).toBeLessThan(4);
}); // prettier-ignore

it('loses nothing when it is killed in the middle of a batch, or its writes fail', async () => {
  let writes = 0;
  const killed = start({
    graph: {
      read: under.graph.read,
      // The third batch never comes back, as if the process had died with it.
      write: (work) => (++writes > 3 ? new Promise<never>(() => undefined) : under.graph.write(work)),
    },
  });
  await under.deliver({ source: 'a', messages: [said(Array.from({ length: 300 }, (_, k) => gatedIn(k, k)))] });
  await until('it hangs', () => writes > 3);
  running.length = 0;
  expect(killed.batches.length).toBeGreaterThan(0);
  expect((await summaries()).length).toBeLessThan(300);
  // Its lease runs out.
  await under.query(`MATCH (d:Deriver) SET d.until = 0`);
  let failures = 2;
  start({
    graph: {
      read: under.graph.read,
      write: (work) => (failures-- > 0 ? Promise.reject(new Error('away')) : under.graph.write(work)),
    },
  });
  await until('the next one goes on', async () => (await summaries()).length === 300 && (await isAllDerived()));
  expect((await derivedEntries()).length).toBe(300);
  expect(problems.length).toBe(2);
}); // prettier-ignore

it('of two one derives, and the other takes over when it stops', async () => {
  const first = start();
  await until('it has the lanes', async () => (await under.query(`MATCH (d:Deriver) WHERE d.until > timestamp() RETURN d`)).length === 4);
  const second = start();
  await under.deliver({ source: 'a', messages: [said([gatedIn(1, 1)])] });
  await until('one derives', async () => (await summaries()).length === 1);
  expect(second.batches).toEqual([]);
  await first.deriver.stop();
  await under.deliver({ source: 'a', messages: [said([gatedIn(2, 2)])] });
  await until('the other derives', async () => (await summaries()).length === 2);
  // The graph shows it a moment before the deriver hears that it was written.
  await until('it says so', () => second.batches.length > 0);
  expect(second.batches.length).toBe(1);
  expect((await derivedEntries()).length).toBe(2);
}); // prettier-ignore

it('opens an exception when its time comes, with nobody looking, and closes it by a fact', async () => {
  clock = Date.parse('2026-11-01T00:00:00Z');
  const bill = 'MASTER_BILL:COSU6400000017';
  const [kapok, meridian] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483')];
  const boxes = ['CSQU3054383'];
  const toHub = [
    told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: meridian, paper: bill }),
    ...each(boxes, (box) => told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { box, load: 'FULL', on: kapok, paper: bill })),
    ...each(boxes, (box) => told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { box, load: 'FULL', on: kapok, paper: bill })),
  ].map(({ event }) => event);
  await under.deliver({ source: 'a', messages: [said(toHub)] });
  start();
  await until('it is at the hub', async () => (await summaries())[0]?.summary.phase === 'AT_TRANSSHIPMENT');
  const [calm] = await summaries();
  // A week after 18:10 at Singapore.
  expect(new Date(calm?.changesAt ?? 0).toISOString()).toBe('2026-11-06T10:10:00.000Z');
  expect(calm?.attention).toBeNull();
  clock = Date.parse('2026-11-06T10:09:59Z');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect((await summaries())[0]?.attention).toBeNull();
  clock = Date.parse('2026-11-06T10:10:00Z');
  await until('it opens', async () => (await summaries())[0]?.attention === 'WARNING');
  const [opened] = (await derivedEntries()).slice(-1);
  expect(opened?.derived?.opened).toEqual((await summaries())[0]?.summary.exceptions.map(({ id }) => id));
  const on = each(boxes, (box) => told('TERMINAL', 'LOADED', '2026-11-06 18:00', singapore, { box, load: 'FULL', on: meridian, paper: bill }));
  await under.deliver({ source: 'a', messages: [said(on.map(({ event }) => event))] });
  await until('it closes', async () => (await summaries())[0]?.attention === null);
  expect((await derivedEntries()).at(-1)?.derived?.closed).toEqual(opened?.derived?.opened);
}); // prettier-ignore

it('tells of a shipment that cannot be derived, and goes on with the others', async () => {
  start({
    derive: (loaded, now) => {
      if (loaded.row.anchor.endsWith('01')) throw new Error('broken');
      return derive(loaded, now);
    },
  });
  await under.deliver({ source: 'a', messages: [said([gatedIn(1, 1), gatedIn(2, 2)])] });
  await until('the other is derived', async () => (await summaries()).length === 1 && (await isAllDerived()));
  expect(problems).toHaveLength(1);
});

it('derives anew after an update what older code derived, once, and tells only of what reads differently', async () => {
  await under.deliver({ source: 'a', messages: [said(Array.from({ length: 150 }, (_, k) => gatedIn(k, k)))] });
  const old = start({ derivedBy: 'older code' });
  await until('all are derived', async () => (await summaries()).length === 150 && (await isAllDerived()));
  await old.deriver.stop();
  const entries = (await derivedEntries()).length;
  const isFirst = (loaded: LoadedFacts) => loaded.row.anchor.endsWith('00000001');
  const updated = start({
    derivedBy: 'newer code',
    derive: (loaded, now) => {
      const { summary, ...rest } = derive(loaded, now);
      return { ...rest, summary: isFirst(loaded) ? { ...summary, phase: 'IN_TRANSIT' } : summary };
    },
  });
  const left = () => under.query<{ n: number }>(`MATCH (m:ShipmentSummary) WHERE m.derivedBy <> 'newer code' RETURN count(m) AS n`);
  await until('all are derived anew', async () => (await left())[0]?.n === 0);
  expect((await summaries()).map(({ summary }) => summary.phase).filter((phase) => phase === 'IN_TRANSIT')).toHaveLength(1);
  expect((await derivedEntries()).length).toBe(entries + 1);
  const before = updated.batches.length;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(updated.batches.length).toBe(before);
}); // prettier-ignore

it('loses no shipment when its process is killed again and again while they change', async () => {
  const MANY_TOUCHED = 600;
  for (let i = 0; i < MANY_TOUCHED; i += 100)
    await under.deliver({ source: 'a', messages: [said(Array.from({ length: 100 }, (_, k) => gatedIn(i + k, k)))] });
  const derived = async () => (await under.query<{ n: number }>('MATCH (m:ShipmentSummary) RETURN count(m) AS n'))[0]?.n ?? 0;
  const script = new URL('../testing/derive-until-killed.ts', import.meta.url).pathname;
  for (const killedAt of [100, 300]) {
    const child = spawn(process.execPath, ['--conditions=development', '--import', 'tsx', script], { stdio: 'inherit' });
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    await until(`${killedAt} are derived`, async () => (await derived()) >= killedAt, 90_000);
    // Some that were derived before change while nobody may be there to see it.
    const moved = Array.from({ length: 20 }, (_, k) => ({ ...gatedIn(killedAt - 100 + k, 0), ...loadedOn('2026-10-25') }));
    await under.deliver({ source: 'a', messages: [said(moved)] });
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    await under.query(`MATCH (d:Deriver) SET d.until = 0`);
  }
  start();
  await until('all are derived', async () => (await derived()) === MANY_TOUCHED && (await isAllDerived()));
  const phases = (await summaries()).map(({ summary }) => summary.phase);
  expect(phases.filter((phase) => phase === 'IN_TRANSIT')).toHaveLength(40);
}, 240_000); // prettier-ignore

/** What makes a gate-in a loading of that day. */
function loadedOn(day: string): Pick<TrackingEvent, 'code' | 'time' | 'transport'> {
  const { event } = told('TERMINAL', 'LOADED', `${day} 10:00`, ningbo, { load: 'FULL', on: ship('KAPOK', '114S', '9074729') });
  return { code: event.code, time: event.time, transport: event.transport };
} // prettier-ignore
