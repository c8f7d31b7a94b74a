import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import type { OwnSummaries } from 'graph-schema/domain/summary/own-summary';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { ship, told } from 'graph-schema/testing/journey-story';
import { ningbo, rotterdam, singapore } from 'graph-schema/testing/sample-locations';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openGraphUnderTest, type GraphUnderTest } from '../testing/graph-under-test.ts';
import { createDerive } from './derive-batch.ts';
import { startDeriver, type Deriver } from './deriver.ts';
import { followOwnKeys } from './own-keys.ts';

const BILL = 'MASTER_BILL:COSU6400000017';
const BOX = 'CSQU3054383';
const DWELL = { kind: 'DWELL_OVER_LIMIT', of: 'TRANSSHIPMENT' };
const folder = mkdtempSync(join(tmpdir(), 'throughline-own-limits-'));
const before = process.env['THROUGHLINE_DATA'];

let under: GraphUnderTest;
let deriver: Deriver | null = null;
/** A day after the box came off at the hub, where it may lie for a week. */
let clock = Date.parse('2026-10-31T12:00:00Z');

beforeAll(async () => {
  const organisations = { FORWARDER: { rows: [{ ...DWELL, hours: 48, worseHours: 72 }] }, org_patient: { rows: [{ ...DWELL, hours: 500, worseHours: 600 }] } };
  writeFileSync(join(folder, 'exception-rules.json'), JSON.stringify({ organisations }));
  process.env['THROUGHLINE_DATA'] = folder;
  under = await openGraphUnderTest();
  await under.clear();
}); // prettier-ignore
afterEach(async () => {
  await deriver?.stop();
  deriver = null;
});
afterAll(async () => {
  if (before === undefined) delete process.env['THROUGHLINE_DATA'];
  else process.env['THROUGHLINE_DATA'] = before;
  rmSync(folder, { recursive: true });
  await under.close();
});

interface Stored {
  readonly attention: string | null;
  readonly changesAt: number | null;
  readonly own: string | null;
  readonly facets: readonly string[];
  readonly urgency: number;
  readonly ofForwarders: number | null;
}

async function stored(): Promise<Stored | null> {
  const rows = await under.query<Stored>('MATCH (m:ShipmentSummary) RETURN m.attention AS attention, m.changesAt AS changesAt, m.own AS own, m.facets AS facets, m.urgency AS urgency, m[$name] AS ofForwarders', { name: 'urgency@FORWARDER' });
  return rows[0] ?? null;
} // prettier-ignore

async function until(what: string, holds: (row: Stored) => boolean): Promise<Stored> {
  const end = performance.now() + 40_000;
  for (;;) {
    const row = await stored();
    if (row && holds(row)) return row;
    if (performance.now() > end) throw new Error(`not in time: ${what}; ${JSON.stringify(row)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ownOf = ({ own }: Stored) => JSON.parse(own ?? '{}') as OwnSummaries;
const kindsOf = (row: Stored, key: string) =>
  ownOf(row)[key]?.exceptions.map(({ kind, severity }) => [kind, severity]);
const save = (id: string, kinds: readonly string[]) => under.query('MERGE (o:Organisation {id: $id}) SET o.kinds = $kinds', { id, kinds: [...kinds] }); // prettier-ignore

async function changes() {
  const rows = await under.query<{ entries: string }>('MATCH (f:FeedBatch) RETURN f.entries AS entries ORDER BY f.lane, f.seq');
  return rows.flatMap(({ entries }) => (JSON.parse(entries) as FeedEntry[]).flatMap(({ derived }) => derived ?? []));
} // prettier-ignore

it('judges by the limits of each organisation that has some, at the instants at which they turn, and keeps what they find otherwise', async () => {
  const [kapok, meridian] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483')];
  const attested = [
    told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: meridian, paper: BILL }),
    told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { box: BOX, load: 'FULL', on: kapok, paper: BILL }),
    told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { box: BOX, load: 'FULL', on: kapok, paper: BILL }),
  ].map(({ event }) => ({ event, messageRef: null, span: { start: 0, end: 1 }, recordedAt: null }));
  await under.deliver({ source: 'a', messages: [{ thread: null, version: 0, attested, retraction: null }] });
  const own = followOwnKeys(under.graph);
  deriver = startDeriver({
    graph: under.graph,
    derive: createDerive(loadGazetteer(), own.current),
    own,
    now: () => clock,
    clockRate: 60,
    owner: 'test',
    derivedBy: 'this code',
    onProblem: (problem, error) => {
      throw new Error(problem, { cause: error });
    },
  });
  const alone = await until('it is derived', () => true);
  expect(alone).toMatchObject({ own: null, attention: null, ofForwarders: null });
  expect(new Date(alone.changesAt ?? 0).toISOString()).toBe('2026-11-06T10:10:00.000Z');

  await save('org_quick', ['FORWARDER']);
  await save('org_plain', ['TRADER']);
  const soon = await until('a forwarder is there', ({ changesAt }) => changesAt !== alone.changesAt);
  expect(new Date(soon.changesAt ?? 0).toISOString()).toBe('2026-11-01T10:10:00.000Z');
  const entries = (await changes()).length;

  clock = Date.parse('2026-11-01T10:10:00Z');
  const opened = await until('it opens for forwarders', ({ own: text }) => text !== null);
  expect(kindsOf(opened, 'FORWARDER')).toEqual([['DWELL_OVER_LIMIT', 'WARNING']]);
  expect(opened.attention).toBeNull();
  expect(opened.ofForwarders).toBeGreaterThan(opened.urgency);
  expect(opened.facets).toEqual(expect.arrayContaining(['ATTENTION@FORWARDER:WARNING', 'EXCEPTION@FORWARDER:DWELL_OVER_LIMIT', 'JUDGED:FORWARDER', 'OWN:FORWARDER']));
  expect(opened.facets.filter((term) => /^(EXCEPTION|ATTENTION):/.test(term))).toEqual([]);
  expect((await changes()).slice(entries)).toMatchObject([{ parts: [], opened: [], own: { FORWARDER: { opened: [expect.stringContaining('DWELL_OVER_LIMIT')] } } }]);

  // A week after the discharge everybody sees it, and who waits longer does not.
  await save('org_patient', []);
  clock = Date.parse('2026-11-06T10:10:00Z');
  const all = await until('it opens for all', ({ attention, own: text }) => attention !== null && (text ?? '').includes('org_patient'));
  expect([kindsOf(all, 'FORWARDER'), kindsOf(all, 'org_patient')]).toEqual([[['DWELL_OVER_LIMIT', 'CRITICAL']], []]);

  // An organisation that is not one of them any more leaves nothing behind.
  await save('org_quick', ['TRADER']);
  await save('org_patient', []);
  const less = await until('nobody is a forwarder', ({ own: text }) => !(text ?? '').includes('FORWARDER'));
  expect(less.ofForwarders).toBeNull();
  expect(less.facets.filter((term) => term.includes('FORWARDER'))).toEqual([]);
}); // prettier-ignore
