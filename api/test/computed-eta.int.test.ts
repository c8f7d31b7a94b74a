import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { startScript, stopChild } from './testing/child.ts';
import { eventually } from './testing/deadline.ts';
import { freePort } from './testing/free-port.ts';
import { ANCHOR, startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { BILL, dueAt, EXPECTED, hear, sail, type Where } from './testing/ship-at-sea.ts';

/**
 * Her carrier gives one estimate and keeps to it; the ship stands still for a day. A process that computes arrivals looks at her
 * before and after, each time at an instant of its own.
 */
const START_MS = 300_000;
const BEFORE = '2026-11-20T00:30:00Z';
const CARRIER_WRONG = '2026-11-23T02:00:00Z';
let now = Date.parse(BEFORE);
let system: SampleSystem;
const children: { readonly child: ChildProcess; readonly data: string }[] = [];
beforeAll(async () => {
  system = await startSampleSystem(undefined, () => now, '2026-01-01T00:00:00Z');
}, START_MS);
afterAll(async () => {
  await stopComputing();
  await system.stop();
});

async function computeAt(instant: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'throughline-computed-eta-'));
  const child = startScript('ingest/src/main/server.ts', [], {
    NODE_ENV: 'production',
    INGEST_PORT: String(await freePort()),
    THROUGHLINE_DATA: data,
    REDIS_PREFIX: `computed-eta-${process.pid}-${Date.parse(instant)}`,
    LOG_LEVEL: 'error',
    CLOCK_ORIGIN: instant,
    CLOCK_WALL: new Date().toISOString(),
    CLOCK_RATE: '0.000001',
    COMPUTED_ETA: 'on',
    DERIVER: 'off',
  });
  children.push({ child, data });
}

async function stopComputing(): Promise<void> {
  for (const { child, data } of children.splice(0)) {
    await stopChild(child);
    rmSync(data, { recursive: true, force: true });
  }
}

interface Telling {
  readonly toldAt: string;
  readonly basis: string;
  readonly isProven: boolean;
  readonly time: { readonly instant: string };
  readonly band: { readonly from: { readonly instant: string }; readonly to: { readonly instant: string }; readonly confidence: number; readonly closed: number } | null;
  readonly computation: { readonly milesLeft: number; readonly positionAt: string; readonly stops: readonly { readonly kind: string; readonly name: string }[] } | null;
} // prettier-ignore
interface Arrivals {
  readonly eta: (Omit<Telling, 'toldAt'> & { readonly source: { readonly id: string } }) | null;
  readonly etaSeries: readonly { readonly source: { readonly id: string }; readonly tellings: readonly Telling[] }[];
  readonly etaChanges: readonly { readonly reason: string; readonly basis: string; readonly band: Telling['band']; readonly source: { readonly id: string } }[];
} // prettier-ignore

const ASK = `
fragment Band on EtaBand { from { instant } to { instant } confidence closed }
fragment Computed on EtaComputation { positionAt milesLeft stops { kind name } }
query ($number: String!, $asOf: DateTime) { lookup(number: $number, asOf: $asOf) { shipments { shipment { journey {
  eta { time { instant } source { id } basis isProven band { ...Band } computation { ...Computed } }
  etaSeries { source { id } tellings { toldAt basis isProven time { instant } band { ...Band } computation { ...Computed } } }
  etaChanges { reason basis source { id } band { ...Band } }
} } } } }`;

async function arrivals(asOf: string | null = null): Promise<Arrivals | null> {
  const { data, errors } = await ask<{ lookup: { shipments: { shipment: { journey: Arrivals } }[] } }>(system.url, ASK, { number: BILL, asOf }); // prettier-ignore
  if (!data) throw new Error(JSON.stringify(errors));
  return data.lookup.shipments[0]?.shipment.journey ?? null;
}

const tellingsOf = (answer: Arrivals | null, source: string): readonly Telling[] =>
  answer?.etaSeries.find((series) => series.source.id === source)?.tellings ?? [];
const computed = (answer: Arrivals | null) => tellingsOf(answer, 'computed-eta');
const untilComputed = (count: number) =>
  eventually(
    `${count} computed arrivals are told`,
    async () => (computed(await arrivals()).length >= count ? true : null),
    120_000,
  );
const at = (telling: Telling | undefined) => Date.parse(telling?.time.instant ?? '');

it('is told beside the carrier’s with its band, its reason and its history', async () => {
  await sail(system);
  const onTime: Where[] = ['18 06:00', '18 12:00', '18 18:00', '19 00:00', '19 06:00', '19 12:00', '19 18:00', '20 00:00']; // prettier-ignore
  for (const where of onTime) await hear(system, where, dueAt(where));
  await system.playUntil('2026-01-02T00:00:00Z');
  await computeAt(BEFORE);
  await untilComputed(1);
  await stopComputing();
  const first = await arrivals();

  // She stands a day where she was, and goes on.
  now = Date.parse(ANCHOR);
  for (const hour of ['20T06', '20T12', '20T18', '21T00'])
    await hear(system, '20 00:00', `2026-11-${hour}:00:00Z`);
  await hear(system, '20 06:00', '2026-11-21T06:00:00Z');
  await system.playUntil('2026-01-03T00:00:00Z');
  await computeAt(ANCHOR);
  await untilComputed(2);
  await stopComputing();
  const later = await arrivals();

  const [one, two] = computed(later);
  expect(computed(first)).toEqual([one]);
  expect(one).toMatchObject({
    basis: 'COMPUTED',
    isProven: false,
    band: { confidence: 80, closed: 0 },
    computation: { stops: [{ kind: 'ARRIVAL', name: 'SGSIN' }] },
  });
  expect(Date.parse(one?.toldAt ?? '')).toBe(Date.parse(BEFORE));
  for (const { time, band } of [one, two].flatMap((telling) => telling ?? [])) {
    expect(Date.parse(band?.from.instant ?? '')).toBeLessThan(Date.parse(time.instant));
    expect(Date.parse(band?.to.instant ?? '')).toBeGreaterThan(Date.parse(time.instant));
  }
  // A day lost is told; she has come nearer; and the carrier kept to its word.
  expect(at(two) - at(one)).toBeGreaterThan(12 * 3_600_000);
  expect(two?.computation?.milesLeft).toBeLessThan(one?.computation?.milesLeft ?? 0);
  expect(tellingsOf(later, 'sample-ocean-carrier').map(at)).toContain(Date.parse(EXPECTED));
  expect(later?.eta).toMatchObject({ source: { id: 'sample-ocean-carrier' }, band: null, computation: null });

  // Its time passes without her: what is computed takes its place, and it is said why.
  now = Date.parse(CARRIER_WRONG);
  const overdue = await arrivals();
  expect(overdue?.eta).toMatchObject({ source: { id: 'computed-eta' }, basis: 'COMPUTED', band: { confidence: 80 } });
  expect(overdue?.eta?.time.instant).toBe(two?.time.instant);
  expect(overdue?.etaChanges.at(-1)).toMatchObject({
    reason: 'OVERDUE',
    basis: 'COMPUTED',
    source: { id: 'computed-eta' },
    band: two?.band,
  });

  // Looked back at, only the first had been told.
  expect(computed(await arrivals('2026-11-20T01:00:00Z'))).toEqual([one]);
}, 300_000); // prettier-ignore
