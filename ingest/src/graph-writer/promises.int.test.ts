import { afterAll, beforeAll, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { containerTrips } from 'graph-schema/testing/container-trips';
import { graphCounts } from '../testing/graph-pictures.ts';
import { openGraphUnderTest, type GraphUnderTest } from '../testing/graph-under-test.ts';
import { holdPromises } from '../testing/hold-promises.ts';
import { showBroken } from '../testing/show-broken.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const HISTORIES = Number(process.env['HISTORIES_RUNS'] ?? '1000');
const SEED = Number(process.env['HISTORIES_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Told side by side. */
const ROUND = 250;

// Each has a memory of its own of what stands, as each process has.
let processes: readonly [GraphUnderTest, GraphUnderTest];
let under: GraphUnderTest;
beforeAll(async () => {
  processes = [await openGraphUnderTest(), await openGraphUnderTest()];
  [under] = processes;
});
afterAll(async () => {
  for (const one of processes) await one.close();
});

function said(event: TrackingEvent, thread: string | null = null, version = 0): ReadMessage {
  const attested = [{ event, messageRef: thread, span: { start: 0, end: 1 }, recordedAt: null }];
  return { thread, version, attested, retraction: null };
}

// P2: any order, repetition and batching gives one graph. P3: nothing of one use of a box shows on another, never two
// consignments, nothing is lost. P4: what was taken back leaves what never sending it would have left.
it(`holds P2, P3 and P4 for ${HISTORIES} histories side by side: npm run property -- --seed ${SEED} --runs ${HISTORIES}`, async () => {
  for (const one of processes) await one.clear();
  for (let done = 0; done < HISTORIES; done += ROUND) {
    const count = Math.min(ROUND, HISTORIES - done);
    const { broken } = await holdPromises(processes, { seed: SEED + done, number: done, count });
    const [first] = broken;
    expect(first ? await showBroken(under, first, 900_000) : '', `${broken.length} of ${count} histories`).toBe('');
  }
  expect(await graphCounts(under)).toMatchObject({ open: 0 });
}, 1_500_000); // prettier-ignore

it('lets the other voice stand, keeps the same bytes cancelled, and restores by a newer message', async () => {
  const [first] = fc.sample(containerTrips('CSQU3054383', START), 1)[0] ?? [];
  if (!first) throw new Error('no claim generated');
  const event = first.event;
  const stands = async () => {
    const rows = await under.query<{ sources: string[] }>(
      `MATCH (w:RawMessage)-[a:ATTESTS]->(:Event) WHERE a.withdrawn IS NULL OR NOT a.withdrawn
       RETURN collect(DISTINCT w.source) AS sources`,
    );
    return rows[0]?.sources.sort();
  };
  await under.clear();
  const message = { source: 'terminal', messages: [said(event, 'T1', 100)] };
  await under.deliver(message);
  await under.deliver({ source: 'carrier', messages: [said(event, 'X9', 50)] });
  const cancel: ReadMessage = {
    thread: 'T1',
    version: 200,
    attested: [],
    retraction: { kind: 'CANCEL', thread: 'T1', version: 200 },
  };
  await under.deliver({ source: 'terminal', messages: [cancel] });
  expect(await stands()).toEqual(['carrier']);
  await under.deliver(message);
  expect(await stands()).toEqual(['carrier']);
  await under.deliver({ source: 'terminal', messages: [said(event, 'T1', 300)] });
  expect(await stands()).toEqual(['carrier', 'terminal']);
});
