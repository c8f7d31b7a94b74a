import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changedSince } from 'graph-schema/cypher/search/changed-since';
import { claim, container, documentRef, placeRef, transport } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadFacts } from 'graph-schema/facts/load-facts';
import { eventId } from 'graph-schema/identity/event-id';
import { openGraphUnderTest, type GraphUnderTest } from '../../testing/graph-under-test.ts';

let under: GraphUnderTest;
/** A second passes with each conclusion. */
let now = Date.parse('2026-11-21T02:00:00Z');
beforeAll(async () => {
  under = await openGraphUnderTest(() => (now += 1000));
});
beforeEach(() => under.clear());
afterAll(() => under.close());

const BILL = documentRef('MASTER_BILL', 'COSU6415530971');

function moved(code: EventCode, day: number): TrackingEvent {
  const instant = new Date(Date.UTC(2026, 9, day)).toISOString().replace('.000Z', 'Z');
  return claim({
    code,
    classifier: 'ACTUAL',
    loadState: 'FULL',
    time: { instant, local: instant.slice(0, -1), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' },
    place: placeRef({ unLocode: 'CNNBO' }),
    equipment: container('CSQU3054383'),
    documents: [BILL],
  });
}

function said(thread: string, events: readonly TrackingEvent[]): ReadMessage {
  const attested = events.map((event, start) => ({
    event,
    messageRef: thread,
    span: { start, end: start + 1 },
    recordedAt: null,
  }));
  return { thread, version: 1, attested, retraction: null };
}

const cancelled = (thread: string): ReadMessage => ({
  thread,
  version: 2,
  attested: [],
  retraction: { kind: 'CANCEL', thread, version: 2 },
});

/** What the feed told of claims, in its order: `+` came, `-` went. */
async function toldOf(events: readonly TrackingEvent[]): Promise<string[]> {
  const names = new Map(events.map((event) => [eventId(event), event.code]));
  const rows = await under.query<{ entries: string }>(
    'MATCH (f:FeedBatch) RETURN f.entries AS entries ORDER BY f.lane, f.seq',
  );
  return rows
    .flatMap(({ entries }) => JSON.parse(entries) as FeedEntry[])
    .filter(({ kind }) => kind === 'ADDED' || kind === 'WITHDRAWN')
    .map(({ kind, ids }) => {
      const codes = ids.flatMap((id) => names.get(id) ?? []).sort();
      return `${kind === 'ADDED' ? '+' : '-'} ${codes.join(' ')}`;
    });
}

it('tells of each claim that it went when all that was said of a cargo is taken back', async () => {
  const moves = [moved('GATED_IN', 1), moved('LOADED', 3)];
  await under.deliver({ source: 'terminal', messages: [said('T1', moves)] });
  await under.deliver({ source: 'terminal', messages: [cancelled('T1')] });
  expect(await toldOf(moves)).toEqual(['+ GATED_IN LOADED', '- GATED_IN LOADED']);
});

it('tells of the moves that went with their use of a box, and of none that stay', async () => {
  const moves = [moved('GATED_IN', 1), moved('LOADED', 3)];
  const issued = claim({ ...moved('BL_ISSUED', 2), equipment: null, loadState: null });
  await under.deliver({ source: 'carrier', messages: [said('C1', [issued])] });
  await under.deliver({ source: 'terminal', messages: [said('T1', moves)] });
  await under.deliver({ source: 'terminal', messages: [cancelled('T1')] });
  expect(await toldOf([issued, ...moves])).toEqual(['+ BL_ISSUED', '+ GATED_IN LOADED', '- GATED_IN LOADED']);
});

it('notes with a shipment what of all that happened went from it, each time that it did', async () => {
  const notes = () => under.query<{ id: string; at: string }>(
    "MATCH (s:Shipment) WHERE s.gone IS NOT NULL UNWIND s.gone AS g RETURN split(g, ' ')[0] AS id, split(g, ' ')[1] AS at",
  );
  const moves = [moved('GATED_IN', 1), moved('LOADED', 3)];
  const planned = { ...moved('DISCHARGED', 9), classifier: 'PLANNED' as const };
  await under.deliver({ source: 'terminal', messages: [said('T1', [...moves, planned])] });
  expect(await notes()).toEqual([]);
  await under.deliver({ source: 'terminal', messages: [cancelled('T1')] });
  const first = await notes();
  expect(first.map(({ id }) => id).sort()).toEqual(moves.map(eventId).sort());
  const again = { ...said('T2', moves), version: 3 };
  await under.deliver({ source: 'terminal', messages: [again] });
  await under.deliver({ source: 'terminal', messages: [{ ...cancelled('T2'), version: 4, retraction: { kind: 'CANCEL', thread: 'T2', version: 4 } }] });
  const all = await notes();
  expect(all.slice(0, 2)).toEqual(first);
  expect(all.slice(2).map(({ id }) => id).sort()).toEqual(moves.map(eventId).sort());
  expect((all[2]?.at ?? '') > (first[0]?.at ?? '')).toBe(true);
}); // prettier-ignore

it('tells a cargo what the wagon did that it stood on then, and that it was taken back; of other times nothing', async () => {
  const on = transport({ mode: 'RAIL', wagon: '5273041' });
  const wagon = container('5273041', { kind: 'WAGON' });
  const loaded = { ...moved('LOADED', 3), transport: on };
  const off = { ...moved('DISCHARGED', 18), transport: on, place: placeRef({ unLocode: 'NLRTM' }) };
  const back = { ...off, ...moved('GATED_IN', 20), place: off.place, loadState: 'EMPTY' as const, documents: [], transport: null };
  const did = (code: EventCode, day: number) => ({ ...moved(code, day), equipment: wagon, transport: on, documents: [] });
  await under.deliver({ source: 'rail', messages: [said('R1', [loaded, off])] });
  await under.deliver({ source: 'terminal', messages: [said('R2', [back])] });
  const told = async () => (await under.query(`MATCH (f:FeedBatch) RETURN f.seq AS seq`)).length;
  const inherited = async () => {
    const [row] = await under.query<{ id: string }>(`MATCH (s:Shipment) RETURN s.id AS id`);
    const [loadedFacts] = await under.graph.read((tx) => loadFacts(tx, [row?.id ?? '']));
    return loadedFacts?.facts.claims.filter((one) => one.inherited).map(({ event }) => event.code);
  };
  const before = await told();
  await under.deliver({ source: 'rail', messages: [said('W1', [did('DEPARTED', 4)])] });
  expect(await told()).toBe(before + 1);
  expect(await inherited()).toEqual(['DEPARTED']);
  await under.deliver({ source: 'rail', messages: [said('W2', [did('ARRIVED', 25)])] });
  expect(await told()).toBe(before + 1);
  expect(await inherited()).toEqual(['DEPARTED']);
  const takenBack = async () => (await under.query<{ at: string | null }>('MATCH (s:Shipment) RETURN s.runGoneAt AS at'))[0]?.at;
  expect(await takenBack()).toBeNull();
  await under.deliver({ source: 'rail', messages: [cancelled('W1')] });
  expect(await takenBack()).not.toBeNull();
  expect(await told()).toBe(before + 2);
  expect(await inherited()).toEqual([]);
}); // prettier-ignore

it('notes since when a cargo is another one, so that whoever looks back from later does not look at it again', async () => {
  const booking = documentRef('BOOKING', '6415530971');
  const about = (code: EventCode, day: number, documents: TrackingEvent['documents']) => ({ ...moved(code, day), equipment: null, loadState: null, documents });
  await under.deliver({ source: 'carrier', messages: [said('C1', [about('BOOKING_CONFIRMED', 1, [booking])])] });
  await under.deliver({ source: 'carrier', messages: [said('C2', [about('BL_ISSUED', 2, [BILL])])] });
  await under.deliver({ source: 'carrier', messages: [said('C3', [about('BL_ISSUED', 3, [BILL, booking])])] });
  const [merge] = await under.query<{ id: string; at: number }>('MATCH (s:Shipment)-[m:MERGED_INTO]->() RETURN s.id AS id, m.at AS at');
  const since = async (at: number) =>
    (await under.graph.read((tx) => tx.run(changedSince, { since: at, from: new Date(at).toISOString(), most: 10 }))).map(({ id }) => id);
  if (!merge) throw new Error('nothing was merged');
  expect(await since(merge.at)).toContain(merge.id);
  expect(await since(merge.at + 1)).not.toContain(merge.id);
  await under.query('MATCH ()-[m:MERGED_INTO]->() SET m.at = null');
  expect(await since(merge.at + 1)).toContain(merge.id);
}); // prettier-ignore
